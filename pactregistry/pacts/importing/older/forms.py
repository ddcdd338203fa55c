"""What a person settles about an older pact before it becomes public, and its papers. Art. 36."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    DecimalField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from pactregistry.documents.uploads import Upload
from pactregistry.pacts.forms_life import ReasonForm
from pactregistry.people.forms_choices import Checkboxes
from pactregistry.people.forms_day import LONGEST, SeenForm

PACT_FIELDS = (
    "title",
    "summary",
    "place_name",
    "district",
    "longitude",
    "latitude",
    "intensity",
    "commons_kind",
    "theme",
    "signed_on",
    "starts_on",
    "ends_on",
)
OLDER_FIELDS = (
    "registry_number",
    "act_number",
    "act_date",
    "proposal_number",
    "proposal_date",
    "ended_on",
    "how_ended",
    "parties",
    "persons",
)
LINES = ("parties", "persons")


class PapersForm(SeenForm):
    """Which papers the public reads."""

    shown = Checkboxes(
        _("Papers that the public reads"),
        description=_(
            "None is public unless you choose it. A signed pact nearly always holds tax codes, "
            "home addresses, telephone numbers and signatures by hand: publish only a copy "
            "without them."
        ),
        coerce=int,
        validators=[Optional()],
    )
    looked = BooleanField(
        _(
            "I read every page of the papers that I publish, also what the search found or could "
            "not read: no private data of a person is in them"
        ),
        validators=[Optional()],
    )
    paper = FileField(
        _("One more paper (PDF, JPEG, PNG or p7m)"),
        description=_(
            "For instance the same pact without private data. Choose it again each time."
        ),
        validators=[Optional()],
    )

    taken: Upload | None = None  # the paper, once it was checked


class OlderPactForm(PapersForm):
    """The imported values, to be corrected; the row's own words stand beside."""

    title = StringField(_("Title"), validators=[DataRequired(), Length(max=300)])
    summary = TextAreaField(
        _("Summary"),
        description=_("What it is about, in a sentence: the public reads it."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    standing = SelectField(
        _("Where it stands"),
        description=_("As the papers say; choose “unknown” where they do not."),
        validators=[InputRequired()],
    )
    registry_number = StringField(
        _("Registry number of the City"), validators=[Optional(), Length(max=100)]
    )
    act_number = StringField(
        _("Act that approved it"),
        description=_("As the City calls it, such as: determination 214."),
        validators=[Optional(), Length(max=300)],
    )
    act_date = DateField(_("Day of the act"), validators=[Optional()])
    signed_on = DateField(_("Day of the last signature on the pact"), validators=[Optional()])
    starts_on = DateField(_("First day of the pact"), validators=[Optional()])
    ends_on = DateField(
        _("Last day of the pact"),
        description=_("Of a pact in force it counts as soon as you confirm: on it the pact ends."),
        validators=[Optional()],
    )
    ended_on = DateField(
        _("Day on which it really ended"),
        description=_("Only of a pact that has ended; empty where nobody knows."),
        validators=[Optional()],
    )
    how_ended = SelectField(_("How it ended"), validators=[Optional()])
    parties = TextAreaField(
        _("Parties that the public reads, one a line"),
        description=_("Associations, groups, schools, businesses; a person only by consent."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    persons = TextAreaField(
        _("Persons, one a line: private"),
        description=_("Only the office reads them."),
        validators=[Optional(), Length(max=LONGEST)],
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
    intensity = SelectField(_("Kind of care"), validators=[Optional()])
    commons_kind = SelectField(_("Kind of commons"), validators=[Optional()])
    theme = StringField(_("Theme"), validators=[Optional(), Length(max=100)])
    proposal_number = StringField(
        _("Registry number of the proposal"), validators=[Optional(), Length(max=100)]
    )
    proposal_date = DateField(_("Day on which the proposal was received"), validators=[Optional()])
    paper_shown = BooleanField(_("The public reads this one more paper"), validators=[Optional()])
    checked = BooleanField(
        _("I compared this with the papers of the pact; it may become public"),
        validators=[DataRequired()],
    )


class PapersCorrectionForm(PapersForm, ReasonForm):
    """Showing or hiding papers of a confirmed pact; one more paper comes to be shown."""
