"""What the words of a table of older pacts mean; one that is not listed means nothing. Art. 36."""

from collections.abc import Mapping
from typing import TypeVar

from pactregistry.database import folded
from pactregistry.workflow.states import CommonsKind, Intensity, PactState

_STATES: Mapping[PactState, str] = {
    PactState.SIGNED: "signed, firmato, sottoscritto, stipulato, firmado, suscrito",
    PactState.ACTIVE: "active, running, in force, attivo, in corso, in vigore, vigente, in essere,"
    " activo, en curso, en vigor",
    PactState.SUSPENDED: "suspended, sospeso, suspendido",
    PactState.ENDED: "ended, over, closed, concluso, terminato, cessato, chiuso, finito, terminado,"
    " finalizado, concluido, cerrado",
    PactState.UNKNOWN: "unknown, not known, sconosciuto, non noto, ignoto, desconocido",
}
_ENDS: Mapping[str, str] = {
    "expire": "expired, on its last day, scaduto, alla scadenza, scadenza, scadenza naturale,"
    " vencido, al vencimiento",
    "end_by_notice": "withdrawn, withdrawal, recesso, recesso dei cittadini, receduto, rinuncia,"
    " desistimiento, renuncia",
    "terminate": "terminated, public interest, recesso del comune, interesse pubblico,"
    " terminado por el ayuntamiento, interés público",
    "revoke": "revoked, revocato, revoca, risolto, risoluzione, inadempimento, revocado,"
    " revocación",
}
_INTENSITIES: Mapping[Intensity, str] = {
    Intensity.OCCASIONAL: "occasional, occasional care, cura occasionale, occasionale,"
    " cuidado ocasional, ocasional",
    Intensity.CONTINUOUS: "continuous, continuous care, cura costante, cura continuativa,"
    " cura costante e continuativa, cuidado constante, cuidado constante y continuado",
    Intensity.SHARED_MANAGEMENT: "shared management, shared_management, gestione condivisa,"
    " gestión compartida",
    Intensity.REGENERATION: "regeneration, rigenerazione, regeneración",
}
_KINDS: Mapping[CommonsKind, str] = {
    CommonsKind.PUBLIC_SPACE: "public space, public_space, spazio pubblico, espacio público",
    CommonsKind.PRIVATE_SPACE: "private space, private_space, spazio privato a uso pubblico,"
    " spazio privato, espacio privado de uso público",
    CommonsKind.BUILDING: "building, edificio, immobile",
    CommonsKind.INTANGIBLE: "intangible, immateriale, bene immateriale, inmaterial",
    CommonsKind.DIGITAL: "digital, digitale, bene digitale",
}

M = TypeVar("M")


def _by_word(meanings: Mapping[M, str]) -> Mapping[str, M]:
    return {folded(w): meaning for meaning, words in meanings.items() for w in words.split(",")}


STATES = _by_word(_STATES)
ENDS = _by_word(_ENDS)
INTENSITIES = _by_word(_INTENSITIES)
KINDS = _by_word(_KINDS)


def standing(word: str) -> tuple[PactState, str] | None:
    """The state that a word plainly names, with how the pact ended where it tells that too."""
    bare = folded(word)
    if bare in STATES:
        return STATES[bare], ""
    if bare in ENDS:
        return PactState.ENDED, ENDS[bare]
    return None
