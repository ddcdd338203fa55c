"""What an officer's free note says, found by patterns of Italian office language.

The patterns ask questions; they never decide, but for one: a catch-all end is read from the note
where it names exactly one end and does not hedge. Texts are compared without accents and case.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pactregistry.database import folded
from pactregistry.workflow.states import ProposalState

MONTHS = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
]


class Signal(StrEnum):
    """Something that a note mentions."""

    REFUSAL = "refusal"
    REFUSAL_TO_SEND = "refusal_to_send"
    REFUSAL_ANNOUNCED = "refusal_announced"
    PAPERS_MISSING = "papers_missing"
    PAPERS_TO_ASK = "papers_to_ask"
    PAPERS_CAME = "papers_came"
    SIGNED = "signed"
    APPROVED = "approved"
    PACT = "pact"
    PACT_ENDED = "pact_ended"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"
    NOT_CHOSEN = "not_chosen"
    REDIRECTED = "redirected"


_SEND = (
    r"(?:invi|trasmett|predispo|notific|prepar|redig|emett|formalizz|comunic|adott)\w*(?:re|rre)"
)
_REFUSAL = r"(?:dinieg\w*|rigett\w*|respingiment\w*)"
_PAPERS = r"(?:integrazion\w*|document\w*|elaborat\w*|allegat\w*|progett\w*)"
PATTERNS: Mapping[Signal, re.Pattern[str]] = {
    signal: re.compile(pattern)
    for signal, pattern in {
        Signal.REFUSAL: rf"\b(?:{_REFUSAL}|respint\w*|non accol\w*|inammissibil\w*|esito negativo)",
        Signal.REFUSAL_TO_SEND: (
            rf"\b{_SEND}\b[^.;]{{0,40}}\b{_REFUSAL}|\b{_REFUSAL}\b[^.;]{{0,30}}"
            rf"\b(?:da {_SEND}|non ancora|in corso di|in preparazione|in predisposizione)"
        ),
        Signal.REFUSAL_ANNOUNCED: (rf"\bpreavviso di {_REFUSAL}|\b10[ -]?bis\b|\bmotivi ostativi"),
        Signal.PAPERS_MISSING: (
            rf"\bmanca\w*|\bcarent\w*|\bincomplet\w*|\binsufficient\w*|\bda integrare"
            rf"|\bin attesa (?:di|de\w+) {_PAPERS}|\brichiest\w* (?:di |d[ei]\w+ )?{_PAPERS}"
            rf"|\bsollecit\w*"
        ),
        Signal.PAPERS_TO_ASK: r"\b(?:da|occorre|bisogna) (?:richiedere|chiedere)\b",
        Signal.PAPERS_CAME: (
            r"\b(?:pervien\w*|pervenut\w*|trasmess\w*|trasmette|trasmettono|ricevut\w*"
            r"|consegnat\w*|presentat\w*|depositat\w*)\b"
        ),
        Signal.SIGNED: r"\b(?:sottoscritt\w*|sottoscrizion\w*|stipulat\w*|firmat\w*|siglat\w*)",
        Signal.APPROVED: r"\bapprovat\w*|\bapprovazion\w*",
        Signal.PACT: r"\bpatto\b|\bfirma digitale",
        Signal.PACT_ENDED: (
            r"\bscadut\w*|\brevoc\w*|\brecess\w*|\brecedut\w*|\brinunci\w*|\brisolt\w* il patto"
            r"|\bpatto\b[^.;]{0,30}\b(?:conclus\w*|cessat\w*|terminat\w*|risolt\w*)"
            r"|\brisoluzione d\w+ patto"
        ),
        Signal.EXTENDED: r"\bprorog\w*",
        Signal.WITHDRAWN: r"\britirat\w*|\britiro d\w+|\brinunci\w*",
        Signal.LAPSED: (
            r"\bdecadut\w*|\bdecadenza"
            r"|\b(?:decors\w*|decorrenza|scadenza) (?:i |il |de\w+ )?termin\w*"
            r"|\bmancat\w* (?:integrazion\w*|riscontr\w*)"
        ),
        Signal.SUPERSEDED: (
            r"\baccorpat\w*|\bconfluit\w*|\bassorbit\w*|\bunificat\w*"
            r"|\bsostituit\w* d\w+ (?:altra|nuova|successiva)"
        ),
        Signal.NOT_CHOSEN: r"\bnon (?:selezionat\w*|scelt\w*|prescelt\w*|aggiudicat\w*)",
        Signal.REDIRECTED: (
            r"\breindirizzat\w*|\b(?:rinviat\w*|indirizzat\w*) ad altr\w*|\baltro strumento"
        ),
    }.items()
}
ENDS: Mapping[Signal, ProposalState] = {
    Signal.WITHDRAWN: ProposalState.WITHDRAWN,
    Signal.LAPSED: ProposalState.LAPSED,
    Signal.SUPERSEDED: ProposalState.SUPERSEDED,
    Signal.NOT_CHOSEN: ProposalState.NOT_CHOSEN,
    Signal.REDIRECTED: ProposalState.REDIRECTED,
    Signal.REFUSAL: ProposalState.REFUSED,
}
NOT_AN_END = frozenset(
    {Signal.REFUSAL_TO_SEND, Signal.REFUSAL_ANNOUNCED, Signal.SIGNED, Signal.APPROVED, Signal.PACT}
)
HEDGES = re.compile(
    r"\?|\b(?:non|nessun\w*|senza|mai|forse|se|qualora|verificare|valutare|probabil\w*|eventual\w*"
    r"|presunt\w*|in attesa|in corso|da \w+[aei]re|si (?:attende|chiede|valuta)|potrebbe)\b"
)

_DAYS = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4}|\d{2})(?!\d)"
    r"|(?<![\d.])(?P<d2>\d{1,2}) (?P<m2>\d{1,2}) (?P<y2>\d{4})(?!\d)"
    rf"|(?<!\d)(?P<d3>\d{{1,2}})°? (?P<m3>{'|'.join(MONTHS)})(?: (?P<y3>\d{{4}}))?"
    r"|(?<!\d)(?P<y4>\d{4})-(?P<m4>\d{2})-(?P<d4>\d{2})(?!\d)"
)
_GARBLED_DAY = re.compile(r"(?<!\d)\d{1,2}/\W?\d{0,2}\W?/\s*\d{2,4}(?!\d)")
_ACT = (
    r"d\.?\s?d\.?|determin\w+(?: dirigenzial\w+)?|deliber\w+|g\.?\s?[mc]\.?|ordinanz\w+|repertorio"
)
_NUMBERS = re.compile(
    rf"\bprot(?:ocoll\w+)?\.?\s*(?:n\.?|nr\.?|num\.?|n°)?\s*\d[\d./]*"
    rf"|\b(?:{_ACT})\s*(?:n\.?|nr\.?|num\.?|n°)\s*\d[\d./]*"
    r"|\bg\.?\s?[mc]\.?\s*\d[\d./]*"
    r"|\b(?:n\.|nr\.|n°)\s*\d{4,}[\d./]*"
)


@dataclass(frozen=True)
class Mentions:
    """The dates and registry numbers that a note holds, as they are written in it."""

    days: tuple[str, ...]
    unreal_days: tuple[str, ...]
    numbers: tuple[str, ...]


def signals(note: str) -> frozenset[Signal]:
    """What a note mentions."""
    text = folded(note)
    return frozenset(signal for signal, pattern in PATTERNS.items() if pattern.search(text))


def mentions(note: str) -> Mentions:
    """The dates and numbers that a note holds."""
    text = folded(note)
    days: list[str] = []
    unreal: list[str] = []
    for match in _DAYS.finditer(text):
        (days if _is_real(match) else unreal).append(match.group().strip())
    rest = _DAYS.sub(" ", text)
    unreal += [match.group().strip() for match in _GARBLED_DAY.finditer(rest)]
    numbers = [" ".join(match.group().split()).rstrip("./") for match in _NUMBERS.finditer(rest)]
    return Mentions(_once(days), _once(unreal), _once(numbers))


def end_told(note: str) -> ProposalState | None:
    """The one end that a note names without hedging, or None."""
    found = signals(note)
    ends = [signal for signal in ENDS if signal in found]
    if len(ends) != 1 or found & NOT_AN_END:
        return None
    rest = PATTERNS[ends[0]].sub(" ", folded(note))
    return None if HEDGES.search(rest) else ENDS[ends[0]]


def _is_real(match: re.Match[str]) -> bool:
    parts = match.groupdict()
    day = parts["d"] or parts["d2"] or parts["d3"] or parts["d4"]
    month = parts["m"] or parts["m2"] or parts["m4"]
    number = MONTHS.index(parts["m3"]) + 1 if parts["m3"] else int(month)
    year = int(parts["y"] or parts["y2"] or parts["y3"] or parts["y4"] or 2000)
    try:
        date(year + 2000 if year < 100 else year, number, int(day))
    except ValueError:
        return False
    return True


def _once(found: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
