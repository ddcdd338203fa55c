"""Where cities differ: kinds of pact, comments, what a new text does. Art. 5(2), 6, 11, 36.

A pack says it as data; nothing in the program asks which pack it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pactregistry.workflow.citations import Citation, cite


class Approval(StrEnum):
    """Who approves before the managing officer signs. Art. 11(9)."""

    EXECUTIVE = "executive"


class CommentEffect(StrEnum):
    """What third parties may do while comments are open. Art. 11(5)."""

    OBSERVE = "observe"
    OPPOSE = "oppose"


class CommentDays(StrEnum):
    """Whether the days of publication count as the inquiry's or come on top. Art. 11(4), 11(5)."""

    WITHIN = "within_inquiry"
    AFTER = "after_inquiry"


class OpenProposals(StrEnum):
    """What a text that enters into force does to the proposals that are open. Art. 36(1)."""

    STAY = "stay"
    MOVE = "move"
    ASK = "ask"


@dataclass(frozen=True)
class Kind:
    """A kind of pact, with what differs for it: approval, terms, longest duration.

    `terms` names for a term of the procedure the one that stands in for it, such as `comments` by
    `comments_complex`; `max_years` of None leaves the duration to the pack's thresholds.
    """

    key: str
    cites: tuple[Citation, ...]
    label: Mapping[str, str]
    hint: Mapping[str, str]
    approval: tuple[Approval, ...] = ()
    terms: Mapping[str, str] = field(default_factory=dict)
    max_years: int | None = None

    @property
    def needs_executive(self) -> bool:
        """Whether the City executive approves it. Art. 11(9)."""
        return Approval.EXECUTIVE in self.approval


@dataclass(frozen=True)
class Procedure:
    """How comments work; `weighty_comments` is the term that the office may give a weighty case."""

    cites: tuple[Citation, ...] = cite("11(5)")
    comment_effect: CommentEffect = CommentEffect.OBSERVE
    comments: CommentDays = CommentDays.WITHIN
    weighty_comments: str = ""


@dataclass(frozen=True)
class Transition:
    """What happens to open proposals when this text enters into force; pacts always stay.

    `term` is the key of the term in which an author may choose, where `open_proposals` asks.
    """

    cites: tuple[Citation, ...] = cite("36(1)")
    open_proposals: OpenProposals = OpenProposals.STAY
    text: Mapping[str, str] = field(default_factory=dict)
    term: str = ""
