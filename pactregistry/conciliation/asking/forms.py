"""What people type to ask for conciliation, to add papers, to withdraw, to leave. Art. 33(1)."""

from typing import Any, Final

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    EmailField,
    Field,
    MultipleFileField,
    RadioField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    DataRequired,
    Email,
    InputRequired,
    Length,
    Optional,
    StopValidation,
    ValidationError,
)

from pactregistry.conciliation.fields import IN_THE_ROOM, LONGEST_LINE, bare
from pactregistry.documents.arriving import taken_in
from pactregistry.documents.uploads import Upload
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm
from pactregistry.workflow.states_disputes import Side

MOST_PAPERS = 10  # at once: a technical limit


# The law asks for these too; here each says so at its field, with all else that is missing.
WHAT_HAPPENED: Final = _("Say what happened: the committee begins from your words (Art. 33(1)).")
WHAT_IS_ASKED: Final = _("Say what is asked for: the committee begins from it (Art. 33(1)).")


def _said(field: Field) -> bool:
    return bool((field.data or "").strip())


def _named_too(form: Any, field: Field) -> None:
    if form.names_third() and not _said(field):
        text = gettext("Give a name: a third party takes part in its own name (Art. 33(1)).")
        raise StopValidation(text)


def _reached_too(form: Any, _field: Field) -> None:
    if form.names_third() and not form.reaches_third():
        text = gettext("Give an address: a third party takes part and is written to (Art. 33(1)).")
        raise StopValidation(text)


class PapersForm(FlaskForm):
    """Papers for the room of a dispute."""

    papers = MultipleFileField(
        _("Papers"),
        description=_("Letters, photographs, minutes: PDF, JPEG or PNG. Never public."),
        validators=[Optional()],
    )

    uploads: tuple[Upload, ...] = ()

    def validate_papers(self, field: Any) -> None:
        """Take in what may be kept; another kind of file is answered in a sentence."""
        self.uploads = tuple(taken_in(field))
        if len(self.uploads) > MOST_PAPERS:
            raise ValidationError(
                gettext(
                    "Send %(count)s files at most; you can add others later.", count=MOST_PAPERS
                )
            )


class RequestForm(PapersForm):
    """A request by somebody whom a pact touches and who belongs to neither side."""

    matter = RadioField(_("What is the dispute about?"), validators=[InputRequired()])
    what_happened = TextAreaField(
        _("What happened"),
        description=IN_THE_ROOM,
        validators=[DataRequired(WHAT_HAPPENED), Length(max=LONGEST)],
    )
    what_is_asked = TextAreaField(
        _("What you ask for"),
        description=_("What should change, so that the dispute is over for you."),
        validators=[DataRequired(WHAT_IS_ASKED), Length(max=LONGEST)],
    )


class PartyRequestForm(RequestForm):
    """A request by a side of the pact, which may name somebody else whom the dispute concerns."""

    third_name = StringField(
        _("Does it concern somebody else: who?"),
        description=_("A neighbour, a user of the place. Leave it empty if it is between you two."),
        validators=[_named_too, Optional(), Length(max=200)],
    )
    third_email = EmailField(
        _("That person's e-mail"),
        description=_("A mail invites that person, who then names the third member."),
        filters=[bare],
        validators=[_reached_too, Optional(), Email(), Length(max=254)],
    )

    def names_third(self) -> bool:
        """Whether anything was said of a third party: then it has a name, and can be reached."""
        return _said(self.third_name) or self.reaches_third()

    def reaches_third(self) -> bool:
        """Whether there is an address to write to."""
        return _said(self.third_email)


class PaperRequestForm(PartyRequestForm):
    """A request that came to the desk on paper."""

    on_behalf = RadioField(_("Who asks"), validators=[InputRequired()])
    what_is_asked = TextAreaField(
        _("What is asked for"),
        description=_("In the words of who asks: what should change, so that the dispute is over."),
        validators=[DataRequired(WHAT_IS_ASKED), Length(max=LONGEST)],
    )
    third_contact = StringField(
        _("Without an e-mail: where to write to that person"),
        description=_("Only the office reads it, to write on paper."),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )
    received_on = DateField(
        _("Day on which it came"),
        description=_("The term of the committee counts from this day."),
        validators=[InputRequired()],
    )

    def names_third(self) -> bool:
        """The same; a third party that asks is one too."""
        return super().names_third() or self.on_behalf.data == Side.THIRD

    def reaches_third(self) -> bool:
        """The same; the office writes on paper too."""
        return super().reaches_third() or _said(self.third_contact)


class EndingForm(SeenForm):
    """A word on why one withdraws or leaves, which nobody has to give."""

    reason = TextAreaField(
        _("Why"),
        description=IN_THE_ROOM,
        validators=[Optional(), Length(max=LONGEST)],
    )


class PaperEndingForm(DayForm):
    """The same from a paper that came to the desk."""

    reason = TextAreaField(
        _("Why"),
        description=IN_THE_ROOM,
        validators=[Optional(), Length(max=LONGEST)],
    )
