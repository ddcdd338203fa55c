"""What a person settles about an imported file before it becomes public. Art. 36."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from pactregistry.documents.uploads import Upload
from pactregistry.people.forms_day import opened_on

PROPOSAL_FIELDS = (
    "title",
    "summary",
    "place_name",
    "district",
    "longitude",
    "latitude",
    "proposer_kind",
    "public_author",
    "submitted_on",
    "registry_number",
)
PACT_FIELDS = ("signed_on", "starts_on", "ends_on")


class ConfirmationForm(FlaskForm):
    """The imported values, to be corrected; the source's own words stand beside."""

    version = HiddenField()
    title = StringField(_("Title"), validators=[DataRequired(), Length(max=300)])
    summary = TextAreaField(
        _("Summary"),
        description=_("What it is about, in a sentence: the public reads it."),
        validators=[Optional(), Length(max=4000)],
    )
    standing = SelectField(
        _("Where it stands"),
        description=_("As the papers of the file say, not as the source says where they differ."),
        validators=[InputRequired()],
    )
    proposer_kind = SelectField(_("Who proposes"), validators=[DataRequired()])
    public_author = StringField(
        _("Name of the proposer as the public reads it"),
        description=_("A group's name. Leave it empty for a person who did not agree to be named."),
        validators=[Optional(), Length(max=300)],
    )
    place_name = StringField(_("Place"), validators=[DataRequired(), Length(max=300)])
    district = SelectField(_("District"), validators=[Optional()])
    latitude = DecimalField(
        _("Latitude"),
        description=_("In degrees, such as 44.6231."),
        places=8,
        validators=[Optional(), NumberRange(-90, 90)],
    )
    longitude = DecimalField(
        _("Longitude"),
        description=_("In degrees, such as 11.0512."),
        places=8,
        validators=[Optional(), NumberRange(-180, 180)],
    )
    submitted_on = DateField(_("Day on which it was received"), validators=[Optional()])
    registry_number = StringField(
        _("Registry number of the City"), validators=[Optional(), Length(max=100)]
    )
    signed_on = DateField(_("Day of the last signature on the pact"), validators=[Optional()])
    starts_on = DateField(_("First day of the pact"), validators=[Optional()])
    ends_on = DateField(_("Last day of the pact"), validators=[Optional()])
    paper = FileField(
        _("The pact as it was signed (PDF, JPEG, PNG or p7m)"),
        description=_("It stays with the office and the parties: the public does not see it."),
        validators=[Optional()],
    )
    checked = BooleanField(
        _("I compared this with the papers of the file; it may become public"),
        validators=[DataRequired()],
    )

    taken: Upload | None = None  # the paper, once it was checked

    @property
    def seen(self) -> int:
        """The version on which the form was opened."""
        return opened_on(self.version.data)
