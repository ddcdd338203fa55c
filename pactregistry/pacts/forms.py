"""What people type to write a pact together. Art. 4(3), 5(2), 11(7), 24(4)."""

from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    EmailField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, DayForm, SeenForm, opened_on
from pactregistry.people.forms_number import NumberField
from pactregistry.proposals.form_fields import MOST_EURO

LONGEST_SECTION = 12_000  # characters: a technical limit, as the ones below
LONGEST_LINE = 300
LONGEST_NOTICE_DAYS = 3650
PREMISE_KINDS = [
    SelectChoice("constitution", _("Constitution")),
    SelectChoice("statute", _("Statute of the City")),
    SelectChoice("regulation", _("Regulation")),
    SelectChoice("proposal", _("Proposal")),
    SelectChoice("comments", _("Public comments")),
    SelectChoice("district", _("District president or vote")),
    SelectChoice("opinion", _("Opinion")),
    SelectChoice("minutes", _("Minutes of a meeting")),
    SelectChoice("resolution", _("Resolution")),
    SelectChoice("other", _("Other act")),
]


class AcceptanceForm(DayForm):
    """Accepting a proposal."""

    reason = TextAreaField(
        _("A word to the author and the public"),
        description=_("Public. For example what the office proposes to write first."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class SectionForm(FlaskForm):
    """One section: its text, or why it does not apply."""

    revision = HiddenField()
    text = TextAreaField(_("Text"), validators=[Optional(), Length(max=LONGEST_SECTION)])
    not_applicable = BooleanField(_("This section does not apply to our case"))
    reason = TextAreaField(
        _("Why it does not apply"),
        description=_("One sentence. It is printed in place of the text."),
        validators=[Length(max=LONGEST)],
    )

    @property
    def seen_revision(self) -> int:
        """The revision on which the form was opened."""
        return opened_on(self.revision.data)

    def validate_reason(self, field: Any) -> None:
        """A section that does not apply says why. Art. 5(2)."""
        if self.not_applicable.data and not (field.data or "").strip():
            raise ValidationError(_("Say in a sentence why the section does not apply."))


def whole_text_form(letters: list[str]) -> type[FlaskForm]:
    """The form of all sections on one screen, for the light pace. Art. 3(1)f-h."""
    fields = {f"section_{letter}": FormField(_SectionPart) for letter in letters}
    return type("WholeTextForm", (FlaskForm,), fields)


class _SectionPart(Form):
    revision = HiddenField()
    text = TextAreaField(_("Text"), validators=[Optional(), Length(max=LONGEST_SECTION)])
    not_applicable = BooleanField(_("Does not apply"))
    reason = StringField(_("Why it does not apply"), validators=[Length(max=LONGEST)])

    def validate_reason(self, field: Any) -> None:
        """A section that does not apply says why. Art. 5(2)."""
        if self.not_applicable.data and not (field.data or "").strip():
            raise ValidationError(_("Say in a sentence why the section does not apply."))


class RemarkForm(FlaskForm):
    """A remark for the other side."""

    remark = TextAreaField(_("Remark"), validators=[InputRequired(), Length(max=LONGEST)])


class TermsForm(SeenForm):
    """Duration, notice, supervisor and the acts that the pact rests on."""

    starts_on = DateField(
        _("First day"),
        description=_("Empty: the day of the last signature."),
        validators=[Optional()],
    )
    ends_on = DateField(_("Last day"), validators=[Optional()])
    withdrawal_notice_days = IntegerField(
        _("Notice to leave, in days"),
        validators=[InputRequired(), NumberRange(min=0, max=LONGEST_NOTICE_DAYS)],
    )
    supervisor = StringField(
        _("Supervisor"),
        description=_(
            "Where several people act: who checks equipment and the agreed way of acting."
        ),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )
    long_term_grounds = TextAreaField(
        _("Why a term longer than the normal one"),
        description=_("For buildings: the recovery works that need it."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    long_term_amount = NumberField(
        _("What these works cost, in euro"),
        validators=[Optional(), NumberRange(min=0, max=MOST_EURO)],
    )
    determination_number = StringField(
        _("Officer's decision: number"), validators=[Optional(), Length(max=LONGEST_LINE)]
    )
    determination_date = DateField(_("Officer's decision: date"), validators=[Optional()])
    resolution = StringField(
        _("Resolution of the City executive: number and date"),
        description=_("Needed where places or their planned use change substantially."),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )
    heritage_act = StringField(
        _("Approval of the heritage authority: number and date"),
        description=_("Needed before works on a protected place start; the City asks for it."),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )
    onerous_letters = Checkboxes(
        _("Onerous clauses, approved a second time"),
        description=_(
            "Sections that weigh on one side: who signs approves them apart (art. 1341 c.c.)."
        ),
        validators=[Optional()],
    )
    privacy_notice = TextAreaField(
        _("Notice on personal data"), validators=[Optional(), Length(max=LONGEST)]
    )

    def validate_ends_on(self, field: Any) -> None:
        """The last day is not before the first."""
        starts_on = self.starts_on.data if "starts_on" in self else None
        if field.data and starts_on and field.data < starts_on:
            raise ValidationError(_("The last day lies before the first day."))


class _Premise(Form):
    kind = SelectField(_("Kind"), choices=PREMISE_KINDS)
    text = TextAreaField(_("Text"), validators=[Optional(), Length(max=LONGEST)])
    number = StringField(_("Number"), validators=[Optional(), Length(max=LONGEST_LINE)])
    date = DateField(_("Date"), validators=[Optional()])


class PremisesForm(SeenForm):
    """What the pact rests on; a line without text is left out."""

    premises = FieldList(FormField(_Premise), min_entries=1, max_entries=40)


class _Support(Form):
    kind = SelectField(_("Kind of support"))
    description = TextAreaField(_("What exactly"), validators=[Optional(), Length(max=LONGEST)])
    amount_ceiling = NumberField(
        _("At most, in euro"), validators=[Optional(), NumberRange(min=0, max=MOST_EURO)]
    )


class SupportsForm(SeenForm):
    """The City's support; a line without a kind is left out."""

    supports = FieldList(FormField(_Support), min_entries=1, max_entries=20)


class SignatoryForm(FlaskForm):
    """A person who signs for the citizens."""

    name = StringField(_("Name and surname"), validators=[InputRequired(), Length(max=120)])
    email = EmailField(
        _("E-mail of their account"),
        description=_("Empty for a person without an account, who signs on paper."),
        validators=[Optional(), Length(max=254)],
    )
    capacity = StringField(
        _("In the role of"), validators=[InputRequired(), Length(max=LONGEST_LINE)]
    )
    on_behalf_of = StringField(
        _("For the group or body"), validators=[Optional(), Length(max=LONGEST_LINE)]
    )
    public_name = StringField(
        _("Name that becomes public"),
        description=_(
            "Of a group, its name; of a single person, the name or the initials, as they wish."
        ),
        validators=[InputRequired(), Length(max=LONGEST_LINE)],
    )


class CitySignatoryForm(FlaskForm):
    """Who signs for the City."""

    holding = SelectField(
        _("Managing officer or substitute"), coerce=int, validators=[InputRequired()]
    )


class InfluenceForm(FlaskForm):
    """Which comment changed which section."""

    comment = SelectField(_("Comment"), coerce=int, validators=[InputRequired()])
    letter = SelectField(_("Section that it changed"), validators=[InputRequired()])
