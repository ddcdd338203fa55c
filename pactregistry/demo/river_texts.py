"""A river bank in four years: its pact and what its reports tell. Art. 5(2)h, 30."""

from typing import Any

from pactregistry.demo.reporting import Bill, Words
from pactregistry.reports.models import PaidBy

RIVER = {
    "title": "Sponda viva al Mulino",
    "summary": "Un gruppo pulisce la sponda del fiume, vi pianta alberi e la tiene percorribile.",
    "description": (
        "Ogni due settimane puliamo seicento metri di sponda; d'autunno piantiamo ontani e salici "
        "con le scuole; in estate guidiamo passeggiate per chi vuole conoscere il fiume."
    ),
    "benefits": "Una riva pulita, ombreggiata e di tutti.",
    "theme": "verde e giardini",
    "people_count": 12,
    "place_name": "Sponda del Mulino",
    "district": "fiume",
    "longitude": 11.0741,
    "latitude": 44.6139,
}
SECTIONS = {
    "a": "Il gruppo cura con il Comune la sponda del Mulino perché resti pulita e di tutti.",
    "b": "Il patto dura quattro anni. Ciascuna parte può recedere con trenta giorni di preavviso.",
    "c": "Il gruppo pulisce, pianta e guida; il Comune ritira i rifiuti e dà gli alberi.",
    "d": "La sponda resta aperta a tutti in ogni ora.",
    "g": "Alberi del vivaio comunale, guanti e sacchi, ritiro dei rifiuti.",
    "h": "Un rendiconto ogni sei mesi e uno alla fine, con le stesse misure.",
    "l": "Gli alberi restano al Comune.",
}
MEASURES = ["people_active", "hours_volunteer", "area_m2", "plants", "waste_kg", "events"]
STATED: dict[str, dict[str, Any]] = {
    "use": {"aim": "integrate", "kept_open": True, "opening": "Sempre aperta.", "balance": ""},
    "risks": {"risks": ["hand_tools"], "others": "Argine scivoloso.", "equipment": "Guanti."},
    "insurance": {"insurer": "city", "cover": "Infortuni e danni ad altri.", "policy": ""},
    "reporting": {
        "every_months": 6,
        "indicators": MEASURES,
        "own": [
            {
                "key": "specie_di_uccelli",
                "label": "specie di uccelli viste",
                "unit": "n",
                "definition": "Quante specie diverse, nelle uscite di conteggio del periodo.",
            }
        ],
    },
}
WHY = {
    "people_active": "Chi è venuto almeno due volte, dal foglio delle presenze.",
    "hours_volunteer": "Somma delle presenze, a mezze ore.",
    "area_m2": "Misurata sulla mappa: quello che teniamo pulito davvero.",
    "plants": "Contati il giorno in cui sono stati piantati.",
    "waste_kg": "Pesati al centro di raccolta.",
    "events": "Passeggiate e giornate con le scuole.",
    "own.specie_di_uccelli": "Dal quaderno dei conteggi.",
}
FIGURES = {
    1: ("9", "186.5", "2400", "12", "740", "2", "11"),
    2: ("11", "231", "3100", "30", "655.5", "4", "14"),
    4: ("15", "305.5", "4200", "38", "480", "5", "17"),
    6: ("19", "372", "5400", "44", "362.5", "7", "21"),
    8: ("24", "438.5", "6000", "52", "290", "9", "26"),
}
TEXTS = {
    1: (
        "Togliere vent'anni di rifiuti prima di ogni altra cosa.",
        "Tredici mattine di pulizia, la prima piantata con una classe.",
        "Il tratto vicino al mulino si percorre di nuovo; più a valle ci sono ancora rovi.",
        "Guanti, sacchi e ritiro del Comune; carriole nostre.",
    ),
    2: (
        "Arrivare fino alla passerella e piantare i primi filari.",
        "Pulizia ogni due settimane, due giornate di piantata, due passeggiate.",
        "La passerella si raggiunge a piedi; quattro alberi su cinque hanno attecchito.",
        "Trenta alberi dal vivaio comunale; un gazebo prestato dal Quartiere.",
    ),
    4: (
        "Ombra lungo tutto il sentiero.",
        "Trentotto alberi, annaffiati a turno in luglio; conteggi degli uccelli all'alba.",
        "I rifiuti sono meno di due anni fa: chi passa vede che qualcuno cura.",
        "Una cisterna del Comune per l'estate; merende offerte da una bottega.",
    ),
    6: (
        "Fare posto alle scuole.",
        "Sette uscite, quattro con le classi; potatura dei salici con il Settore verde.",
        "Il sentiero è usato ogni giorno; una piena ha portato via sei alberi, ripiantati.",
        "Due giornate di un giardiniere del Comune; attrezzi nostri.",
    ),
    8: (
        "Lasciare la sponda in ordine a chi continua.",
        "Cinquantadue alberi, nove uscite, un cartello con i nomi delle piante.",
        "Seicento metri puliti e ombreggiati; ventisei specie di uccelli contate.",
        "Alberi e cartello del Comune; le ore sono nostre.",
    ),
}
PARTS = ("objectives", "actions", "results", "resources")
PROBLEMS = {
    6: "La piena di novembre: serve un punto di raccolta più in alto.",
    8: "Due volte hanno bruciato i cartelli.",
}
IDEAS = {8: "Un patto anche per l'altra riva, con chi ci abita."}


def told(period: int) -> Words:
    """What the report on one half year says."""
    texts = dict(zip(PARTS, TEXTS[period], strict=True))
    more = {"problems": PROBLEMS.get(period, ""), "ideas": IDEAS.get(period, "")}
    figures = {
        code: (value, why) for (code, why), value in zip(WHY.items(), FIGURES[period], strict=True)
    }
    written = {key: text for key, text in more.items() if text}
    return Words(texts | written, figures, "La sponda, con gli alberi piantati fin qui.")


FINAL = {
    "objectives": "Una riva pulita, ombreggiata e di tutti: in quattro anni ci siamo arrivati.",
    "actions": "Più di cento mattine di pulizia, cinque piantate grandi, passeggiate con le scuole.",
}
OWN_MONEY = (Bill("consumables", "Merende per le classi", "64.30", 300, paid_by=PaidBy.OWN),)
VIEW = (
    "Siamo passati da nove a ventiquattro. Vorremmo continuare, e chiediamo un punto di raccolta più "
    "in alto prima della prossima piena."
)
MET = "Un incontro di due ore sulla sponda: nove persone del gruppo, due insegnanti, due vicini."
CONFIRMED = (
    "I rifiuti raccolti calano mentre le persone aumentano, e la riva è usata ogni giorno: le due parti "
    "vogliono continuare con le stesse misure."
)
RENEWING = "Le due parti vogliono continuare altri quattro anni, con le stesse misure."
TREES = "Centosettantasei alberi piantati, di cui circa centocinquanta vivi."
TRUST = "Chi abita vicino saluta e avvisa quando qualcosa non va."
TRAFFIC = "La domenica si parcheggia sull'argine."
SILENCE = (
    "Mancano tre rendiconti su otto: il Comune li ha chiesti? E perché non si legge da nessuna parte "
    "che cosa è successo in quei mesi?"
)
