"""Scenario 5: a listed washhouse for twelve years; the heritage act is awaited. 11(9), 15-17."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import doing, signing
from pactregistry.demo import street_texts as texts
from pactregistry.demo.agreeing import write_all
from pactregistry.demo.cast import Cast
from pactregistry.demo.living import agree
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import WASHHOUSE
from pactregistry.pacts.conditions import actions_place
from pactregistry.people.acting import today
from pactregistry.proposals import actions_author, actions_inquiry
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.states import Intensity, ProposalState, ProposerKind, Role, Verdict

BURDENS = frozenset({"works", "risk"})
ASKED = [
    "Relazione illustrativa",
    "Programma di manutenzione",
    "Disegni in scala",
    "Stima dei lavori",
]


def washhouse(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Received without its papers, completed, resolved by the executive, signed; not yet begun."""
    ugo, desk = cast["ugo"], cast["desk"]
    lead = ugo.as_(Role.LEAD)
    yield at(-140, 18)
    group = doing.found_group(
        ugo, "Lavatoio Aperto", ProposerKind.ASSOCIATION, ["Socia Uno", "Socio Due", "Socia Tre"]
    )
    typed = WASHHOUSE | {"commons_id": doing.listed("Lavatoio vecchio").id}
    draft = doing.begin(ugo, typed, group=group, intensity=Intensity.REGENERATION, burdens=BURDENS)
    proposal = doing.send(draft, lead)
    yield at(-137, 10)
    actions_inquiry.request_supplement(proposal, desk.actor, proposal.version, today(), ASKED)
    yield at(-128, 18)
    papers = [
        (key, doing.paper(f"{key}.pdf", minutes + f"\n%{key}\n".encode())) for key in texts.PAPERS
    ]
    signing.bring_mandate(group, ugo, doing.paper("verbale-lavatoio.pdf", minutes))
    actions_author.supplement(
        proposal, lead, proposal.version, today(), "Ecco i quattro elaborati.", papers
    )
    yield at(-126, 10)
    doing.open_inquiry(proposal, desk, ["heritage", "works"], substantial=True)
    yield at(-118, 10)
    doing.opine(proposal, cast["heritage"], Verdict.CONDITIONS, "Coppi e pietra come oggi.")
    doing.opine(proposal, cast["works"], Verdict.FAVOURABLE, "")
    yield at(-114, 10)
    why = "Da lavatoio a laboratorio: l'uso dell'edificio cambia in modo sostanziale."
    actions_inquiry.refer(
        proposal, desk.actor, proposal.version, today(), why=why, substantial_change=True
    )
    yield at(-107, 12)
    actions_inquiry.resolve(
        proposal,
        cast["executive"].actor,
        proposal.version,
        today(),
        outcome=ProposalState.INQUIRY,
        resolution="Delibera di Giunta 88/dimostrativa",
        reasons=["L'edificio torna al quartiere."],
    )
    yield at(-104, 9)
    text = signing.accept(proposal, desk, "Recupero di un edificio tutelato, a uso di tutti.")
    first = settings().today() + timedelta(days=40)
    signing.set_terms(
        text,
        desk.actor,
        starts_on=first,
        ends_on=last_day(first, 12, Unit.YEARS),
        supervisor="Ugo Lavatoi",
        long_term_grounds=texts.GROUNDS,
        long_term_amount=Decimal(180_000),
        resolution="Delibera di Giunta 88/dimostrativa",
    )
    write_all(text, desk, texts.WASHHOUSE_SECTIONS, texts.WASHHOUSE_CONDITIONS)
    yield at(-94, 20)
    agree(text, desk, lead)
    yield at(-93, 10)
    signing.fix(text, desk)
    yield at(-90, 19)
    signing.sign_here(text, ugo)
    yield at(-89, 10)
    signing.sign_here(text, cast["manager"])
    yield at(-87, 9)
    db.session.refresh(text.pact)
    pact = text.pact
    actions_place.ask_heritage(pact, desk.actor, pact.version, today(), "Prot. 2044/dimostrativo")
