"""The account of a reimbursement in words, on pages and in files alike. Art. 24."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from babel.numbers import format_decimal
from flask_babel import gettext

from pactregistry.languages import euro, written
from pactregistry.reports.labels import category_label
from pactregistry.reports.money.account import Key, Line
from pactregistry.workflow.citations import Citation
from pactregistry.workflow.engine import N_
from pactregistry.workflow.pack import Pack

TENTH: Final = Decimal("0.1")
SENTENCES: Final[Mapping[Key, str]] = {
    Key.OWN_WORK: N_("Pay for the citizens' own work, %(left_out)s: never reimbursed"),
    Key.UNKNOWN_KIND: N_("Costs of no kind that is reimbursed, %(left_out)s: left out"),
    Key.REJECTED: N_("Costs that the office did not admit, %(left_out)s: left out"),
    Key.OTHER_MONEY: N_("Paid with other money, %(left_out)s: shown, not asked back"),
    Key.REIMBURSABLE: N_("Costs that can be reimbursed"),
    Key.FEES_WITHIN: N_(
        "Professional fees of %(fees)s are %(percent)s %% of these costs: not more than the "
        "%(share)s %% allowed"
    ),
    Key.FEES_CUT: N_(
        "Professional fees of %(fees)s are %(percent)s %% of these costs. They may be at most "
        "%(share)s %% of what is reimbursed: %(allowed)s. The rest is left out"
    ),
    Key.CEILING_CUT: N_("The pact states at most %(ceiling)s: what is above is left out"),
    Key.CEILING_KEPT: N_("The pact states at most %(ceiling)s: not more than that"),
    Key.PAYABLE: N_("Reimbursed in all"),
    Key.GRANTED: N_("Less what was granted until now"),
    Key.BALANCE: N_("Granted now"),
    Key.GIVE_BACK: N_("To be given back to the City"),
    Key.CARRIED: N_("Left of what was granted: it counts in the next report"),
}
NO_SUM: Final = "–"
SUMS_OF_MONEY: Final = frozenset({"left_out", "fees", "allowed", "ceiling"})


@dataclass(frozen=True)
class Told:
    """A line as it is read."""

    what: str
    amount: Decimal
    cites: tuple[Citation, ...]
    is_sum: bool


def told(lines: Iterable[Line], pack: Pack) -> list[Told]:
    """The lines of an account in the reader's language."""
    return [Told(_sentence(line, pack), line.amount, line.cites, line.is_sum) for line in lines]


def printed(lines: Iterable[Line], pack: Pack) -> list[dict[str, object]]:
    """The account as plain values that the report's file prints."""
    return [
        {
            "what": line.what,
            "amount": euro(line.amount) if line.amount or line.is_sum else NO_SUM,
            "source": ", ".join(
                gettext("Art. %(place)s", place=cited.label) for cited in line.cites
            ),
            "is_sum": line.is_sum,
        }
        for line in told(lines, pack)
    ]


def _sentence(line: Line, pack: Pack) -> str:
    if line.key is Key.CATEGORY:
        return category_label(line.details["category"], pack)
    details = dict(line.details)
    for name in SUMS_OF_MONEY & details.keys():
        details[name] = euro(Decimal(details[name]))
    if "percent" in details:
        details["percent"] = _percent(Decimal(details["percent"]), Decimal(details["share"]))
    return str(gettext(SENTENCES[line.key], **details))


def _percent(exact: Decimal, share: Decimal) -> str:
    shown = exact.quantize(TENTH, ROUND_HALF_UP)
    number = format_decimal(shown, "0.#", locale=written())
    # One cent above the share must not read as if it were the share itself.
    return gettext("a little over %(number)s", number=number) if shown == share < exact else number
