"""What the author wrote that the public sheet shows, read before it is published. Art. 11(5)."""

from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from json import dumps

from pactregistry.proposals.call_answered import questions_of
from pactregistry.proposals.models import Proposal


@dataclass(frozen=True)
class SheetText:
    """The author's words and facts that become public; nothing else of the file does."""

    title: str
    summary: str
    description: str
    benefits: str
    support_asked: str
    public_author: str
    proposer_kind: str
    people_count: int | None
    theme: str
    place_name: str
    district: str
    longitude: float | None
    latitude: float | None
    intensity: str
    commons_kind: str
    wished_from: date | None
    wished_until: date | None
    works: bool
    money: bool
    risk: bool
    private_owner: bool
    heritage_protected: bool
    # The call that it answers, and what it says to each of its questions.
    call_number: str = ""
    call_title: str = ""
    answered: tuple[tuple[str, str], ...] = ()


def sheet_text(proposal: Proposal) -> SheetText:
    """The public words of a proposal as they stand now."""
    return SheetText(
        title=proposal.title,
        summary=proposal.summary,
        description=proposal.description,
        benefits=proposal.benefits,
        support_asked=proposal.support_asked,
        public_author=proposal.public_author,
        proposer_kind=proposal.proposer_kind,
        people_count=proposal.people_count,
        theme=proposal.theme,
        place_name=proposal.place_name,
        district=proposal.district,
        longitude=proposal.longitude,
        latitude=proposal.latitude,
        intensity=proposal.intensity or "",
        commons_kind=proposal.commons_kind or "",
        wished_from=proposal.wished_from,
        wished_until=proposal.wished_until,
        works=proposal.works,
        money=proposal.money,
        risk=proposal.risk,
        private_owner=proposal.private_owner,
        heritage_protected=proposal.heritage_protected,
        call_number=(proposal.call.number or "") if proposal.call else "",
        call_title=proposal.call.title if proposal.call else "",
        answered=tuple(questions_of(proposal)),
    )


def text_digest(proposal: Proposal) -> str:
    """A fingerprint of the public words: what was read must be what is published."""
    canonical = dumps(asdict(sheet_text(proposal)), sort_keys=True, default=str)
    return sha256(canonical.encode()).hexdigest()
