"""What proposals on one commons say, and what was said between their authors. Art. 10(7)."""

from datetime import date

from pactregistry.proposals.competing.actions_rivals import Held

CLUB = {
    "title": "Basket giovanile al Campo Stella",
    "summary": "Allenamenti di pallacanestro per chi ha meno di quattordici anni.",
    "description": "Allenamenti ogni pomeriggio feriale; rifacciamo le righe e curiamo i canestri.",
    "benefits": "Sport gratuito per sessanta ragazze e ragazzi.",
    "theme": "sport e gioco",
    "people_count": 14,
}
COMMITTEE = {
    "title": "Campo Stella per tutti",
    "summary": "Gioco libero per ogni età, con ore di quiete.",
    "description": "Il campo resta libero; un calendario tiene le ore di quiete e i tornei di cortile.",
    "benefits": "Un posto per giocare senza iscriversi, e vicini che riposano.",
    "theme": "sport e gioco",
    "people_count": 22,
}
COURT_NOTE = (
    "Entrambe chiedono il campo nei pomeriggi feriali: la prima per allenamenti, la seconda per il "
    "gioco libero. Le ore dei due calendari si sovrappongono per l'intera settimana."
)
COURT_MINUTES = (
    "Il Quartiere ha chiamato con manifesti e lettere chi abita attorno al campo. In assemblea si è "
    "votato con schede di carta, contate due volte da due impiegati davanti a tutti."
)
GEESE_BEDS = {
    "title": "Sedie e libri in piazzetta",
    "summary": "Sedie leggere e una casetta dei libri, la sera si ritira tutto.",
    "description": "Da aprile a ottobre portiamo dodici sedie e una casetta dei libri.",
    "theme": "spazi comuni",
    "people_count": 6,
}
GEESE_GAMES = {
    "title": "La piazzetta dei giochi",
    "summary": "Giochi disegnati a terra e un pomeriggio di gioco la settimana.",
    "description": "Disegniamo a terra campana e dama gigante, e animiamo il mercoledì.",
    "theme": "spazi comuni",
    "people_count": 8,
}
GEESE_NOTE = "Sedie e giochi occuperebbero la stessa metà della piazzetta nelle stesse ore."
POTS = {
    "title": "Fioriere davanti alle vetrine",
    "summary": "Dodici fioriere curate da chi ha bottega.",
    "description": "Le botteghe comprano le fioriere e le curano tutto l'anno.",
    "theme": "decoro",
    "people_count": 9,
}
HERBS = {
    "title": "Erbe aromatiche in Via del Forno",
    "summary": "Cassette di erbe da cogliere liberamente.",
    "description": "Cassette di rosmarino, salvia e menta, da cogliere passando.",
    "theme": "decoro",
    "people_count": 5,
}
JOINED = {
    "title": "Fioriere ed erbe in Via del Forno",
    "summary": "Fioriere davanti alle vetrine, con erbe da cogliere liberamente.",
    "description": "Dodici fioriere comprate dalle botteghe; in metà di esse erbe per chi passa.",
    "benefits": "Una via più bella, e il profumo è di tutti.",
    "support_asked": "",
}


def held(on: date, place: str, people: int, minutes: str) -> Held:
    """A meeting of the authors whose minutes everyone reads."""
    return Held(
        held_on=on,
        place=place,
        people=people,
        roles="proponenti, Ufficio beni comuni, presidenza del Quartiere",
        names="",
        minutes=minutes,
        public=True,
    )
