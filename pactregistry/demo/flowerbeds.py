"""Scenario 2 from the first line to the signature, and cases like it before. Art. 5, 10-11."""

from collections.abc import Iterator
from decimal import Decimal

from pactregistry.demo import doing, picturing, reporting, signing
from pactregistry.demo import telling_texts as telling
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import FLOWERBEDS, ORCHARD
from pactregistry.pacts import actions_codesign, actions_details
from pactregistry.pacts.actions_details import Support
from pactregistry.proposals import actions_comments
from pactregistry.workflow.clocks import Unit, last_day
from pactregistry.workflow.states import ProposerKind, Role, Verdict

MONEY = frozenset({"money"})


def via_lunga(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """Twelve flowerbeds by an informal group: signed, public, active."""
    lina, desk = cast["lina"], cast["desk"]
    yield at(-80, 18)
    group = doing.found_group(
        lina, "Via Lunga in Fiore", ProposerKind.INFORMAL_GROUP, FLOWERBEDS.members
    )
    draft = doing.begin(
        lina, FLOWERBEDS.typed | doing.place("Via Lunga"), group=group, burdens=MONEY
    )
    yield at(-79, 9, 30)
    proposal = doing.send(draft, lina.as_(Role.LEAD), "1021/dimostrativo")
    yield at(-78, 10)
    doing.open_inquiry(proposal, desk, ["green", "water"])
    yield at(-76, 20)
    asked = doing.comment(proposal, cast["rita"], "contribution", FLOWERBEDS.comments[0])
    yield at(-71, 8)
    doubted = doing.comment(proposal, cast["bruno"], "observation", FLOWERBEDS.comments[1])
    yield at(-70, 12)
    doing.opine(proposal, cast["green"], Verdict.FAVOURABLE, "")
    yield at(-66, 11)
    doing.opine(proposal, cast["water"], Verdict.CONDITIONS, FLOWERBEDS.opinions[0])
    yield at(-65, 9)
    doing.opine(proposal, cast["centro"], Verdict.FAVOURABLE, "")
    yield at(-61, 10)
    for comment, answer in zip((asked, doubted), FLOWERBEDS.answers, strict=True):
        actions_comments.answer_comment(comment, desk.actor, answer)
    yield at(-47, 12)
    text = signing.accept(proposal, desk, FLOWERBEDS.accepted)
    yield at(-45, 17)
    starts = text.pact.created_at.date()
    signing.set_terms(
        text,
        desk.actor,
        starts_on=last_day(starts, 10),
        ends_on=last_day(last_day(starts, 10), 2, Unit.YEARS),
        supervisor="Lina Lungavia",
        determination_number="DD/PRO/dimostrativo",
        determination_date=starts,
    )
    supports = [
        Support("materials", "Terriccio, attrezzi e guanti", None),
        Support("money", "Rimborso delle piante, su presentazione delle ricevute", Decimal(300)),
    ]
    actions_details.set_supports(text, desk.actor, text.version, supports)
    signing.write(text, desk.actor, FLOWERBEDS.sections)
    actions_details.link_comment(text, desk.actor, "c", asked.id)
    yield at(-44, 21)
    signing.write(text, lina.as_(Role.LEAD), {"d": FLOWERBEDS.changed})
    signing.agree(text, lina.as_(Role.LEAD))
    signing.bring_mandate(group, lina, doing.paper("verbale-via-lunga.pdf", minutes))
    yield at(-43, 9)
    signing.agree(text, desk.actor)
    yield at(-43, 9, 20)
    signing.fix(text, desk)
    yield at(-42, 19)
    signing.sign_here(text, lina)
    yield at(-40, 10)
    signing.sign_here(text, cast["manager"])


def hedge(cast: Cast) -> Iterator[Moment]:
    """Care by one resident at the light pace; three questions and a picture are its report."""
    rita, desk = cast["rita"], cast["desk"]
    yield at(-263, 19)
    typed = {
        "title": "La siepe dei Tigli",
        "summary": "Una residente cura la siepe del giardino sotto casa.",
        "description": "Taglio leggero due volte all'anno e pulizia del vialetto.",
        "theme": "verde e giardini",
    }
    place = doing.place("Giardino dei Tigli")
    draft = doing.begin(rita, typed | place | doing.for_years(1, in_days=30))
    proposal = doing.send(draft, rita.actor)
    yield at(-262, 9)
    doing.open_inquiry(proposal, desk, ["green"])
    yield at(-259, 15)
    doing.opine(proposal, cast["green"], Verdict.FAVOURABLE, "")
    yield at(-246, 9)
    text = signing.accept(proposal, desk, "Nessun ostacolo.")
    signing.state(text, desk, telling.HALF_YEARLY)
    signing.agree(text, desk.actor)
    yield at(-246, 20)
    signing.agree(text, rita.actor)
    yield at(-245, 9)
    signing.fix(text, desk)
    yield at(-244, 21)
    signing.sign_here(text, rita)
    yield at(-243, 10)
    signing.sign_here(text, cast["manager"])
    yield at(-40, 21)
    report = reporting.awaited(text.pact)
    reporting.write(report, rita.actor, telling.HEDGE, picturing.flowers("siepe"))
    reporting.send(report, rita.actor)
    yield at(-31, 10)
    reporting.accept(report, desk)


def orchard(cast: Cast, minutes: bytes) -> Iterator[Moment]:
    """An association's orchard: frozen, signed by the citizens, the City awaited."""
    nives, desk = cast["nives"], cast["desk"]
    yield at(-52, 18)
    group = doing.found_group(
        nives, "Amici dell'Orto del Mulino", ProposerKind.ASSOCIATION, ORCHARD.members
    )
    place = doing.place("Parco del Mulino")
    typed = ORCHARD.typed | place | doing.for_years(2, in_days=60)
    draft = doing.begin(nives, typed, group=group)
    proposal = doing.send(draft, nives.as_(Role.LEAD))
    yield at(-51, 11)
    doing.open_inquiry(proposal, desk, ["green", "water"])
    yield at(-45, 11)
    doing.opine(proposal, cast["green"], Verdict.FAVOURABLE, "")
    yield at(-44, 11)
    doing.opine(proposal, cast["fiume"], Verdict.FAVOURABLE, "")
    yield at(-24, 10)
    text = signing.accept(proposal, desk, ORCHARD.accepted)
    yield at(-22, 18)
    signing.set_terms(text, desk.actor, supervisor="Nives Ortolana")
    signing.agree(text, nives.as_(Role.LEAD))
    signing.bring_mandate(group, nives, doing.paper("verbale-orto.pdf", minutes))
    yield at(-8, 9)
    signing.agree(text, desk.actor)
    yield at(-8, 9, 20)
    signing.fix(text, desk)
    yield at(-3, 18)
    signing.sign_here(text, nives)


def stairs(cast: Cast) -> Iterator[Moment]:
    """The stairs of Collina: accepted, the two sides still writing."""
    pia, desk = cast["pia"], cast["desk"]
    yield at(-38, 19)
    typed = {
        "title": "Scale di Collina, pulite e dipinte",
        "summary": "Il gruppo pulisce le scale e ne dipinge le alzate.",
        "description": "Pulizia mensile delle due scale e pittura delle alzate in estate.",
        "benefits": "Un passaggio più sicuro e più bello per chi va a scuola.",
        "theme": "spazi comuni",
        "people_count": 5,
        "public_author": "Gruppo Scale di Collina",
    }
    group = doing.found_group(
        pia, "Gruppo Scale di Collina", ProposerKind.INFORMAL_GROUP, ["Socia Uno", "Socio Due"]
    )
    draft = doing.begin(
        pia,
        typed | doing.place("Lavatoio vecchio") | {"place_name": "Scale di Collina"},
        group=group,
        burdens=frozenset({"works"}),
    )
    proposal = doing.send(draft, pia.as_(Role.LEAD))
    yield at(-37, 10)
    doing.open_inquiry(proposal, desk, ["works"])
    yield at(-30, 10)
    doing.opine(
        proposal, cast["works"], Verdict.CONDITIONS, "Solo pitture antiscivolo, nelle ore diurne."
    )
    yield at(-12, 12)
    text = signing.accept(proposal, desk, "Coerente con la manutenzione programmata.")
    yield at(-9, 18)
    said = {
        "b": "Il patto dura un anno; ciascuna parte può uscirne con un preavviso scritto.",
        "c": "Il gruppo pulisce una volta al mese; il Comune fornisce le pitture.",
    }
    signing.write(text, pia.as_(Role.LEAD), said)
    signing.agree(text, pia.as_(Role.LEAD), "abc")
    yield at(-7, 9)
    signing.agree(text, desk.actor, "ab")
    actions_codesign.remark(
        text, desk.actor, "c", "Va detto chi chiude le scale mentre asciuga la pittura."
    )
    yield at(-5, 21)
    actions_codesign.remark(
        text, pia.as_(Role.LEAD), "c", "Possiamo chiuderle noi, a turno, con il nastro."
    )
