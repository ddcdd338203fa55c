"""What several forms on a dispute ask in the same words. Art. 33(1)."""

from typing import Any, Final

from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import InputRequired, Length, Optional

IN_THE_ROOM: Final = _(
    "The parties, the members of the committee and its secretary read it, nobody else."
)
LONGEST_LINE: Final = 300


def bare(text: str | None) -> str | None:
    """An e-mail address as it was typed: a space before or after it is no part of it."""
    return text.strip() if text else text


def letter_field(*, wanted: bool) -> Any:
    """Where the paper is that the desk records; an answer may have come at the counter."""
    return StringField(
        _("The letter and its registry number"),
        description=_("What you record came on paper: say where it is. Officers read it."),
        validators=[InputRequired() if wanted else Optional(), Length(max=LONGEST_LINE)],
    )
