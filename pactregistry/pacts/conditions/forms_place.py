"""What the desk records of owners and of the heritage authority. Art. 14, 15(6), 16(4)."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import MultipleFileField, RadioField, SelectChoice, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.documents.arriving import taken_in
from pactregistry.documents.uploads import Upload
from pactregistry.pacts.forms import LONGEST_LINE
from pactregistry.people.forms_day import LONGEST, DayForm, Wanted

LINE = [Optional(), Length(max=LONGEST_LINE)]


class HeritageRequestForm(DayForm):
    """The City asks the heritage authority."""

    protocol = StringField(_("Registry number of the request"), validators=LINE)


class HeritageActForm(DayForm):
    """What the heritage authority answered."""

    outcome = RadioField(
        _("What it says"),
        choices=[
            SelectChoice("approved", _("approved")),
            SelectChoice("denied", _("denied")),
        ],
        validators=[InputRequired()],
    )
    act = StringField(
        _("Number and date of the act"), validators=[Wanted(), Length(max=LONGEST_LINE)]
    )
    conditions = TextAreaField(
        _("Conditions that it sets"), validators=[Optional(), Length(max=LONGEST)]
    )


class OwnerForm(DayForm):
    """The place has another owner."""

    reason = TextAreaField(
        _("What happened"),
        description=_("For example: sold, inherited. Name no private person: it becomes public."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class ConsentForm(DayForm):
    """An owner consents, or the City's act stands in its place."""

    owner = StringField(
        _("Who consents"),
        description=_("The owner's name; only the parties and the office read it."),
        validators=[InputRequired(), Length(max=LONGEST_LINE)],
    )
    act = StringField(
        _("Act of the City in place of consent"),
        description=_("Only for disused buildings of others (art. 838 c.c.): number and date."),
        validators=LINE,
    )
    files = MultipleFileField(
        _("The paper"),
        description=_("PDF, JPEG, PNG or p7m, 20 MB at most. Only the parties see it."),
        validators=[Optional()],
    )
    papers: Sequence[Upload] = ()

    def validate_files(self, field: Any) -> None:
        """Take the files in, or say why not."""
        self.papers = taken_in(field)
