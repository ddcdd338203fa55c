"""Scenario 7, a stage in the park: late, warned, answered, refused. Art. 11(4), 11(8)."""

from collections.abc import Generator, Iterator

from pactregistry.demo import doing
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import GAS, REFUSAL, SMALLER, STAGE
from pactregistry.people.acting import today
from pactregistry.proposals import actions_author, actions_comments, actions_decision
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Role, Verdict

WORKS = frozenset({"works", "risk"})


def late(cast: Cast) -> Iterator[Moment]:
    """The City is late by twelve days: the gas network's opinion is awaited."""
    bruno = cast["bruno"]
    yield at(-57, 10)
    draft = doing.begin(bruno, STAGE | doing.place("Parco del Mulino"), burdens=WORKS)
    proposal = doing.send(draft, bruno.actor)
    yield at(-55, 9)
    doing.open_inquiry(proposal, cast["desk"], ["gas"])
    yield at(-50, 20)
    comment = doing.comment(
        proposal, cast["pia"], "harm", "La sera il rumore arriva fino alle case di via del Mulino."
    )
    yield at(-49, 8)
    doing.comment(
        proposal, bruno, "observation", "Ci fermiamo alle 22, lo scriviamo nel patto.", comment
    )
    yield at(-40, 11)
    doing.opine(proposal, cast["fiume"], Verdict.FAVOURABLE, "")


def warned(cast: Cast) -> Iterator[Moment]:
    """The obstacles are announced, the author's answer is awaited."""
    proposal = yield from _negative(cast, -36, "Giardino dei Tigli", "Pedana fissa ai Tigli")
    yield at(-4, 12)
    _warn(cast, proposal)


def answered(cast: Cast) -> Iterator[Moment]:
    """The author answered with a smaller stage: back in inquiry, with a new text."""
    proposal = yield from _negative(cast, -41, "Campo Stella", "Un palco a Campo Stella")
    yield at(-14, 12)
    _warn(cast, proposal)
    yield at(-8, 21)
    actions_author.answer(
        proposal,
        cast["bruno"].actor,
        proposal.version,
        today(),
        "Rinunciamo al palco fisso: ne montiamo uno mobile, senza fondazioni.",
        SMALLER,
        (),
    )


def refused(cast: Cast) -> Iterator[Moment]:
    """Warned, not answered in the term, refused with a reason for each obstacle."""
    proposal = yield from _negative(cast, -58, "Via del Forno", "Palco e concerti in Via del Forno")
    yield at(-24, 12)
    _warn(cast, proposal)
    yield at(-13, 9)
    manager = cast["manager"]
    actions_decision.refuse(proposal, manager.actor, proposal.version, today(), REFUSAL)


def _negative(cast: Cast, day: int, where: str, title: str) -> Generator[Moment, None, Proposal]:
    """From the proposal to the negative opinion; gives the proposal."""
    author = cast["bruno"] if "Stella" in title else cast["ugo"]
    yield at(day, 10)
    draft = doing.begin(author, STAGE | doing.place(where) | {"title": title}, burdens=WORKS)
    proposal = doing.send(draft, author.actor)
    yield at(day + 1, 9)
    doing.open_inquiry(proposal, cast["desk"], ["gas"])
    yield at(day + 3, 20)
    noise = doing.comment(proposal, cast["rita"], "harm", "Il rumore della sera disturba.")
    yield at(day + 9, 11)
    doing.opine(proposal, cast["gas"], Verdict.UNFAVOURABLE, GAS[0])
    yield at(day + 17, 9)
    actions_comments.answer_comment(
        noise, cast["desk"].actor, "L'orario sarà limitato, se la proposta va avanti."
    )
    return proposal


def _warn(cast: Cast, proposal: Proposal) -> None:
    manager = cast["manager"]
    actions_decision.warn(
        proposal, manager.as_(Role.MANAGER), proposal.version, today(), [REFUSAL[0]]
    )
