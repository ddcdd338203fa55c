"""What people type to change a signed pact. Art. 5(2)b, 5(2)m."""

from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, DateField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from pactregistry.pacts.forms_life import ReasonForm
from pactregistry.people.forms_day import LONGEST, SeenForm
from pactregistry.people.forms_number import NumberField
from pactregistry.proposals.form_fields import MOST_EURO


class AmendmentForm(ReasonForm):
    """What should change and why."""

    at_once = BooleanField(
        _("Open the new text now, without waiting for the other side's answer"),
        description=_("Nothing changes in the pact until both sides have signed the new text."),
    )


class ExtensionWishForm(ReasonForm):
    """Until when a side would like to go on."""

    ends_on = DateField(_("New last day"), validators=[InputRequired()])


class ExtensionForm(ExtensionWishForm):
    """A later last day; for a building, the works that need a term beyond the limit."""

    long_term_grounds = TextAreaField(
        _("Why a term longer than the normal one"),
        description=_("For buildings: the recovery works that need it."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    long_term_amount = NumberField(
        _("What these works cost, in euro"),
        validators=[Optional(), NumberRange(min=0, max=MOST_EURO)],
    )


class AnswerForm(SeenForm):
    """The answer to what the other side asked."""

    reason = TextAreaField(
        _("Reason"),
        description=_("Needed to say no: the other side reads it."),
        validators=[Optional(), Length(max=LONGEST)],
    )


def without(form: Any, *names: str) -> Any:
    """A form without the fields that do not concern this pact."""
    for name in names:
        delattr(form, name)
    return form
