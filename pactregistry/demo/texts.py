"""What the players write, in the binding language of the demo city."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Words:
    """The words of one story."""

    typed: dict[str, Any]
    members: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    opinions: tuple[str, ...] = ()
    accepted: str = ""
    sections: Mapping[str, str] = field(default_factory=dict)
    changed: str = ""


FLOWERBEDS = Words(
    typed={
        "title": "Via Lunga in fiore",
        "summary": "Sette vicini curano dodici aiuole di Via Lunga, aperte a tutti.",
        "description": (
            "Curiamo dodici aiuole, 140 metri quadrati in tutto: fiori di stagione, annaffiatura, "
            "pulizia. Ci troviamo il sabato mattina e chi passa può unirsi."
        ),
        "benefits": "La via diventa un luogo dove ci si incontra, e le aiuole restano vive.",
        "support_asked": "Acqua e 300 euro per le piante.",
        "theme": "verde e giardini",
        "people_count": 7,
    },
    members=(
        "Vicina Uno",
        "Vicino Due",
        "Vicina Tre",
        "Vicino Quattro",
        "Vicina Cinque",
        "Vicino Sei",
    ),
    comments=(
        "Bello. Piantate anche erbe per le api: i bambini della scuola verrebbero a vederle.",
        "Chi annaffia in agosto? L'anno scorso le aiuole di un'altra via si sono seccate.",
    ),
    answers=(
        "Grazie: il gruppo è d'accordo, ne parliamo nel testo del patto alla lettera c.",
        "Il gruppo ha fatto un calendario dei turni anche per agosto: sarà nel patto.",
    ),
    opinions=("Allacciamento alla fontanella esistente, con chiave affidata al gruppo.",),
    accepted="La proposta risponde al bisogno di cura della via e ha i pareri favorevoli.",
    sections={
        "a": "Il gruppo cura dodici aiuole di Via Lunga perché restino vive e aperte a tutti.",
        "b": (
            "Il patto dura due anni. Ciascuna parte può recedere con trenta giorni di preavviso "
            "scritto. Il Comune può sospendere in caso di lavori sulla via."
        ),
        "c": (
            "Il gruppo pianta, annaffia e pulisce, anche in agosto secondo il calendario dei turni, "
            "e mette erbe per le api. Il Comune apre la fontanella e consegna gli attrezzi."
        ),
        "d": "Le aiuole restano aperte a tutti.",
        "e": (
            "Ciascuno risponde dei danni che causa per colpa. Vale la copertura assicurativa del "
            "Comune per i volontari. I lavori non occupano la carreggiata."
        ),
        "f": "n.a. Il valore delle attività è modesto.",
        "g": "Acqua, attrezzi e un rimborso fino a 300 euro per le piante, su ricevute.",
        "h": "Un breve resoconto con fotografie ogni anno e alla fine, pubblicato sulla rete civica.",
        "i": "L'Ufficio beni comuni affianca il gruppo. Le controversie vanno al comitato.",
        "l": "Le piante restano al Comune. Chi non rispetta i turni può essere escluso dal gruppo.",
        "m": "Ogni modifica è concordata per iscritto tra le parti.",
    },
    changed="Le aiuole restano aperte a tutti; il sabato mattina chi passa può lavorare con noi.",
)

ORCHARD = Words(
    typed={
        "title": "Orto del Mulino",
        "summary": "Un'associazione cura un orto aperto nel parco.",
        "description": "Dieci cassoni di ortaggi, un orario fisso di apertura, compostaggio.",
        "benefits": "Ortaggi per la mensa di quartiere e un orto didattico.",
        "theme": "verde e giardini",
        "people_count": 12,
    },
    members=("Ortolano Uno", "Ortolana Due", "Ortolano Tre"),
    accepted="Coerente con l'uso del parco; pareri favorevoli dell'ufficio verde e del Quartiere.",
)

STAGE = {
    "title": "Un palco di legno nel parco",
    "summary": "Un palco aperto a tutti per letture e piccoli concerti.",
    "description": "Un palco di legno di sei metri per quattro sul prato, costruito da noi.",
    "benefits": "Il parco vive anche la sera, senza biglietto.",
    "theme": "cultura",
    "people_count": 4,
}

WASHHOUSE = {
    "title": "Lavatoio aperto",
    "summary": "Il lavatoio in disuso diventa un laboratorio con sale aperte al quartiere.",
    "description": (
        "Recuperiamo il lavatoio: tetto, vasche, impianti. Dodici anni, 180.000 euro di opere in gran "
        "parte nostre; le aggiunte restano al Comune senza costi."
    ),
    "benefits": "Un edificio tutelato torna di tutti.",
    "theme": "edifici",
    "people_count": 30,
    "heritage_protected": True,
}

GAS = (
    "Sotto il prato passa una condotta del gas a bassa profondità: un carico fisso e le fondazioni "
    "del palco impedirebbero la manutenzione e metterebbero in pericolo chi vi sta sopra.",
)
REFUSAL = (
    "Il palco fisso insiste sulla fascia di rispetto della condotta del gas: la rete chiede che nessun "
    "carico stabile vi poggi, e nel parco non c'è un'area alternativa delle stesse dimensioni.",
    "La proposta prevede concerti fino a mezzanotte a meno di cinquanta metri dalle case: il piano "
    "acustico del Comune non lo consente, e ridurre l'orario è stato escluso dal proponente.",
)
SMALLER = {
    "summary": "Un palco mobile, montato e smontato ogni volta, per letture e piccoli concerti.",
    "description": "Un palco mobile di tre metri per due, senza fondazioni, fino alle 22.",
}
REDIRECTION = (
    "Un concerto a pagamento riservato ai soci non è cura di un bene comune: serve la concessione di "
    "suolo pubblico, che si chiede allo sportello delle attività produttive."
)
MINUTES = """<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Verbale dimostrativo</title>
<meta name="dcterms.created" content="2026-01-01T00:00:00+00:00">
<meta name="dcterms.modified" content="2026-01-01T00:00:00+00:00"></head>
<body><h1>Verbale dimostrativo</h1><p>I membri del gruppo, inventati, danno mandato a chi li
rappresenta di proporre e firmare il patto.</p></body></html>"""
REGISTER = """Id,Lat.,Long.,Indirizzo,Circoscrizione,Proponente,Titolo proposta,Rappresentante,Stato di avanzamento,Nota per attività conclusive
001,44.6202,11.0455,Piazzetta delle Oche,Centro,Associazione,Le Oche in piazza,Associazione Le Oche APS,Patto stipulato,Patto approvato con determinazione n. 12 del 03/02/2023
002,44.6203,11.0456,piazzetta delle oche,Centro,Comitato civico,Panchine rosse,Comitato Panchine Rosse,Istruttoria in corso,Manca documentazione da richiedere
003,44.6311,11.0402,,Collina,Gruppo informale ,Sentiero dei ricci,,Respinta,Inviare diniego
"""
OLDER_PACTS = """numero,titolo,sintesi,luogo,quartiere,latitudine,longitudine,contraenti,data firma,inizio,fine,stato,determina,data determina,intensità,tipo di bene,tema,documenti
Rep. 12/2022,L'orologio di piazza,Un'associazione carica e cura l'orologio della piazza.,Piazza dell'Orologio,Centro,44.6222,11.0494,Associazione Orologiai APS,2022-05-20,2022-06-01,2032-05-31,attivo,determina 214/2022,2022-05-02,cura costante e continuativa,spazio pubblico,decoro,patto-orologio.pdf
Rep. 15/2022,Scambio di semi,Una cassetta di semi da scambiare in biblioteca.,Biblioteca,Fiume,44.6199,11.0652,Associazione Semi Inventati APS,2022-09-10,2022-10-01,2031-09-30,attivo,determina 260/2022,2022-09-01,cura costante e continuativa,spazio pubblico,verde,
"""
