"""What people type to answer a proposal, or to end what brought none. Art. 33(2), 34(1)."""

from flask_babel import lazy_gettext as _
from wtforms import RadioField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.conciliation.fields import IN_THE_ROOM, letter_field
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted

WORD = _("A word to the others")
WHY = _("Why you decline")
NOT_ASKED_OF_YOU = _(
    "You need not say it, but it helps the others to understand. The parties, the members of the"
    " committee and its secretary read it, nobody else."
)


class AcceptForm(SeenForm):
    """A word with the yes, if there is one."""

    words = TextAreaField(
        WORD, description=IN_THE_ROOM, validators=[Optional(), Length(max=LONGEST)]
    )


class DeclineForm(SeenForm):
    """Why not: nobody has to say it."""

    words = TextAreaField(
        WHY, description=NOT_ASKED_OF_YOU, validators=[Optional(), Length(max=LONGEST)]
    )


class NoProposalForm(SeenForm):
    """Why the attempt ends without a proposal."""

    reason = TextAreaField(
        _("Why the committee makes no proposal"),
        description=_(
            "The parties and the committee read it in the room; the public reads only that no"
            " proposal was made."
        ),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class PaperAcceptForm(DayForm):
    """A yes that came to the desk on paper."""

    side = RadioField(_("Who answers"), validators=[InputRequired()])
    letter = letter_field(wanted=False)
    words = TextAreaField(
        WORD, description=IN_THE_ROOM, validators=[Optional(), Length(max=LONGEST)]
    )


class PaperDeclineForm(PaperAcceptForm):
    """A no that came to the desk on paper."""

    words = TextAreaField(
        WHY, description=NOT_ASKED_OF_YOU, validators=[Optional(), Length(max=LONGEST)]
    )


AnswerForm = AcceptForm | DeclineForm | PaperAcceptForm
