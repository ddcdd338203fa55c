"""Owners or shops gathered around a space, and what their share opens. Art. 13(4)-(5), 14(4)."""

from typing import Any

from flask_babel import gettext, lazy_gettext
from wtforms import BooleanField, IntegerField, RadioField, SelectChoice, StringField
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.pacts.conditions.block import Rows, Values
from pactregistry.people.forms_day import SeenForm
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.shares import Share

_ = lazy_gettext
MOST = 100_000  # catches a typing mistake
LINE = 300
BASES = {"properties": _("properties"), "shops": _("shops")}
FORMS = {
    "none": _("none yet"),
    "association": _("an association"),
    "consortium": _("a consortium"),
    "cooperative": _("a cooperative"),
}


class RepresentationForm(SeenForm):
    """How many of the properties or shops that face the space stand together."""

    basis = RadioField(
        _("What is counted"),
        description=_("The two counts differ: say which one this is."),
        choices=[SelectChoice(key, label) for key, label in BASES.items()],
        validators=[InputRequired(_("Say whether properties or shops are counted (Art. 13(4))."))],
    )
    total = IntegerField(
        _("How many face the space"), validators=[InputRequired(), NumberRange(min=1, max=MOST)]
    )
    represented = IntegerField(
        _("How many of them are represented"),
        validators=[InputRequired(), NumberRange(min=0, max=MOST)],
    )
    gathered_as = RadioField(
        _("In which form they are gathered"),
        choices=[SelectChoice(key, label) for key, label in FORMS.items()],
        default="none",
    )
    preemption = BooleanField(
        _("They ask for pre-emption on an area kept for urban green"),
        description=_("A right to be preferred; it needs the share and one of the forms above."),
    )
    green_area = StringField(_("Which area"), validators=[Optional(), Length(max=LINE)])

    def validate_represented(self, field: Any) -> None:
        """A part is not more than the whole."""
        if self.total.data is not None and field.data > self.total.data:
            raise ValidationError(_("More are represented than there are."))


def share_of(values: Values) -> Share | None:
    """The share that was stated, None where nothing was."""
    return Share(values["represented"], values["total"]) if values.get("total") else None


def opens_preemption(values: Values, percent: int) -> bool:
    """Whether the share and the form open the right of pre-emption. Art. 13(5)."""
    share = share_of(values)
    gathered = values.get("gathered_as", "none") != "none"
    return share is not None and gathered and share.reaches(percent)


def rows(values: Values, _pack: Pack) -> Rows:
    """The lines that are printed."""
    share = share_of(values)
    if share is None:
        return []
    told = gettext(
        "%(part)s of %(total)s %(basis)s = %(percent)s %%",
        part=share.part,
        total=share.total,
        basis=BASES[values["basis"]],
        percent=f"{share.percent:.2f}",
    )
    lines = [
        (gettext("Represented"), told),
        (gettext("Gathered as"), str(FORMS[values["gathered_as"]])),
    ]
    if values["preemption"]:
        lines.append((gettext("Pre-emption asked for"), values["green_area"] or gettext("yes")))
    return lines
