"""The arithmetic of a reimbursement, exact to the cent and explained line by line. Art. 24."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum
from typing import Any, Final

from pactregistry.workflow.citations import Citation, cite, from_json

CENT: Final = Decimal("0.01")
NOTHING: Final = Decimal("0.00")
WHOLE: Final = 100  # percent


class Taken(StrEnum):
    """How the account takes a cost: it counts, or why it does not. Art. 24(3), 24(6), 25(1)."""

    COUNTED = "counted"
    OTHER_MONEY = "other_money"
    OWN_WORK = "own_work"
    UNKNOWN_KIND = "unknown_kind"
    REJECTED = "rejected"


class Key(StrEnum):
    """What a line of the account says; `wording` has the sentences."""

    CATEGORY = "category"
    OWN_WORK = "own_work"
    UNKNOWN_KIND = "unknown_kind"
    REJECTED = "rejected"
    OTHER_MONEY = "other_money"
    REIMBURSABLE = "reimbursable"
    FEES_WITHIN = "fees_within"
    FEES_CUT = "fees_cut"
    CEILING_CUT = "ceiling_cut"
    CEILING_KEPT = "ceiling_kept"
    PAYABLE = "payable"
    GRANTED = "granted"
    BALANCE = "balance"
    GIVE_BACK = "give_back"
    CARRIED = "carried"


SUMS: Final = frozenset({Key.REIMBURSABLE, Key.PAYABLE, Key.BALANCE, Key.GIVE_BACK, Key.CARRIED})
LEFT_OUT: Final = {
    Taken.OWN_WORK: (Key.OWN_WORK, cite("24(3)")),
    Taken.UNKNOWN_KIND: (Key.UNKNOWN_KIND, cite("24(6)", "24(7)")),
    Taken.REJECTED: (Key.REJECTED, cite("24(6)", "24(5)")),
    Taken.OTHER_MONEY: (Key.OTHER_MONEY, cite("24(1)", "25(1)")),
}


@dataclass(frozen=True)
class Spent:
    """A cost as the account sees it; one that is not examined counts unless the law forbids it."""

    amount: Decimal
    category: str
    is_fee: bool = False
    is_listed: bool = True
    own_work: bool = False
    asked_back: bool = True
    is_rejected: bool = False

    @property
    def taken(self) -> Taken:
        """How the account takes it."""
        if not self.asked_back:
            return Taken.OTHER_MONEY
        if self.own_work:
            return Taken.OWN_WORK
        if self.is_rejected:
            return Taken.REJECTED
        return Taken.COUNTED if self.is_listed else Taken.UNKNOWN_KIND


@dataclass(frozen=True)
class Terms:
    """What limits the account; on the last one what is left of an advance is given back."""

    ceiling: Decimal
    fees_share: int
    granted: Decimal = NOTHING
    is_last: bool = True


@dataclass(frozen=True)
class Line:
    """One line of the account: what, how much, under which articles; a sum stands out."""

    key: Key
    amount: Decimal
    cites: tuple[Citation, ...]
    details: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_sum(self) -> bool:
        """Whether it sums up what stands above it."""
        return self.key in SUMS

    def as_json(self) -> dict[str, Any]:
        """The line as it is kept with the settlement."""
        return {
            "key": self.key.value,
            "amount": str(self.amount),
            "cites": [citation.as_json() for citation in self.cites],
            "details": dict(self.details),
        }


@dataclass(frozen=True)
class Account:
    """What follows from costs and terms.

    `rest` is what is payable less what was granted; below nothing it is given back on the last
    account, and carried on to the next report before that.
    """

    costs: tuple[Spent, ...]
    terms: Terms

    @property
    def goods(self) -> Decimal:
        """The costs that count, professional fees aside. Art. 24(6)."""
        return _sum(c for c in self._counted if not c.is_fee)

    @property
    def fees(self) -> Decimal:
        """The professional fees that count before their share is looked at. Art. 24(7)."""
        return _sum(c for c in self._counted if c.is_fee)

    @property
    def reimbursable(self) -> Decimal:
        """All costs that count."""
        return self.goods + self.fees

    @property
    def allowed_fees(self) -> Decimal:
        """The largest sum A up to the fees with A at most the share of (other costs + A)."""
        share = self.terms.fees_share
        if share >= WHOLE:
            return self.fees
        most = (self.goods * share / (WHOLE - share)).quantize(CENT, ROUND_DOWN)
        return min(self.fees, most)

    @property
    def payable(self) -> Decimal:
        """What the City reimburses in all, never above the ceiling. Art. 24(4)."""
        return min(self.goods + self.allowed_fees, self.terms.ceiling)

    @property
    def rest(self) -> Decimal:
        """What is payable less what was granted already."""
        return self.payable - self.terms.granted

    @property
    def balance(self) -> Decimal:
        """What is granted now; below nothing it is given back."""
        return self.rest if self.terms.is_last else max(self.rest, NOTHING)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The account line by line."""
        return (
            *self._category_lines(),
            *self._left_out_lines(),
            Line(Key.REIMBURSABLE, self.reimbursable, cite("24(6)", "24(7)")),
            *self._fee_lines(),
            self._ceiling_line(),
            Line(Key.PAYABLE, self.payable, cite("24(1)", "24(4)")),
            Line(Key.GRANTED, -self.terms.granted, cite("24(5)")),
            self._last_line(),
        )

    def as_json(self) -> dict[str, Any]:
        """The account as it is kept with the settlement."""
        return {"lines": [line.as_json() for line in self.lines]}

    @property
    def _counted(self) -> list[Spent]:
        return [cost for cost in self.costs if cost.taken is Taken.COUNTED]

    def _category_lines(self) -> list[Line]:
        sums: dict[str, Decimal] = {}
        fees = {cost.category for cost in self._counted if cost.is_fee}
        for cost in self._counted:
            sums[cost.category] = sums.get(cost.category, NOTHING) + cost.amount
        return [
            Line(
                Key.CATEGORY,
                amount,
                cite("24(7)") if key in fees else cite("24(6)"),
                {"category": key},
            )
            for key, amount in sums.items()
        ]

    def _left_out_lines(self) -> list[Line]:
        found = []
        for taken, (key, cites) in LEFT_OUT.items():
            out = [cost for cost in self.costs if cost.taken is taken]
            if out:
                found.append(Line(key, NOTHING, cites, {"left_out": str(_sum(out))}))
        return found

    def _fee_lines(self) -> list[Line]:
        if not self.fees:
            return []
        cut = self.fees - self.allowed_fees
        details = {
            "fees": str(self.fees),
            "share": str(self.terms.fees_share),
            "percent": str(self.fees * WHOLE / self.reimbursable),
            "allowed": str(self.allowed_fees),
        }
        return [Line(Key.FEES_CUT if cut else Key.FEES_WITHIN, -cut, cite("24(7)"), details)]

    def _ceiling_line(self) -> Line:
        cut = self.goods + self.allowed_fees - self.payable
        details = {"ceiling": str(self.terms.ceiling)}
        return Line(Key.CEILING_CUT if cut else Key.CEILING_KEPT, -cut, cite("24(4)"), details)

    def _last_line(self) -> Line:
        if self.rest >= NOTHING:
            return Line(Key.BALANCE, self.rest, cite("24(5)"))
        key = Key.GIVE_BACK if self.terms.is_last else Key.CARRIED
        return Line(key, -self.rest, cite("24(5)"))


def kept_lines(kept: Mapping[str, Any]) -> tuple[Line, ...]:
    """The lines of an account as they were kept with its settlement."""
    return tuple(
        Line(
            Key(line["key"]),
            Decimal(line["amount"]),
            tuple(from_json(citation) for citation in line["cites"]),
            line["details"],
        )
        for line in kept.get("lines", ())
    )


def _sum(costs: Iterable[Spent]) -> Decimal:
    return sum((cost.amount for cost in costs), NOTHING)
