"""The street of shops and the washhouse: what their pacts state. Art. 13(4)-(5), 14-17, 18-27, 31."""

from decimal import Decimal
from typing import Any

from pactregistry.pacts.actions_details import Support

STREET = {
    "title": "Via del Forno, bottega per bottega",
    "summary": "Il consorzio di 41 botteghe cura fioriere, luci e piccole feste della via.",
    "description": "Fioriere, luci d'inverno, quattro feste l'anno; la via resta di tutti.",
    "benefits": "Una via viva anche la sera.",
    "support_asked": "Suolo pubblico senza canone per le feste, e una parte delle luci.",
    "theme": "decoro",
    "people_count": 41,
}
STREET_SECTIONS = {
    "a": "Il consorzio cura con il Comune il decoro e la vita di Via del Forno.",
    "c": "Il consorzio cura fioriere e luci; il Comune pulisce e illumina la via come prima.",
    "d": "La via resta aperta a tutti in ogni ora; durante le feste resta libero il passaggio.",
    "g": "Suolo pubblico senza canone, rimborso di parte delle luci, una targa di ringraziamento.",
    "l": "Fioriere e luci restano al Comune. Chi esce dal consorzio esce dal patto.",
}
SHOPS = {
    "basis": "shops",
    "total": 62,
    "represented": 41,
    "gathered_as": "consortium",
    "preemption": True,
    "green_area": "Area a verde dietro il forno",
}
STREET_CONDITIONS: dict[str, dict[str, Any]] = {
    "representation": SHOPS,
    "use": {"aim": "integrate", "kept_open": True, "opening": "Sempre aperta.", "balance": ""},
    "sponsors": {
        "sponsors": [
            {"name": "Forno Inventato", "gives": "Le luci", "visibility": "Una riga sulla targa"}
        ],
        "nothing_exclusive": True,
    },
    "insurance": {"insurer": "framework", "cover": "Infortuni e danni ad altri.", "policy": ""},
    "reporting": {"every_months": 2, "indicators": [], "own": []},
}
SUPPORTS = (
    Support("exemption", "Suolo pubblico senza canone nei giorni delle feste", None),
    Support("fundraising", "Mercatino di dolci alle feste della via", None),
    Support("permits", "Permesso per le feste in dieci giorni", None),
    Support("materials", "Transenne e tavoli", None),
    Support("training", "Un incontro su sicurezza e attrezzi", None),
    Support("recognition", "Una targa con i nomi delle botteghe", None),
    Support("money", "Parte delle luci d'inverno", Decimal(1200)),
)
DETAILS: dict[str, dict[str, Any]] = {
    "exemption": {"basis": "soil", "act": "", "estimate": "800.00"},
    "fundraising": {
        "occasional": True,
        "tied": True,
        "modest": True,
        "occasion": "Quattro feste della via, dolci fatti in casa.",
        "purpose": "Le luci d'inverno.",
        "donors": "I nomi di chi vuole, su un cartello.",
    },
    "permits": {
        "permit": "Occupazione temporanea di suolo",
        "ordinary_days": 30,
        "shortened_days": 10,
        "papers": "Una piantina e una telefonata.",
    },
    "materials": {"may_lend_on": True, "used_again": "Le transenne della festa di maggio."},
    "training": {"topics": ["safety", "care"], "when": "Una sera, per tutte le botteghe."},
    "recognition": {"forms": "Una targa all'ingresso della via.", "private_benefits": ""},
    "money": {
        "why_not_in_kind": "Il Comune non ha luci in magazzino.",
        "categories": ["goods", "consumables"],
        "how_paid": "Un anticipo per le luci, il resto a fine anno, su ricevute.",
        "advance": "400.00",
    },
}

PAPERS = ("explanatory_report", "maintenance_programme", "scaled_drawings", "estimate")
GROUNDS = (
    "Il recupero di tetto, vasche e impianti costa 180.000 euro in gran parte di chi firma: nove anni "
    "non bastano a usare ciò che si costruisce."
)
WASHHOUSE_SECTIONS = {
    "a": "Recuperare il lavatoio e aprirlo al quartiere come laboratorio.",
    "c": "L'associazione esegue i lavori e apre le sale; il Comune segue le autorizzazioni.",
    "d": "Sale aperte a tutti quattro giorni la settimana, senza biglietto.",
    "g": "Consulenza dell'Ufficio patrimonio; nessun canone per l'edificio.",
    "l": "Le aggiunte restano al Comune senza costi.",
}
WASHHOUSE_CONDITIONS: dict[str, dict[str, Any]] = {
    "use": {
        "aim": "open",
        "kept_open": True,
        "opening": "Da mercoledì a sabato, dalle 10 alle 18.",
        "balance": "Un edificio chiuso da vent'anni torna di tutti.",
    },
    "regeneration": {
        "mode": "both",
        "citizens_amount": "150000.00",
        "city_amount": "30000.00",
        "executor": "citizens",
        "consultation": "",
        "qualified": True,
    },
    "building": {
        "purpose": "Laboratorio di quartiere per mestieri e acqua.",
        "upkeep": "L'associazione la manutenzione ordinaria, il Comune quella straordinaria.",
        "works": "Tetto, vasche e impianti.",
        "additions": "Servizi igienici e riscaldamento.",
        "additions_kept": True,
    },
    "risks": {"risks": ["hand_tools", "heights"], "others": "", "equipment": "Caschi e guanti."},
    "insurance": {"insurer": "citizens", "cover": "Cantiere e danni ad altri.", "policy": ""},
}
