"""What every form of the office carries: the version it was opened on, and the day of the fact."""

from datetime import date
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, FieldList, HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

LONGEST = 8000  # characters of one text: a technical limit
MOST_TEXTS = 20
MOST_DIGITS = 9


class Wanted:
    """Marks a field that the lifecycle asks for: the law answers an empty one, with its article."""

    field_flags = {"required": True}  # noqa: RUF012 - WTForms reads it so

    def __call__(self, form: Any, field: Any) -> None:
        """Let everything through."""


def opened_on(text: object) -> int:
    """The version on which a form was opened; one that never was where it is malformed."""
    digits = str(text or "")
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else -1


class SeenForm(FlaskForm):
    """A form that is refused where the file has moved on since it was opened."""

    version = HiddenField()

    @property
    def seen(self) -> int:
        """The version on which the form was opened."""
        return opened_on(self.version.data)

    def grew(self) -> bool:
        """Whether one more row was asked for, and nothing else; then it is there."""
        return False


class DayForm(SeenForm):
    """A step with the day of its fact."""

    occurred_on = DateField(
        _("Day of the fact"),
        description=_(
            "Today, or the day on the document that you record now. Terms count from it."
        ),
        validators=[InputRequired()],
    )
    why_earlier = TextAreaField(
        _("Why it is recorded only now"),
        description=_("Only if the day lies before the previous step: say from which document."),
        validators=[Optional(), Length(max=LONGEST)],
    )

    @property
    def day(self) -> date:
        """The day typed."""
        typed: date = self.occurred_on.data
        return typed


class TextsForm(DayForm):
    """Several short texts, one for each point; an empty one is left out."""

    texts = FieldList(
        TextAreaField(validators=[Wanted(), Length(max=LONGEST)]),
        min_entries=1,
        max_entries=MOST_TEXTS,
    )
    more = BooleanField()

    def grew(self) -> bool:
        """Whether one more text was asked for; then there is room for it, up to the most."""
        if self.more.data and len(self.texts) < MOST_TEXTS:
            self.texts.append_entry()
        return bool(self.more.data)

    def given(self) -> list[str]:
        """The texts that were typed."""
        return [text for text in self.texts.data if text and text.strip()]

    def name_entries(self, label: str) -> None:
        """Number the labels, so that each field has a name of its own."""
        for position, entry in enumerate(self.texts, start=1):
            entry.label.text = f"{label} {position}"


class AbstentionForm(SeenForm):
    """Why somebody steps aside."""

    reason = TextAreaField(
        _("Which interest of your own"),
        description=_("Only the officers read it; the public reads that you stepped aside."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class ExplainForm(DayForm):
    """One reason."""

    reason = TextAreaField(
        _("Reason"),
        description=_("It becomes part of the public history: no personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )
