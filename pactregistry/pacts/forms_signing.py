"""What a person types to sign, and the desk to record a signature on paper. Art. 11(10)."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    HiddenField,
    RadioField,
    SelectChoice,
    SelectField,
    StringField,
)
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.pacts.signing_words import IDENTITY_CHECKS
from pactregistry.people.forms_day import Wanted

APPROVAL = [
    SelectChoice("yes", _("I approve these clauses specifically")),
    SelectChoice("no", _("I do not: I know that they may then have no effect")),
]
IDENTITY = [SelectChoice(key, _(text)) for key, text in IDENTITY_CHECKS.items()]


class SignForm(FlaskForm):
    """A signature given here, or a file signed elsewhere."""

    digest = HiddenField()
    kind = RadioField(_("How do you sign?"), validators=[InputRequired()])
    onerous = RadioField(_("Second approval"), choices=APPROVAL, validators=[InputRequired()])
    file = FileField(
        _("The signed file"),
        description=_(
            "Only if you signed elsewhere: the frozen PDF with your digital signature, or its .p7m."
        ),
        validators=[Optional()],
    )
    code = StringField(
        _("One-time code"),
        description=_("The six digits that your device shows now."),
        validators=[Optional(), Length(max=12)],
        render_kw={"autocomplete": "one-time-code", "inputmode": "numeric"},
    )


class PaperForm(FlaskForm):
    """A signature on paper, whose scan an officer attests."""

    digest = HiddenField()
    occurred_on = DateField(_("Day of the signature"), validators=[InputRequired()])
    identity = SelectField(
        _("How identity was checked"), choices=IDENTITY, validators=[InputRequired()]
    )
    file = FileField(_("Scan of the signed paper (PDF, JPEG or PNG)"), validators=[Wanted()])
    duties = BooleanField(
        _("The person was given the page on duties and liability before signing"),
        validators=[Optional()],
    )
    onerous = BooleanField(
        _("The paper carries the second signature under the onerous clauses"),
        validators=[Optional()],
    )
    attested = BooleanField(
        _("I attest that the scan is the paper that was signed, and that it carries this text"),
        validators=[InputRequired()],
    )
