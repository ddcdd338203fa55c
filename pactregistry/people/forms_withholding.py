"""What an officer types to take a file from the public, or to show it again. Art. 3(1)b."""

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import Length

from pactregistry.people.forms_day import LONGEST, SeenForm, Wanted


class WithholdingForm(SeenForm):
    """Why something should not have been public; only officers read it."""

    reason = TextAreaField(
        _("What should not have been public, and why"),
        description=_("Only officers and the author read this."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class RestorationForm(SeenForm):
    """Why it may be public again."""

    reason = TextAreaField(
        _("Reason"),
        description=_("It becomes part of the public history: no personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )
