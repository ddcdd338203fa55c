"""What people type to write a report, each piece a small form. Art. 24, 30."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Protocol

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    MultipleFileField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, Optional, ValidationError
from wtforms.widgets import FileInput

from pactregistry.people.forms_day import LONGEST, Wanted, opened_on
from pactregistry.people.forms_number import NumberField

LONGEST_LINE = 300
VALUE = "value_"
EXPLANATION = "explanation_"
LINE = [Optional(), Length(max=LONGEST_LINE)]


class Titled(Protocol):
    """A text to write: its key, what it is called and how it is explained."""

    @property
    def key(self) -> str:
        """Its name in the report."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def hint(self) -> str:
        """How it is explained."""


class PieceForm(FlaskForm):
    """A form that is refused where somebody else changed the piece since it was opened."""

    revision = HiddenField()

    @property
    def seen(self) -> int:
        """The revision on which the form was opened."""
        return opened_on(self.revision.data)

    def open_on(self, revision: int) -> None:
        """Let the form stand on a revision, whatever was sent."""
        self.revision.raw_data = None
        self.revision.data = str(revision)


class ToldFields:
    """What is said of a photograph."""

    caption = StringField(
        _("What it shows"),
        description=_("One line; it is read out to who does not see the picture. Name no person."),
        validators=LINE,
    )
    faces = BooleanField(_("Somebody can be recognised on it"))
    consent = BooleanField(
        _("They agreed that everyone may see it; for a minor, who holds parental responsibility")
    )


def _photograph(*validators: Any) -> Any:
    return MultipleFileField(
        _("Photograph"),
        description=_(
            "One JPEG or PNG picture of at most 20 MB. Place and camera are taken out of the file."
        ),
        validators=list(validators),
        widget=FileInput(),
        render_kw={"accept": "image/jpeg,image/png"},
    )


class ToldForm(ToldFields, PieceForm):
    """What is said of a photograph that is there."""


class PhotographForm(ToldFields, PieceForm):
    """A photograph to add."""

    photograph = _photograph(Wanted())


class CostForm(PieceForm):
    """One cost."""

    latest = date.max

    description = StringField(
        _("What for"),
        description=_("Such as: 40 litres of paint. Name no person; it may become public."),
        validators=[InputRequired(), Length(max=LONGEST_LINE)],
    )
    amount = NumberField(
        _("Amount, in euro"),
        description=_("As on the receipt, such as 1234,50."),
        validators=[InputRequired()],
    )
    spent_on = DateField(_("Day on the receipt"), validators=[InputRequired()])
    category = SelectField(_("Kind of cost"), validators=[InputRequired()])
    fee_purpose = SelectField(
        _("For professional fees: what for"),
        description=_("Only for professional fees: they are reimbursed for these purposes."),
        validators=[Optional()],
    )
    paid_by = RadioField(_("Who paid"), validators=[InputRequired()])
    own_work = BooleanField(
        _("It is pay for the work of one of us"),
        description=_(
            "The work of active citizens is free: such a cost is kept in sight and never "
            "reimbursed (Art. 24(3))."
        ),
    )
    receipt = MultipleFileField(
        _("Receipt"),
        description=_("A photograph or a PDF, 20 MB at most. Only the office and you see it."),
        validators=[Optional()],
        widget=FileInput(),
        render_kw={"accept": "image/jpeg,image/png,application/pdf,.p7m"},
    )

    def validate_amount(self, field: Any) -> None:
        """A cost is something."""
        if field.data is not None and field.data <= 0:
            raise ValidationError(_("A cost is more than nothing."))

    def validate_spent_on(self, field: Any) -> None:
        """What is told has happened."""
        if field.data and field.data > self.latest:
            raise ValidationError(_("That day lies in the future."))


def text_form(texts: Iterable[Titled]) -> type[PieceForm]:
    """The form of one or more texts."""
    return type("TextForm", (PieceForm,), _areas(texts, rows=10))


def figures_form(asked: Sequence[Any], *, explained: bool = True) -> type[PieceForm]:
    """The form of figures, each with its unit and a sentence of explanation."""
    return type("FiguresForm", (PieceForm,), _numbers(asked, explained=explained))


def short_form(questions: Iterable[Titled], asked: Sequence[Any]) -> type[PieceForm]:
    """The one page of a short report: its questions and a photograph."""
    fields = _areas(questions, rows=5) | _numbers(asked, explained=False)
    fields["photograph"] = _photograph(Optional())
    return type("ShortForm", (ToldFields, PieceForm), fields)


def _areas(texts: Iterable[Titled], rows: int) -> dict[str, Any]:
    return {
        text.key: TextAreaField(
            text.label,
            description=text.hint,
            validators=[Optional(), Length(max=LONGEST)],
            render_kw={"rows": rows},
        )
        for text in texts
    }


def _numbers(asked: Sequence[Any], *, explained: bool) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for each in asked:
        fields[f"{VALUE}{each.code}"] = NumberField(
            f"{each.label} ({each.unit_name})" if each.unit_name else each.label,
            [Optional()],
            unit=each.unit_name,
            measure=each.measure,
            description=each.definition,
        )
        if explained:
            fields[f"{EXPLANATION}{each.code}"] = StringField(_("How you counted"), validators=LINE)
    return fields
