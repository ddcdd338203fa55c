"""What an officer types to decide, correct, reopen or withhold. Art. 1(2), 3(1)b, 11(8)."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.people.forms_day import LONGEST, ExplainForm, SeenForm, TextsForm, Wanted


class RedirectionForm(ExplainForm):
    """The right instrument, and why a pact is not it. Art. 1(2), 1(4)."""

    instrument = StringField(
        _("The right instrument, and where to ask for it"),
        description=_("For example a call for grants, a permit, a service of the City."),
        validators=[Wanted(), Length(max=300)],
    )


class ReasonsForm(TextsForm):
    """One reason for each obstacle. Art. 11(8)."""


class CorrectionForm(SeenForm):
    """What the public sheet should say, and why it said something else. Art. 3(1)b."""

    title = StringField(_("Title"), validators=[InputRequired(), Length(max=200)])
    summary = TextAreaField(_("Summary"), validators=[Optional(), Length(max=LONGEST)])
    description = TextAreaField(_("Description"), validators=[Optional(), Length(max=LONGEST)])
    benefits = TextAreaField(_("Benefits"), validators=[Optional(), Length(max=LONGEST)])
    support_asked = TextAreaField(_("Support asked"), validators=[Optional(), Length(max=LONGEST)])
    public_author = StringField(
        _("Who proposes, as the public reads it"), validators=[Optional(), Length(max=200)]
    )
    theme = StringField(_("Theme"), validators=[Optional(), Length(max=100)])
    place_name = StringField(_("Place"), validators=[Optional(), Length(max=200)])
    district = SelectField(_("District"), validators=[Optional()])
    pact_kind = SelectField(
        _("Kind of pact"),
        description=_("Who approves depends on it; terms that were announced stay."),
        validators=[Optional()],
    )
    reason = TextAreaField(
        _("What was wrong, and how it is known"),
        description=_("It becomes part of the public history: do not repeat the mistake here."),
        validators=[Wanted(), Length(max=LONGEST)],
    )

    def changes(self) -> dict[str, str]:
        """The public fields as typed."""
        return {
            field.name: field.data or ""
            for field in self
            if field.name not in {"version", "reason", "csrf_token"}
        }
