"""Papers asked for, open comments, drafts, and the other turns of a file. Art. 10-11."""

from collections.abc import Iterator

from pactregistry.config import settings
from pactregistry.demo import doing
from pactregistry.demo.cast import Cast
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import REDIRECTION
from pactregistry.people.acting import today
from pactregistry.proposals import (
    actions_author,
    actions_comments,
    actions_decision,
    actions_draft,
    actions_inquiry,
    actions_submit,
    actions_withholding,
)
from pactregistry.workflow.states import (
    CommonsKind,
    Intensity,
    ProposerKind,
    Verdict,
)


def well(cast: Cast) -> Iterator[Moment]:
    """Received as it came, two papers asked for: the clock stands still."""
    ugo = cast["ugo"]
    yield at(-10, 18)
    draft = doing.begin(
        ugo,
        _small("Il pozzo torna a vista") | doing.place("Lavatoio vecchio"),
        burdens=frozenset({"works", "risk"}),
    )
    proposal = doing.send(draft, ugo.actor)
    yield at(-7, 10)
    items = ["Un disegno con le misure", "Chi chiude il pozzo mentre si lavora"]
    actions_inquiry.request_supplement(
        proposal, cast["desk"].actor, proposal.version, today(), items
    )


def station(cast: Cast) -> Iterator[Moment]:
    """A change of use of a building: before the City executive."""
    pia = cast["pia"]
    yield at(-35, 18)
    typed = {
        "title": "La sala d'attesa ritrovata",
        "summary": "La vecchia sala d'attesa diventa una sala di lettura.",
        "description": "Apertura tre pomeriggi la settimana, scaffali e tavoli portati da noi.",
        "commons_kind": CommonsKind.BUILDING,
        "theme": "edifici",
    }
    place = doing.place("Via del Forno") | {"place_name": "Vecchia sala d'attesa"}
    draft = doing.begin(
        pia, typed | place, intensity=Intensity.SHARED_MANAGEMENT, burdens=frozenset({"risk"})
    )
    proposal = doing.send(draft, pia.actor)
    desk = cast["desk"]
    yield at(-34, 10)
    doing.open_inquiry(proposal, desk, ["heritage"], substantial=True)
    yield at(-20, 10)
    doing.opine(proposal, cast["heritage"], Verdict.FAVOURABLE, "")
    yield at(-6, 10)
    why = "L'uso previsto dell'edificio cambia in modo sostanziale."
    actions_inquiry.refer(
        proposal, desk.actor, proposal.version, today(), why=why, substantial_change=True
    )


def benches(cast: Cast) -> Iterator[Moment]:
    """In inquiry with the comment window open: replies, an answer, one hidden, one reported."""
    rita, desk = cast["rita"], cast["desk"]
    yield at(-9, 19)
    typed = {
        "title": "Panchine all'ombra ai Tigli",
        "summary": "Spostare tre panchine all'ombra e curarle.",
        "description": "Tre panchine al sole non le usa nessuno: le spostiamo e le curiamo.",
        "theme": "spazi comuni",
        "people_count": 3,
    }
    draft = doing.begin(
        rita, typed | doing.place("Giardino dei Tigli"), burdens=frozenset({"works"})
    )
    proposal = doing.send(draft, rita.actor)
    yield at(-8, 9)
    doing.open_inquiry(proposal, desk, ["green", "works"])
    yield at(-7, 20)
    first = doing.comment(
        proposal, cast["nives"], "contribution", "Lasciate una panchina al sole per l'inverno."
    )
    yield at(-6, 8)
    doing.comment(proposal, rita, "observation", "Giusto: ne spostiamo due.", first)
    yield at(-5, 13)
    hidden = doing.comment(
        proposal, cast["ugo"], "observation", "Compri le panchine dal negozio di mio cugino!"
    )
    shown = doing.comment(proposal, cast["pia"], "harm", "Vicino alla fontana si scivola.")
    yield at(-4, 9)
    actions_comments.hide_comment(hidden, desk.actor, "advertising", at=settings().now())
    actions_comments.answer_comment(first, desk.actor, "Ne teniamo conto: due su tre.")
    yield at(-3, 21)
    actions_comments.report_comment(shown, cast["bruno"].account, "Non è vero che si scivola.")
    actions_comments.object_to_hiding(hidden, cast["ugo"].account, "Volevo solo dare un consiglio.")
    yield at(-2, 11)
    doing.opine(proposal, cast["green"], Verdict.FAVOURABLE, "")


def redirected(cast: Cast) -> Iterator[Moment]:
    """What a pact cannot give: the right instrument is named."""
    ugo = cast["ugo"]
    yield at(-19, 15)
    typed = {
        "title": "Concerto dei soci in piazza",
        "summary": "Una serata a pagamento.",
        "description": "Un concerto con biglietto per i soci.",
        "theme": "cultura",
    }
    draft = doing.begin(ugo, typed | doing.place("Via del Forno"), burdens=frozenset({"risk"}))
    proposal = doing.send(draft, ugo.actor)
    yield at(-17, 10)
    instrument = "Concessione di suolo pubblico, sportello delle attività produttive"
    actions_decision.redirect(
        proposal,
        cast["desk"].actor,
        proposal.version,
        today(),
        instrument=instrument,
        reason=REDIRECTION,
    )


def withdrawn(cast: Cast) -> Iterator[Moment]:
    """The author took the proposal back."""
    nives = cast["nives"]
    yield at(-23, 15)
    draft = doing.begin(nives, _small("Vasi sul ponte") | doing.place("Via Lunga"))
    proposal = doing.send(draft, nives.actor)
    yield at(-21, 15)
    actions_author.withdraw(
        proposal, nives.actor, proposal.version, today(), "Il ponte sarà rifatto in primavera."
    )


def lapsed(cast: Cast) -> Iterator[Moment]:
    """The papers never came: reminded, then lapsed by itself (`days_pass` does it)."""
    pia = cast["pia"]
    yield at(-46, 15)
    draft = doing.begin(
        pia,
        _small("Una tettoia al campo") | doing.place("Campo Stella"),
        burdens=frozenset({"works"}),
    )
    proposal = doing.send(draft, pia.actor)
    yield at(-44, 10)
    actions_inquiry.request_supplement(
        proposal, cast["desk"].actor, proposal.version, today(), ["Un disegno con le misure"]
    )


def withheld(cast: Cast) -> Iterator[Moment]:
    """A sheet that named a neighbour: taken from the public at once."""
    nives, desk = cast["nives"], cast["desk"]
    yield at(-12, 15)
    draft = doing.begin(nives, _small("Il muretto del vicino") | doing.place("Via Lunga"))
    proposal = doing.send(draft, nives.actor)
    yield at(-11, 11)
    doing.open_inquiry(proposal, desk, ["works"])
    yield at(-10, 9)
    actions_withholding.withhold(
        proposal, desk.actor, proposal.version, "Il testo nomina un vicino: va riscritto."
    )


def arrived(cast: Cast) -> Iterator[Moment]:
    """Sent, not opened yet; and one typed at the counter for a person without e-mail."""
    desk, lina = cast["desk"], cast["lina"]
    yield at(-2, 17)
    draft = doing.begin(lina, _small("Bacheca di quartiere") | doing.place("Via Lunga"))
    doing.send(draft, lina.actor)
    yield at(-1, 10)
    start = actions_draft.Start(
        intensity=Intensity.OCCASIONAL,
        proposer_kind=ProposerKind.PERSON,
        works=False,
        money=False,
        risk=False,
    )
    counter = actions_draft.Counter(
        name="Persona Senza E-mail",
        contact="Passa allo sportello il martedì",
        came_on=settings().today(),
        document="Modulo cartaceo",
    )
    typed = actions_draft.begin(desk.actor, start, counter)
    words = _small("Pulizia del vialetto") | doing.place("Giardino dei Tigli")
    actions_draft.save(typed, typed.version, words)
    actions_submit.submit(typed, desk.actor, typed.version, "1188/dimostrativo")


def drafts(cast: Cast) -> Iterator[Moment]:
    """Begun and not sent: only their authors see them."""
    yield at(-3, 22)
    doing.begin(cast["rita"], {"title": "Un murale sotto il ponte"})
    yield at(-1, 22)
    doing.begin(cast["bruno"], _small("Cesta dei giochi") | doing.place("Parco del Mulino"))


def _small(title: str) -> dict[str, object]:
    return {
        "title": title,
        "summary": "Una piccola cura, aperta a tutti.",
        "description": "Ce ne occupiamo noi, nel tempo libero.",
        "theme": "spazi comuni",
    }
