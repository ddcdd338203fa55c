"""What the author types after sending: papers, answers, a withdrawal. Art. 3(1)i, 11(4), 34."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import MultipleFileField, StringField, TextAreaField
from wtforms.validators import Length, Optional

from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm

PAPER = "paper_"
UPLOADS = _("PDF, JPEG, PNG or p7m, 20 MB each at most. Only the offices see them.")


class SupplementForm(SeenForm):
    """The missing papers, and a word about them. Art. 11(4)."""

    text = TextAreaField(
        _("Your answer"),
        description=_("Point by point, in your own words. Only the offices read it."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    papers = MultipleFileField(_("Other papers"), description=UPLOADS, validators=[Optional()])


class CounterSupplementForm(SupplementForm, DayForm):
    """The same, brought to the counter on a day."""


def asking_for(form: type[SupplementForm], papers: Mapping[str, str]) -> type[SupplementForm]:
    """A supplement's form with a field for each paper that the regulation asks for, by its key."""
    fields = {
        PAPER + key: MultipleFileField(label, description=UPLOADS, validators=[Optional()])
        for key, label in papers.items()
    }
    return type("AskingForPapers", (form,), fields)


class AnswerForm(SeenForm):
    """An answer to obstacles, and the text of the proposal as it should now read."""

    text = TextAreaField(
        _("Your answer to the obstacles"),
        description=_(
            "What you would change, or why an obstacle is none. Only the offices read it."
        ),
        validators=[Optional(), Length(max=LONGEST)],
    )
    title = StringField(_("Title"), validators=[Optional(), Length(max=200)])
    summary = TextAreaField(_("Summary"), validators=[Optional(), Length(max=600)])
    description = TextAreaField(
        _("What you want to do"), validators=[Optional(), Length(max=LONGEST)]
    )
    benefits = TextAreaField(
        _("What others gain from it"), validators=[Optional(), Length(max=LONGEST)]
    )
    support_asked = TextAreaField(
        _("What you need from the City"), validators=[Optional(), Length(max=LONGEST)]
    )
    papers = MultipleFileField(_("Papers"), description=UPLOADS, validators=[Optional()])

    def changes(self) -> dict[str, Any]:
        """The text of the proposal as typed."""
        own = {"version", "csrf_token", "text", "papers", "occurred_on", "why_earlier"}
        return {field.name: field.data or "" for field in self if field.name not in own}


class InsistForm(SeenForm):
    """Why a decision on the merits is asked for. Art. 34."""

    text = TextAreaField(
        _("Why the proposal should be examined all the same"),
        description=_("In a few sentences. It becomes part of the public history."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class WithdrawalForm(SeenForm):
    """A withdrawal; nobody has to say why. Art. 3(1)i."""

    text = TextAreaField(
        _("Reason"),
        description=_("Only if you wish. It becomes part of the public history."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class CounterAnswerForm(AnswerForm, DayForm):
    """The same, brought to the counter on a day."""


class CounterInsistForm(InsistForm, DayForm):
    """The same, brought to the counter on a day."""


class CounterWithdrawalForm(WithdrawalForm, DayForm):
    """The same, brought to the counter on a day."""
