"""The terms that a call may set for its entries, in place of the pack's. Art. 11(2)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pactregistry.commons.calls.models import Call
from pactregistry.config import settings
from pactregistry.workflow.clocks import Unit
from pactregistry.workflow.pack import Pack, Term

# Terms that run on a proposal. What the text itself sets, no notice changes.
OF_A_PROPOSAL = ("inquiry", "comments", "opinion", "supplement", "answer_to_obstacles", "insist")
SHORTEST = "call_entries"


@dataclass(frozen=True)
class TermOfCall:
    """One term as it runs on the entries, beside what would run without the call."""

    term: Term
    usual: Term

    @property
    def is_own(self) -> bool:
        """Whether the call sets it."""
        return self.term.source == "notice"


def set_by_call(term: Term, own: Mapping[str, int]) -> Term:
    """A term with the call's own days, where it names some and the text leaves it free."""
    if term.source == "statute" or term.key not in own:
        return term
    return replace(term, value=own[term.key], unit=Unit.DAYS, source="notice")


def pack_of(call: Call) -> Pack:
    """The pack under which a call was drafted; the present one where it is no longer here."""
    here = settings()
    return here.packs.get(call.pack_id, here.pack)


def free_terms(pack: Pack) -> list[Term]:
    """The terms of a proposal that a call may set, as they run without it."""
    found = [settings().city.term(pack, key) for key in OF_A_PROPOSAL if key in pack.terms]
    return [term for term in found if term.source != "statute"]


def terms_of(call: Call) -> list[TermOfCall]:
    """All terms of a call's entries, each beside the usual one."""
    return [
        TermOfCall(set_by_call(usual, call.terms), usual) for usual in free_terms(pack_of(call))
    ]


def shortest_days(pack: Pack) -> int:
    """For how many days a call takes entries at least, as the city wants it; 0 for no wish."""
    known = SHORTEST in pack.terms
    return (settings().city.term(pack, SHORTEST).value or 0) if known else 0
