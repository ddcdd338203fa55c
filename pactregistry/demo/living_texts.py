"""What is said in the life of the demo city's pacts. Art. 3(1)d, 5(2)b, i, l, m, 11(8), 30(8)."""

SCHOOL = {
    "title": "Il cortile della Rondine dopo le lezioni",
    "summary": "Un orto e giochi nel cortile della scuola, il pomeriggio.",
    "description": "Teniamo aperto il cortile due pomeriggi e curiamo l'orto con i bambini.",
    "theme": "scuola",
}
BRIDGE = {
    "title": "Panchine e bacheca del Ponte",
    "summary": "Una persona tiene in ordine la bacheca e le panchine davanti all'officina.",
    "description": "Pulizia settimanale, manifesti in ordine, un cestino svuotato.",
    "theme": "decoro",
}
GARDEN = {
    "title": "Amici dei Tigli",
    "summary": "Un gruppo di vicini cura aiuole e fontana del giardino.",
    "description": "Cura delle aiuole, foglie d'autunno, una festa di primavera.",
    "theme": "verde e giardini",
    "people_count": 9,
}
UNDERPASS = {
    "title": "Il sottopasso pulito",
    "summary": "Pulizia del sottopasso e ritocchi al muro dipinto.",
    "description": "Ogni due settimane puliamo il sottopasso e ritocchiamo il muro.",
    "theme": "decoro",
}
PATHS = {
    "title": "Custodi della mappa dei sentieri",
    "summary": "Chi cammina aggiorna la mappa libera dei sentieri.",
    "description": "Ogni mese percorriamo un sentiero e correggiamo tracciato e fotografie.",
    "theme": "dati aperti",
}
TREE_FELL = (
    "Un tiglio è caduto nel cortile: finché le altre piante non sono verificate nessuno entra."
)
CONFIRMED = "Il Settore verde ha verificato: due piante vanno abbattute, servono tre settimane."
MOVING = "Mi trasferisco in un'altra città: chi vuole continuare può chiedere un patto nuovo."
AMENDED = "Il gruppo vuole curare anche la siepe lungo la via, ora che siamo in tre di più."
AMENDED_C = (
    "Il gruppo cura le aiuole, la fontana e la siepe lungo la via, e raccoglie le foglie. Il Comune "
    "fornisce attrezzi e ritira gli scarti verdi."
)
EXTENDED = "La festa di primavera dell'anno prossimo è già in calendario: andiamo avanti un anno."
JOINING = ("Abito davanti alla fontana e ho il sabato libero.", "Vorrei imparare a potare.")
DECLINED = (
    "La richiesta chiede di usare il giardino per lezioni a pagamento: il patto è di cura gratuita e "
    "aperta a tutti, e l'attività si può proporre allo sportello delle attività produttive."
)
BREACH = "Da sei settimane il sottopasso non è pulito e il muro è stato coperto di manifesti."
REVOKED = (
    "Il sottopasso non è stato pulito per otto settimane, come mostrano tre sopralluoghi, e alla "
    "contestazione non è arrivata risposta entro il termine di quindici giorni che era stato dato."
)
REINSTATED = (
    "Una lunga malattia aveva impedito di rispondere; due vicine si sono unite alla cura e il "
    "sottopasso è di nuovo pulito: il patto riprende con le stesse parole."
)
RENEWING = "La mappa è usata ogni giorno: vogliamo continuare per un altro anno."
