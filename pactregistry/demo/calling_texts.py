"""What the calls of the demo city say, and what is answered. Art. 11(1)a, 11(2), 16(3), 29(1)."""

from typing import Any

CRITERIA = [
    {"key": "c1", "label": "Apertura a tutti", "highest": 10},
    {"key": "c2", "label": "Cura nel tempo", "highest": 5},
]
QUESTIONS = [
    {"key": "q1", "label": "In quanti sarete ogni settimana?", "help": "", "required": True},
    {"key": "q2", "label": "Chi tiene le chiavi?", "help": "Un ruolo basta.", "required": False},
]


def _call(title: str, summary: str, text: str, **more: Any) -> dict[str, Any]:
    told = {"title": title, "summary": summary, "text": text, "district": "centro"}
    shape = {"questions": QUESTIONS, "criteria": CRITERIA, "places_offered": 1}
    return {**told, "theme": "spazi comuni", "act": "DD/PRO/dimostrativo", **shape, **more}


WORKSHOP = _call(
    "Ex officina del Ponte: chi la apre?",
    "Cerchiamo gruppi che aprano l'ex officina come laboratorio condiviso.",
    "Il capannone ha 300 metri quadrati e un cortile. Chi risponde dice come lo tiene aperto a tutti.",
    theme="edifici",
)
VILLA = _call(
    "Casa dei Glicini, un doposcuola per il quartiere",
    "Una casa confiscata torna al quartiere: chi ne fa un doposcuola?",
    "Quattro stanze e un giardino. Si confrontano le risposte secondo i due criteri.",
    theme="edifici",
    district="fiume",
)
WALL = _call(
    "Un disegno per il Muro del Sottopasso",
    "Ottanta metri di muro riservati alla creatività urbana.",
    "Un bozzetto e un racconto di come la scuola vicina partecipa.",
    theme="arte",
)
FLOOD = _call(
    "Emergenza: fango nel Parco del Mulino",
    "Dopo la piena servono squadre per liberare dal fango i vialetti.",
    "Si lavora tre sabati, con attrezzi e stivali del Comune.",
    theme="verde e giardini",
    district="fiume",
    emergency=True,
    emergency_grounds="Piena del fiume, ordinanza sindacale 7/dimostrativa.",
    questions=[
        {"key": "q1", "label": "Quante persone portate?", "help": "", "required": True},
    ],
    places_offered=2,
    terms={"inquiry": 10, "comments": 3},
)
ENTRIES = {
    "workshop": ("L'officina delle biciclette", "Riparazioni insieme, tre pomeriggi la settimana."),
    "lamps": ("Falegnameria di quartiere", "Un banco, attrezzi in comune, corsi la domenica."),
    "tutors": ("Compiti sotto i glicini", "Aiuto compiti ogni giorno, merenda e giardino."),
    "readers": ("La casa delle storie", "Letture ad alta voce e un archivio di racconti."),
    "cooks": ("Cucina dei Glicini", "Doposcuola in cucina, due volte la settimana."),
    "birds": ("Uccelli di passaggio", "Ottanta metri di rondini disegnate con la scuola Rondine."),
    "letters": ("Il muro delle parole", "Una poesia dei residenti, una parola per metro."),
    "team_one": ("Squadra Vialetti", "Quindici persone con carriole, tre sabati."),
    "team_two": ("Squadra Ponte", "Dieci persone, il sabato mattina."),
    "team_three": ("Due pale e un furgone", "Quattro persone, quando serve."),
}
