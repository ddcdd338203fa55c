"""What people type about themselves, their groups and the staff's roles. Art. 4, 10(2)."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional, Regexp


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
