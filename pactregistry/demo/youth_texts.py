"""The youth workshop of scenario 6: its pact, its money, its reports. Art. 24, 30."""

from decimal import Decimal
from typing import Any

from pactregistry.demo.reporting import Bill, Words
from pactregistry.pacts.actions_details import Support
from pactregistry.workflow.states import CommonsKind

WORKSHOP = {
    "title": "Officina dei ragazzi",
    "summary": "Un laboratorio di legno e biciclette per chi ha tra 12 e 18 anni, due volte la settimana.",
    "description": (
        "Nella vecchia autorimessa teniamo due pomeriggi la settimana un laboratorio: si costruiscono "
        "arredi per la via e si riparano biciclette. Chi viene non paga e porta un amico."
    ),
    "benefits": "I ragazzi hanno un posto, la via ha panchine e fioriere fatte da loro.",
    "support_asked": "Un contributo alle spese, fino a 4.000 euro.",
    "commons_kind": CommonsKind.BUILDING,
    "theme": "edifici",
    "people_count": 14,
    "place_name": "Autorimessa di Via della Rocca",
    "district": "collina",
    "longitude": 11.0352,
    "latitude": 44.6334,
}
SECTIONS = {
    "a": "Il gruppo apre con il Comune un laboratorio per i ragazzi del quartiere.",
    "b": "Il patto dura sette mesi, per prova. Ciascuna parte può recedere con trenta giorni.",
    "c": "Il gruppo tiene i pomeriggi e ripara gli arredi; il Comune paga luce e acqua.",
    "d": "Il laboratorio è aperto a chiunque abbia tra 12 e 18 anni, senza quota.",
    "g": "Rimborso di costi fino a 4.000 euro, di cui 1.000 in anticipo.",
    "h": "Un rendiconto dell'anticipo e uno alla fine, con le ricevute.",
    "l": "Banchi e attrezzi restano al Comune.",
}
STATED: dict[str, dict[str, Any]] = {
    "use": {"aim": "open", "kept_open": True, "opening": "Martedì e giovedì.", "balance": ""},
    "building": {
        "purpose": "Laboratorio per i ragazzi.",
        "upkeep": "Il gruppo la manutenzione ordinaria, il Comune quella straordinaria.",
        "works": "Nessuna.",
        "additions": "",
        "additions_kept": True,
    },
    "risks": {"risks": ["hand_tools"], "others": "", "equipment": "Guanti e occhiali."},
    "insurance": {"insurer": "citizens", "cover": "Infortuni e danni ad altri.", "policy": ""},
    "reporting": {
        "every_months": None,
        "indicators": ["people_active", "people_minors", "hours_volunteer", "items_repaired"],
        "own": [],
    },
}
SUPPORTS = (Support("money", "Rimborso dei costi del laboratorio", Decimal(4000)),)
DETAILS: dict[str, dict[str, Any]] = {
    "money": {
        "why_not_in_kind": "Il Comune non ha banchi da lavoro né chi insegni a usarli.",
        "categories": ["goods", "consumables", "insurance", "fees"],
        "how_paid": "Mille euro all'inizio, il resto dopo il rendiconto finale.",
        "advance": "1000.00",
    }
}
ADVANCE = Words(
    {
        "objectives": "Aprire con quattro banchi pronti.",
        "actions": "Abbiamo comprato banchi e morse e stipulato la polizza.",
        "results": "Il laboratorio ha aperto dopo tre settimane, con undici ragazzi.",
        "resources": "I mille euro dell'anticipo; fatture e ricevute sono nel rendiconto finale.",
    },
    {"people_active": ("8", "Gli adulti che tengono i pomeriggi.")},
)
FINAL = Words(
    {
        "objectives": "Un posto fisso per i ragazzi, e arredi per la via.",
        "actions": "Cinquantasei pomeriggi, sei panchine, quaranta biciclette riparate.",
        "results": "Sono venuti in trentuno; dodici quasi sempre. Una panchina si è rotta.",
        "resources": "Spese per 3.900 euro, locali del Comune, legno donato da una falegnameria.",
        "problems": "D'inverno fa freddo: si è lavorato con il cappotto.",
        "ideas": "Un pomeriggio per le ragazze, che all'inizio erano solo quattro.",
    },
    {
        "people_active": ("14", "Gli adulti che hanno tenuto almeno tre pomeriggi."),
        "people_minors": ("31", "Chi è venuto almeno una volta, contato senza nomi."),
        "hours_volunteer": ("612.5", "Dal foglio delle presenze degli adulti."),
        "items_repaired": ("46", "Quaranta biciclette e sei panchine."),
    },
)
BILLS = (
    Bill("goods", "Banchi e morse", "900.00", 20),
    Bill("consumables", "Legno, viti e colla", "400.00", 60),
    Bill("insurance", "Polizza del laboratorio", "300.00", 12),
    Bill("fees", "Progetto e corso di una falegname", "1800.00", 90, purpose="design"),
    Bill("services", "Ore di un socio del gruppo", "500.00", 150, own_work=True),
)
NO_PAY = "Le ore di chi partecipa non si pagano: restano contate tra le ore dei volontari."
VIEW = "Vogliamo continuare, ma non d'inverno senza riscaldamento."
MET = "Un pomeriggio in officina con dodici ragazzi e otto adulti; i ragazzi hanno scritto su un foglio."
MODIFIED = (
    "Il laboratorio funziona ed è pieno; i locali però non sono adatti ai mesi freddi, e la parte "
    "spesa in compensi professionali va ridotta."
)
CHANGES = "Sospensione da dicembre a febbraio, due pomeriggi invece di uno in primavera."
STREET_LIVES = "La via ha sei panchine nuove e chi le usa fino a sera."
NOISE = "Qualche sera il rumore ha disturbato chi abita sopra."
