"""What people type to take back, give up, withhold or correct. Art. 3(1)b, 3(1)i."""

from flask_babel import lazy_gettext as _
from wtforms import SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.people.forms_day import LONGEST, SeenForm, Wanted

LONGEST_LINE = 300


class ReasonForm(SeenForm):
    """One reason, public."""

    reason = TextAreaField(
        _("Reason"),
        description=_("It becomes part of the public history: no personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class HidingForm(SeenForm):
    """Why a pact should not be public as it is; only officers read it."""

    reason = TextAreaField(
        _("What should not have been public, and why"),
        description=_("Only officers and who signed read this."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class PactCorrectionForm(ReasonForm):
    """What the register says beside the signed text."""

    title = StringField(_("Title"), validators=[InputRequired(), Length(max=200)])
    summary = TextAreaField(_("Summary"), validators=[Optional(), Length(max=LONGEST)])
    theme = StringField(_("Theme"), validators=[Optional(), Length(max=100)])
    place_name = StringField(_("Place"), validators=[Optional(), Length(max=200)])
    district = SelectField(_("District"), validators=[Optional()])
    heritage_act = StringField(
        _("Approval of the heritage authority: number and date"),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )
