"""Pacts of groups at the full pace, from the proposal to the last signature. Art. 5, 10-11."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import doing, signing
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.living import agree
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import FLOWERBEDS
from pactregistry.pacts import actions_details
from pactregistry.pacts.actions_details import Support
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.supporting import actions as supporting
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.states import Intensity, ProposerKind, Role, Verdict

TO_ACCEPTANCE = 19  # days from the proposal
TO_FIRST_DAY = 8  # days from the acceptance
Stated = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Case:
    """One pact: who, what, since when, for how long; and what its text states."""

    who: str
    group: str
    kind: ProposerKind
    members: Sequence[str]
    typed: Mapping[str, Any]
    burdens: frozenset[str]
    office: str
    sent: int
    term: tuple[int, Unit]
    because: str
    sections: Mapping[str, str]
    stated: Stated
    supports: Sequence[Support] = ()
    details: Stated = field(default_factory=dict)
    intensity: Intensity = Intensity.CONTINUOUS
    listed: str = ""  # its name on the list of commons, where it stands there


def signed(cast: Cast, minutes: bytes, case: Case) -> Generator[Moment, None, Pact]:
    """From the proposal of a group to a signed pact in a little more than three weeks."""
    player, desk = cast[case.who], cast["desk"]
    lead = player.as_(Role.LEAD)
    yield at(case.sent, 18)
    group = doing.found_group(player, case.group, case.kind, case.members)
    signing.bring_mandate(group, player, doing.paper("verbale-del-gruppo.pdf", minutes))
    place = {"commons_id": doing.listed(case.listed).id} if case.listed else {}
    draft = doing.begin(
        player,
        {**case.typed, **place},
        group=group,
        intensity=case.intensity,
        burdens=case.burdens,
    )
    proposal = doing.send(draft, lead)
    yield at(case.sent + 1, 9)
    doing.open_inquiry(proposal, desk, [case.office])
    yield at(case.sent + 7, 11)
    doing.opine(proposal, cast[case.office], Verdict.FAVOURABLE, "")
    yield at(case.sent + TO_ACCEPTANCE, 9)
    text = signing.accept(proposal, desk, case.because)
    _fill(text, desk, player, case)
    yield at(case.sent + 21, 20)
    agree(text, desk, lead)
    yield at(case.sent + 22, 10)
    signing.fix(text, desk)
    yield at(case.sent + 23, 19)
    signing.sign_here(text, player)
    yield at(case.sent + 24, 10)
    signing.sign_here(text, cast["manager"])
    db.session.refresh(text.pact)
    return text.pact


def write_all(text: PactVersion, desk: Player, sections: Mapping[str, str], stated: Stated) -> None:
    """Write every section, the usual words where a case has none of its own, and the conditions."""
    signing.write(text, desk.actor, {**FLOWERBEDS.sections, **sections})
    signing.state(text, desk, stated)


def _fill(text: PactVersion, desk: Player, player: Player, case: Case) -> None:
    first = settings().today() + timedelta(days=TO_FIRST_DAY)
    signing.set_terms(
        text,
        desk.actor,
        starts_on=first,
        ends_on=last_day(first, *case.term),
        supervisor=player.part.name,
    )
    actions_details.set_supports(text, desk.actor, text.version, list(case.supports))
    for item in text.supports:
        if item.kind in case.details:
            supporting.detail(text, desk.actor, text.version, item, case.details[item.kind])
    write_all(text, desk, case.sections, case.stated)
