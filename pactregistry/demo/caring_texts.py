"""The modules of the demo city, what is lent with them, and what people did. Art. 10(4), 12, 22."""

from typing import Any

from pactregistry.commons.modules.conditions import Conditions
from pactregistry.supports.loans.actions_things import Described

THINGS = (
    Described("Pennello", "pezzi", 24, protective=False, condition="in ordine", offered=True),
    Described("Guanti da lavoro", "paia", 60, protective=True, condition="nuovi", offered=True),
    Described("Spazzola e secchio", "pezzi", 12, protective=False, condition="buona", offered=True),
    Described("Vanga", "pezzi", 10, protective=False, condition="usata", offered=True),
    Described("Carriola", "pezzi", 4, protective=False, condition="in ordine", offered=True),
)
BRUSH, GLOVES, SCRUBBER, SPADE = range(4)
PUBLIC = ("public_space", "private_space")


def _module(title: str, scope: str, terms: str, risks: str, conditions: Conditions) -> Any:
    return {
        "titles": {"it": title},
        "scopes": {"it": scope},
        "terms": {"it": terms},
        "risk_sheets": {"it": risks},
        "conditions": conditions.stored(),
        "loan_days": 7,
        "fetch_days": 2,
    }


REPAIR_FIRST = _module(
    "Piccola riparazione di arredi",
    "Ridipingere o aggiustare panchine e fioriere, al massimo due.",
    "Si usano pitture ad acqua. Il posto resta libero per tutti.",
    "Guanti, e attenzione alle schegge.",
    Conditions(
        kinds=PUBLIC, no_heritage=True, most_items=2, most_people=10, items={"it": "panchine"}
    ),
)
REPAIR = _module(
    "Piccola riparazione di arredi",
    "Ridipingere o aggiustare panchine e fioriere, al massimo tre.",
    "Si usano pitture ad acqua e i colori della cartella del Comune. Il posto resta libero per tutti.",
    "Guanti, attenzione alle schegge; la pittura fresca si segnala con un cartello.",
    Conditions(
        kinds=PUBLIC,
        no_heritage=True,
        owner_consent=True,
        most_items=3,
        most_people=10,
        items={"it": "panchine"},
    ),
)
GRAFFITI = _module(
    "Togliere scritte dai muri",
    "Pulire scritte da muri lisci, fino a due metri di altezza.",
    "Solo acqua e spazzole del Comune. Mai su pietra antica.",
    "Guanti e occhiali; nessuna scala.",
    Conditions(no_heritage=True, owner_consent=True, most_people=12),
)
PLANTING = _module(
    "Piantare fiori",
    "Piantare fiori di stagione in aiuole e fioriere che ci sono già.",
    "Specie dell'elenco del Settore verde. Si annaffia per due settimane.",
    "Guanti e scarpe chiuse.",
    Conditions(kinds=PUBLIC, most_people=20),
)
REPAIR_KEY, GRAFFITI_KEY, PLANTING_KEY = "riparazione", "scritte", "fiori"
KITS = {
    REPAIR_KEY: ((BRUSH, 2), (GLOVES, 2)),
    GRAFFITI_KEY: ((SCRUBBER, 2), (GLOVES, 4)),
    PLANTING_KEY: ((SPADE, 2), (GLOVES, 4)),
}
MODULES = ((REPAIR_KEY, REPAIR), (GRAFFITI_KEY, GRAFFITI), (PLANTING_KEY, PLANTING))

# Where care gathers: around Via Lunga and the garden, less in the other districts.
SPOTS = (
    ("Via Lunga 12", "centro", 11.0510, 44.6230),
    ("Via Lunga 20", "centro", 11.0515, 44.6233),
    ("Via Lunga, aiuola 7", "centro", 11.0518, 44.6234),
    ("Giardino dei Tigli, fontana", "centro", 11.0465, 44.6188),
    ("Giardino dei Tigli, ingresso", "centro", 11.0471, 44.6192),
    ("Via del Forno 3", "centro", 11.0496, 44.6213),
    ("Via dell'Orologio", "centro", 11.0492, 44.6226),
    ("Parco del Mulino, vialetto", "fiume", 11.0699, 44.6166),
    ("Argine basso", "fiume", 11.0688, 44.6182),
    ("Campo Stella, bordo", "fiume", 11.0631, 44.6272),
    ("Scale di Collina", "collina", 11.0397, 44.6299),
    ("Via della Rocca", "collina", 11.0379, 44.6283),
)
TOLD = {
    REPAIR_KEY: "Due panchine carteggiate e ridipinte di verde.",
    GRAFFITI_KEY: "Muro pulito fino all'altezza delle finestre.",
    PLANTING_KEY: "Viole e lavanda, con i bambini della via.",
}
WHY_STOPPED = (
    "Nel giorno scelto il muro è interessato dal rifacimento dell'intonaco già appaltato: pulirlo ora "
    "rovinerebbe i lavori. Dal mese prossimo l'attività si può annunciare di nuovo."
)
