"""What people type about themselves, their groups and the staff's roles. Art. 4, 10(2)."""

import re

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    DateField,
    EmailField,
    FileField,
    PasswordField,
    SelectChoice,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import Email, InputRequired, Length, Optional, Regexp, ValidationError

from pactregistry.workflow.states import ProposerKind, Role

LONGEST_NAME = 120
LONGEST_EMAIL = 254


class ProfileForm(FlaskForm):
    """Who one is, for the office and in public."""

    name = StringField(
        _("Name and surname"),
        description=_("Private: only the office that handles your file sees it."),
        validators=[InputRequired(), Length(max=120)],
        render_kw={"autocomplete": "name"},
    )
    public_name = StringField(
        _("Public name"),
        description=_(
            "Everyone sees it under your comments. It may be a first name or a nickname."
        ),
        validators=[Optional(), Length(max=60)],
        render_kw={"autocomplete": "nickname"},
    )
    phone = StringField(
        _("Phone"),
        description=_("Private. The office calls you when something in your file is unclear."),
        validators=[
            Optional(),
            Length(max=30),
            Regexp(
                r"^[0-9+ ()/.-]+$", message=_("Only digits, spaces and + are part of a number.")
            ),
        ],
        render_kw={"autocomplete": "tel", "inputmode": "tel"},
    )
    language = SelectField(
        _("Language"), description=_("Of the pages and of the mails that we send you.")
    )


GROUP_KINDS = [
    SelectChoice(ProposerKind.INFORMAL_GROUP, _("Informal group: people who act together")),
    SelectChoice(ProposerKind.ASSOCIATION, _("Association or other formal body")),
    SelectChoice(ProposerKind.SCHOOL, _("School or university")),
    SelectChoice(ProposerKind.BUSINESS, _("Business")),
]
STAFF_ROLES = [
    SelectChoice(Role.DESK, _("Collaboration office: runs the inquiry")),
    SelectChoice(Role.REVIEWER, _("Reviewing office: gives opinions")),
    SelectChoice(Role.DISTRICT, _("District president: gives an opinion of opportunity")),
    SelectChoice(Role.MANAGER, _("Managing officer: refuses with reasons, signs for the City")),
    SelectChoice(Role.EXECUTIVE, _("Secretary of the City executive: records its resolutions")),
    SelectChoice(Role.SECRETARY, _("Secretary of conciliation: convenes the committee")),
    SelectChoice(Role.ADMIN, _("Administrator: accounts and roles, no legal act")),
]
PERIOD_ENDS_FIRST = _("The last day lies before the first.")


class GroupForm(FlaskForm):
    """A group that wants to act together."""

    name = StringField(
        _("Name of the group"),
        description=_("Public once the group proposes something."),
        validators=[InputRequired(), Length(max=120)],
    )
    kind = SelectField(_("What it is"), choices=GROUP_KINDS, validators=[InputRequired()])
    purpose = TextAreaField(
        _("What it is for"),
        description=_("One or two sentences."),
        validators=[Optional(), Length(max=1000)],
    )


class MemberForm(FlaskForm):
    """One member more; an account is not needed."""

    name = StringField(
        _("Name of the member"),
        description=_("Private: the group's members see it, and the office where a file needs it."),
        validators=[InputRequired(), Length(max=120)],
    )
    email = EmailField(
        _("E-mail of their account"),
        description=_(
            "If they have one: we ask them, and once they say yes they see the group on their page."
        ),
        validators=[Optional(), Email(), Length(max=254)],
    )


class MembersForm(FlaskForm):
    """Several members at once, one a line."""

    lines = TextAreaField(
        _("Members, one a line"),
        description=_("The name, and after a comma the e-mail of their account if they have one."),
        validators=[InputRequired(), Length(max=8000)],
    )

    def members(self) -> list[tuple[str, str]]:
        """Name and e-mail of each line that is not empty; the e-mail may be empty."""
        lines = [line.strip() for line in (self.lines.data or "").splitlines() if line.strip()]
        return [(name.strip(), email.strip()) for name, _comma, email in _halves(lines)]

    def validate_lines(self, field: TextAreaField) -> None:  # noqa: ARG002 - WTForms passes it
        """Say in which line a name is too long or an address is none; nothing is added then."""
        for number, (name, email) in enumerate(self.members(), start=1):
            looks = not email or re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email)
            if not name or len(name) > LONGEST_NAME or not looks or len(email) > LONGEST_EMAIL:
                raise ValidationError(
                    gettext(
                        "Line %(number)s is not a name, or a name, a comma and an e-mail.",
                        number=number,
                    )
                )


def _halves(lines: list[str]) -> list[tuple[str, str, str]]:
    return [line.partition(",") for line in lines]


class MandateForm(FlaskForm):
    """The signed minutes by which the members chose who represents them."""

    paper = FileField(
        _("Signed minutes"),
        description=_("A PDF or a photograph, 20 MB at most."),
        validators=[InputRequired()],
    )


class PeriodForm(FlaskForm):
    """From when, until when and by which act."""

    since = DateField(_("First day"), validators=[InputRequired()])
    until = DateField(
        _("Last day"),
        description=_("Leave it empty where none is set yet."),
        validators=[Optional()],
    )
    act = StringField(
        _("Act"),
        description=_(
            "Number and day of the appointment or delegation; it is printed under signatures."
        ),
        validators=[Optional(), Length(max=200)],
    )

    def validate_until(self, field: DateField) -> None:
        """Refuse a period that ends before it begins."""
        if self.since.data and field.data and field.data < self.since.data:
            raise ValidationError(PERIOD_ENDS_FIRST)


class InvitationForm(PeriodForm):
    """Inviting somebody to a role for the City."""

    email = EmailField(
        _("E-mail"),
        description=_("We send the invitation to it. An account that exists already is kept."),
        validators=[InputRequired(), Email(), Length(max=254)],
    )
    name = StringField(_("Name and surname"), validators=[InputRequired(), Length(max=120)])
    role = SelectField(_("Role"), choices=STAFF_ROLES, validators=[InputRequired()])
    office = SelectField(
        _("Office or district"),
        description=_("Where the role is held; an administrator has none."),
        validators=[Optional()],
    )


class SubstituteForm(PeriodForm):
    """Naming who stands in for the holder of a role, with the delegation."""

    email = EmailField(_("E-mail"), validators=[InputRequired(), Email(), Length(max=254)])
    name = StringField(_("Name and surname"), validators=[InputRequired(), Length(max=120)])


class EndForm(FlaskForm):
    """The last day of a role."""

    until = DateField(_("Last day"), validators=[InputRequired()])


class FirstPasswordForm(FlaskForm):
    """The password that an invited person chooses."""

    password = PasswordField(
        _("Password"),
        description=_("At least 15 characters, any: a few words in a row are best."),
        validators=[InputRequired()],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _("The same password again"),
        validators=[InputRequired()],
        render_kw={"autocomplete": "new-password"},
    )

    def validate_again(self, field: PasswordField) -> None:
        """Refuse two passwords that differ."""
        if field.data != self.password.data:
            raise ValidationError(_("The two passwords differ."))
