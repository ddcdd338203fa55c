"""What is typed to call a sitting, to tell of it, to write in the room, to vote. Art. 33."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    HiddenField,
    MultipleFileField,
    RadioField,
    SelectChoice,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from pactregistry.conciliation.fields import LONGEST_LINE
from pactregistry.documents.arriving import taken_in
from pactregistry.documents.uploads import Upload
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, Wanted, opened_on
from pactregistry.workflow.states_disputes import Effect

LONGEST_TEXT = 20_000  # characters of a proposal: a technical limit
FARTHEST = 366  # days: a year that was typed wrongly is not a sitting
EFFECTS = (
    SelectChoice(Effect.NOTHING, _("Nothing changes in the text of the pact")),
    SelectChoice(
        Effect.AMEND,
        _("The pact is to be changed: a change of its text is opened"),
    ),
    SelectChoice(Effect.END, _("The pact is to end: the managing officer is asked to end it")),
)
ALL = "all"
READERS = (
    SelectChoice(ALL, _("All in this room: the parties, the three members, the secretary")),
    SelectChoice(
        "y", _("For the committee alone: its three members, and you; no party, no officer")
    ),
)
VOTES = (SelectChoice("yes", _("I vote for this text")), SelectChoice("no", _("I vote against it")))


class SittingForm(DayForm):
    """When and where the committee sits."""

    held_on = DateField(_("Day of the sitting"), validators=[InputRequired()])
    at = TimeField(_("Hour"), validators=[InputRequired()])
    place = StringField(
        _("Place"),
        description=_(
            "An address, or the link of a meeting online. It stands in this room, never in a mail."
        ),
        validators=[InputRequired(), Length(max=LONGEST_LINE)],
    )

    def validate_held_on(self, field: Any) -> None:
        """A sitting is called before it is held, and not for another year by mistake."""
        called_on = self.occurred_on.data
        if called_on is None or field.data is None:
            return
        days = (field.data - called_on).days
        if days < 0:
            raise ValidationError(_("This day is over: a sitting is called for a day to come."))
        if days > FARTHEST:
            raise ValidationError(_("This day is more than a year away: look at the year."))


class MinutesForm(DayForm):
    """What was said in a sitting and who was heard."""

    heard = Checkboxes(_("Who was heard"), validators=[Optional()])
    text = TextAreaField(
        _("Minutes"),
        description=_(
            "In a few lines: who came, what each side said, what comes next. "
            "If nobody came or the sitting was not held, say so. All in this room read them."
        ),
        validators=[Wanted(), Length(max=LONGEST_TEXT)],
    )
    paper = MultipleFileField(
        _("The minutes as a paper"),
        description=_("PDF, JPEG, PNG or p7m, up to 20 MB. All in this room can open it."),
        validators=[Optional()],
    )

    upload: Upload | None = None

    def validate_paper(self, field: Any) -> None:
        """Take in one paper; what cannot be kept is answered in a sentence."""
        found = taken_in(field)
        if len(found) > 1:
            raise ValidationError(_("Send one paper: put the pages together."))
        self.upload = next(iter(found), None)


class MessageForm(FlaskForm):
    """A message to all in the room, or to the committee alone."""

    text = TextAreaField(_("Your message"), validators=[Wanted(), Length(max=LONGEST)])
    to_committee = RadioField(
        _("Who reads it"), choices=READERS, default=ALL, validators=[DataRequired()]
    )


class DraftForm(FlaskForm):
    """The proposal as the three members write it together."""

    revision = HiddenField()
    text = TextAreaField(
        _("What the committee proposes"),
        description=_("In plain words: who does what, until when. Only the three members read it."),
        validators=[Wanted(), Length(max=LONGEST_TEXT)],
    )
    effect = RadioField(
        _("What follows for the pact if all parties accept"),
        choices=EFFECTS,
        validators=[InputRequired()],
    )

    @property
    def seen(self) -> int:
        """The revision on which the form was opened."""
        return opened_on(self.revision.data)


class PutToVoteForm(SeenForm):
    """The draft as it was shown, to be voted on."""

    revision = HiddenField()

    @property
    def shown(self) -> int:
        """The revision of the draft that stood on the page."""
        return opened_on(self.revision.data)


class VoteForm(SeenForm):
    """A member's voice on the text that is shown."""

    digest = HiddenField()
    voice = RadioField(_("Your vote"), choices=VOTES, validators=[InputRequired()])
    dissent = TextAreaField(
        _("In your own words"),
        description=_(
            "If you vote against, say why: it stands in the proposal under your name, "
            "for all parties to read. You may add a remark if you vote for it."
        ),
        validators=[Optional(), Length(max=LONGEST)],
    )
    fresh = True

    def validate_voice(self, field: Any) -> None:  # noqa: ARG002 - WTForms' signature
        """Nobody votes from a screen that was left open."""
        if not self.fresh:
            raise ValidationError(
                _(
                    "Five minutes have passed: confirm that it is you by the link below, "
                    "then send again."
                )
            )
