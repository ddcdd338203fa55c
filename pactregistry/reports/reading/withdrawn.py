"""What everyone reads of photographs that were taken out: when and why, never who. Art. 30(6)."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Final

from flask_babel import gettext
from flask_babel import lazy_gettext as _

from pactregistry.journal import Entry
from pactregistry.languages import civil, day

WITHDRAWAL: Final = "withdraw_photograph"
GROUNDS: Final[dict[str, Any]] = {
    "withdrawn": _("Somebody on it no longer agrees to be shown"),
    "not_asked": _("Somebody on it had not agreed, or was not asked"),
    "minor": _("A minor can be recognised on it"),
}


def withdrawals(entries: Iterable[Entry]) -> list[str]:
    """A sentence for each photograph that was taken out, the oldest first."""
    return [
        taken_out(entry.recorded_at, entry.facts["ground"])
        for entry in entries
        if entry.step == WITHDRAWAL
    ]


def taken_out(at: datetime, ground: str) -> str:
    """The sentence on one of them."""
    sentence = gettext("A photograph was taken out on %(day)s.", day=day(civil(at)))
    return f"{sentence} {GROUNDS[ground]}."
