"""The register of applications as the city of Palermo publishes it: its columns and words. Art. 36.

Later editions have more columns; those that we do not read are kept with the row.
"""

from collections.abc import Mapping
from typing import Any

from pactregistry.database import folded
from pactregistry.pacts.importing import values
from pactregistry.pacts.importing.application import Malformed, Row
from pactregistry.pacts.importing.mapping import Standing, Vocabulary
from pactregistry.pacts.importing.reading import Source, read_table
from pactregistry.workflow.states import PactState, ProposalState, ProposerKind

COLUMNS = {
    "source_id": "Id",
    "latitude": "Lat.",
    "longitude": "Long.",
    "place": "Indirizzo",
    "district": "Circoscrizione",
    "kind": "Proponente",
    "title": "Titolo proposta",
    "representative": "Rappresentante",
    "state": "Stato di avanzamento",
    "note": "Nota per attività conclusive",
}
MORE_COLUMNS = {"quarter": "Quartiere", "point_again": "Coordinate", "document": "Scarica il Patto"}

KNOWN = (*COLUMNS.values(), *MORE_COLUMNS.values(), "UPL", "geouri")

VOCABULARY = Vocabulary(
    standings={
        "istruttoria in corso": Standing(ProposalState.INQUIRY),
        "in attesa di integrazione": Standing(ProposalState.INCOMPLETE),
        "patto stipulato": Standing(ProposalState.ACCEPTED, PactState.SIGNED),
        "proroga e/o monitoraggio e valutazione dei risultati": Standing(
            ProposalState.ACCEPTED, PactState.ACTIVE, stands_for_several=True
        ),
        "respinta": Standing(ProposalState.REFUSED),
        "archiviata": Standing(ProposalState.UNKNOWN, catch_all=True),
    },
    kinds={
        "persona fisica": ProposerKind.PERSON,
        "gruppo informale": ProposerKind.INFORMAL_GROUP,
        "associazione": ProposerKind.ASSOCIATION,
        "istituto scolastico": ProposerKind.SCHOOL,
        "istituto comprensivo": ProposerKind.SCHOOL,
        "scuola": ProposerKind.SCHOOL,
        "societa": ProposerKind.BUSINESS,
        "impresa": ProposerKind.BUSINESS,
    },
)


def read(source: Source) -> list[Row]:
    """The rows of the register.

    Raises:
        Malformed: with every fault, each with its line.
    """
    table = read_table(source, COLUMNS.values())
    known = {folded(column): column for column in table.columns}
    names = {
        field: known[folded(column)]
        for field, column in (COLUMNS | MORE_COLUMNS).items()
        if folded(column) in known
    }
    rows, faults = [], []
    for line, cells in table.rows:
        try:
            rows.append(_row(line, cells, names))
        except values.Unreadable as error:
            faults.append(f"{source.name}, line {line}: {error}.")
    if faults:
        raise Malformed(tuple(faults))
    return rows


def _row(line: int, cells: Mapping[str, str], names: Mapping[str, str]) -> Row:
    read: dict[str, Any] = {field: cells[column] for field, column in names.items()}
    read["latitude"] = values.degrees(read["latitude"], values.LATITUDES)
    read["longitude"] = values.degrees(read["longitude"], values.LONGITUDES)
    read["point_again"] = values.point(read.get("point_again", ""))
    return Row(line=line, original=cells, **read)
