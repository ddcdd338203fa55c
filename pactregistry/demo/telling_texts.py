"""What reports on small care tell, what the public asks, what the City says of a year. Art. 30, 35."""

from typing import Any

from pactregistry.demo.reporting import Bill, Words
from pactregistry.reports.models import PaidBy

HALF_YEARLY: dict[str, dict[str, Any]] = {
    "reporting": {"every_months": 6, "indicators": [], "own": []}
}
EVERY_FOUR_MONTHS: dict[str, dict[str, Any]] = {
    "reporting": {"every_months": 4, "indicators": [], "own": []}
}
HEDGE = Words(
    {
        "actions": "Due tagli leggeri, foglie raccolte ogni settimana, vialetto sempre libero.",
        "results": "La siepe ha chiuso i buchi; davanti ho messo due file di fiori.",
    },
    {
        "people_active": ("1", "Io, con qualche passante."),
        "hours_volunteer": ("41", "Segnate sul calendario di cucina."),
        "area_m2": ("85", "Siepe e vialetto, misurati a passi."),
        "plants": ("28", "I fiori davanti alla siepe."),
    },
    "La siepe dei Tigli con i fiori di quest'anno.",
)
GARDEN = Words(
    {
        "actions": "Aiuole curate ogni sabato, fontana pulita, una festa di primavera.",
        "results": "Due vicini si sono uniti; il giardino è pieno anche di sera.",
        "problems": "La fontana perde dalla vasca più bassa.",
    },
    {
        "people_active": ("11", "Nove del gruppo e due che si sono uniti."),
        "hours_volunteer": ("264.5", "Dal quaderno dei sabati."),
        "area_m2": ("1250", "Aiuole e bordo della fontana."),
        "plants": ("96", "Bulbi e perenni messi a dimora."),
        "events": ("1", "La festa di primavera."),
    },
)
SCHOOL = Words(
    {
        "actions": "Il cortile è rimasto aperto quarantuno pomeriggi; orto con due classi.",
        "results": "I bambini hanno raccolto pomodori e zucche; un genitore si è aggiunto.",
    },
    {
        "people_active": ("6", "Genitori e una nonna."),
        "hours_volunteer": ("178", "Due ore per pomeriggio, in due."),
    },
)
BRIDGE = Words(
    {
        "actions": "Pulito.",
        "results": "Bene.",
    },
    {"hours_volunteer": ("900", "")},
)
BRIDGE_REMARKS = (
    "Novecento ore in quattro mesi per una persona sembrano un errore di battitura. Dica anche in due "
    "righe che cosa ha fatto: chi continuerà la cura ne avrà bisogno."
)
BRIDGE_AGAIN = Words(
    {
        "actions": (
            "Ogni domenica mattina ho svuotato il cestino, staccato i manifesti vecchi e lavato le "
            "due panchine; in aprile ho riverniciato la bacheca."
        )
    },
    {"hours_volunteer": ("34", "Due ore alla settimana: le novecento erano un errore.")},
)
STREET = Words(
    {
        "objectives": "Luci accese per l'inverno e una festa al mese.",
        "actions": "Fioriere piantate da venti botteghe; festa delle luci con dolci fatti in casa.",
        "results": "La via è piena anche la sera; due botteghe vuote hanno trovato chi le apre.",
        "resources": "Fondi raccolti alle feste, transenne del Comune, lavoro delle botteghe.",
    },
    {
        "people_active": ("41", "Una persona per bottega."),
        "hours_volunteer": ("318", "Quattro feste e la cura delle fioriere."),
        "events": ("2", "Festa d'inverno e festa delle luci."),
        "attendance": ("650", "Contati all'ingresso, a mano."),
        "donated": ("534.50", "Dolci offerti alle due feste."),
    },
)
STREET_BILLS = (
    Bill("goods", "Festoni di luci", "420.00", 15),
    Bill("consumables", "Terra e piante per le fioriere", "186.40", 24),
    Bill("consumables", "Lampadine a basso consumo", "280.00", 40, paid_by=PaidBy.RAISED),
)
ASKED_ON_MONEY = "Dei 1.200 euro del patto quanti sono stati spesi per le luci, e quanti restano?"
ANSWERED_ON_MONEY = (
    "Finora è concesso un anticipo di 400 euro. Le spese stanno nel rendiconto di questi mesi, che "
    "l'ufficio sta esaminando: appena accettato si leggono qui, con il conto."
)
FOUNTAIN = (
    "La vasca più bassa della fontana perde: l'acqua arriva al vialetto e la sera si scivola."
)
FOUNTAIN_MENDED = "Il Comune ha cambiato la guarnizione; il gruppo ha rimesso la ghiaia."
BROKEN_GLASS = "Nell'aiuola davanti al civico 12 ci sono cocci di bottiglia tra le piante."
LAST_YEAR = {
    "it": (
        "È stato l'anno in cui il registro è diventato pubblico per intero.\n\n"
        "Le cure semplici si autorizzano in giornata; sulle proposte che chiedono più pareri siamo "
        "ancora lenti, e si vede nelle tabelle dei tempi."
    ),
    "en": (
        "It was the year in which the whole register became public.\n\n"
        "Simple care is authorised within the day; on proposals that need several opinions we are "
        "still slow, and the tables of times show it."
    ),
    "es": (
        "Fue el año en que todo el registro se hizo público.\n\n"
        "El cuidado sencillo se autoriza en el día; en las propuestas que piden varios informes "
        "seguimos siendo lentos, y las tablas de tiempos lo muestran."
    ),
}
YEAR_BEFORE = {"it": "Bozza: un solo patto in vigore, quello della sponda del Mulino."}
