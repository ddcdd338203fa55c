"""The columns of a table of older pacts, by the names that Italian, English and Spanish give them.

They are told to operators in `docs/import.md`; a test holds the two together.
"""

from collections.abc import Mapping

from pactregistry.database import folded

COLUMNS: Mapping[str, str] = {
    "number": "numero, numero patto, n., repertorio, numero di repertorio, registro,"
    " registry number, pact number, número, número de registro, id",
    "title": "titolo, titolo del patto, oggetto, título, objeto",
    "summary": "sintesi, descrizione, description, resumen, descripción",
    "place": "luogo, indirizzo, address, lugar, dirección",
    "district": "quartiere, circoscrizione, municipio, distrito, barrio",
    "latitude": "lat, lat., latitudine, latitud",
    "longitude": "lon, long, long., lng, longitudine, longitud",
    "parties": "parti, contraenti, firmatari, soggetti, partes, firmantes",
    "persons": "persone, persone fisiche, people, private persons, personas",
    "signed_on": "signed on, firmato il, data firma, data di firma, sottoscritto il,"
    " data sottoscrizione, stipulato il, data stipula, firmado el,"
    " fecha de firma",
    "starts_on": "starts on, start, from, inizio, data inizio, dal, decorrenza, inicio,"
    " fecha de inicio, desde",
    "ends_on": "ends on, end, until, fine, data fine, al, scadenza, data scadenza, fin,"
    " fecha de fin, hasta, vencimiento",
    "state": "stato, stato del patto, estado, status",
    "ended_on": "ended on, cessato il, concluso il, data cessazione, terminado el",
    "how_ended": "how it ended, come è finito, modo di cessazione, esito, cómo terminó",
    "act_number": "act, act number, atto, numero atto, determina, determinazione,"
    " numero determina, numero determinazione, acto, número de acto,"
    " resolución",
    "act_date": "act date, data atto, data determina, data determinazione, fecha del acto,"
    " fecha de la resolución",
    "intensity": "intensità, livello, intensidad, nivel",
    "commons_kind": "kind, commons kind, tipo di bene, bene, tipo de bien, bien",
    "theme": "tema, ambito, ambito di azione, topic, ámbito",
    "proposal_number": "proposal, proposal number, proposta, numero proposta,"
    " protocollo proposta, propuesta, número de propuesta",
    "proposal_date": "proposal date, data proposta, fecha de propuesta",
    "documents": "document, documenti, documento, pdf, file, files, nome file, documentos,"
    " archivo, archivos",
    "notes": "note, nota, annotazioni, notas, observaciones",
}
REQUIRED = ("title", "state")
DAYS = ("signed_on", "starts_on", "ends_on", "ended_on", "act_date", "proposal_date")

_CALLED: Mapping[str, str] = {
    folded(word): column
    for column, words in COLUMNS.items()
    for word in (column, *words.split(","))
}


def called(header: str) -> str:
    """Our name of a column; its own, folded, where we have none."""
    bare = folded(header.replace("_", " "))
    return _CALLED.get(bare) or _CALLED.get(folded(header)) or bare


def is_known(header: str) -> bool:
    """Whether we read a column that is headed so."""
    return called(header) in COLUMNS
