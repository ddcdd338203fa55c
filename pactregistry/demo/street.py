"""Scenario 4: the street of shops, 41 of 62, with support of many kinds. Art. 13(4)-(5), 18-27."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import doing, signing
from pactregistry.demo import street_texts as texts
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.living import agree
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import FLOWERBEDS
from pactregistry.pacts import actions_details
from pactregistry.pacts.conditions import actions as conditions
from pactregistry.pacts.conditions.blocks import BY_KEY
from pactregistry.pacts.models import PactVersion
from pactregistry.pacts.supporting import actions as supporting
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.states import ProposerKind, Role, Verdict


def street(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """From the proposal of the consortium to a pact in force."""
    dora, desk = cast["dora"], cast["desk"]
    lead = dora.as_(Role.LEAD)
    yield at(-119, 18)
    group = doing.found_group(
        dora, "Consorzio Via del Forno", ProposerKind.ASSOCIATION, ["Fornaia Uno", "Libraio Due"]
    )
    signing.bring_mandate(group, dora, doing.paper("verbale-consorzio.pdf", minutes))
    place = {"commons_id": doing.listed("Via del Forno").id}
    draft = doing.begin(dora, texts.STREET | place, group=group, burdens=frozenset({"money"}))
    proposal = doing.send(draft, lead)
    yield at(-118, 9)
    doing.open_inquiry(proposal, desk, ["works"])
    yield at(-112, 11)
    doing.opine(proposal, cast["works"], Verdict.FAVOURABLE, "")
    yield at(-100, 9)
    text = signing.accept(proposal, desk, "Le botteghe curano una via di tutti.")
    first = settings().today() + timedelta(days=8)
    signing.set_terms(
        text,
        desk.actor,
        starts_on=first,
        ends_on=last_day(first, 3, Unit.YEARS),
        supervisor="Dora Bottegai",
    )
    actions_details.set_supports(text, desk.actor, text.version, texts.SUPPORTS)
    for item in text.supports:
        supporting.detail(text, desk.actor, text.version, item, texts.DETAILS[item.kind])
    write_all(text, desk, texts.STREET_SECTIONS, texts.STREET_CONDITIONS)
    yield at(-98, 20)
    agree(text, desk, lead)
    yield at(-97, 10)
    signing.fix(text, desk)
    yield at(-96, 19)
    signing.sign_here(text, dora)
    yield at(-95, 10)
    signing.sign_here(text, cast["manager"])


def write_all(
    text: PactVersion,
    desk: Player,
    sections: Mapping[str, str],
    stated: Mapping[str, Mapping[str, Any]],
) -> None:
    """Write every section, the usual words where a case has none of its own, and the conditions."""
    signing.write(text, desk.actor, {**FLOWERBEDS.sections, **sections})
    for key, values in stated.items():
        conditions.state(text, desk.actor, text.version, BY_KEY[key], values)
    db.session.refresh(text)
