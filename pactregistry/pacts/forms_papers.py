"""A paper that belongs to the text of a pact. Art. 5(2)."""

from collections.abc import Collection
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from pactregistry.people.forms_day import Wanted


class AnnexForm(FlaskForm):
    """A paper that belongs to the text."""

    label = SelectField(_("What it is"), validators=[InputRequired()])
    other = StringField(
        _("Name of the paper"),
        description=_("If it is none of the list."),
        validators=[Optional(), Length(max=120)],
    )
    file = FileField(_("File (PDF, JPEG, PNG or p7m, up to 20 MB)"), validators=[Wanted()])
    public = BooleanField(_("Everyone may read it: it names no private person"))
    private_kinds: Collection[str] = ()

    def validate_public(self, field: Any) -> None:
        """A paper that names persons by its kind is for the parties alone."""
        if field.data and self.label.data in self.private_kinds:
            raise ValidationError(_("A list of persons is never public: take the tick away."))
