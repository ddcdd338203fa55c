"""Scenario 2 from its first page to its last, in a real browser, with and without JavaScript."""

import io
from datetime import date
from pathlib import Path

import feedparser
import pikepdf
import pytest

from tests.journeys import flowerbeds
from tests.journeys.conftest import NARROW, WIDE
from tests.journeys.crawling import reachable
from tests.journeys.flowerbeds import LEAD, LOW_VALUE, NEIGHBOURS, NUMBER, PACT
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.pacts.test_documents import faults, text_of

PRIVATE = {
    "Zibellini",
    "lina.zibellini",
    "rosa@people",
    "gino@people",
    "Quarantasei",
    "333 4445556",
    "bottega di fiori",
    "verbale-firmato",
    "Sportellista",
    "Dirigenti",
    "Verdi",
    "Acquaioli",
    "Presiedi",
}
"""What was typed for the office, the group or the parties alone, and must be nowhere public."""
PUBLIC = (
    "/",
    "/feed.atom",
    "/feed.json",
    "/api/v1/pacts",
    "/api/v1/proposals",
    f"/api/v1/pacts/{PACT}",
    f"/api/v1/proposals/{NUMBER}",
    f"/pacts/{PACT}.json",
    f"/proposals/{NUMBER}.json",
)
MOST = {"resident": (39, 43), "desk officer": (25, 25), "managing officer": (5, 4)}
"""Screens and clicks that nobody may need more of: lower them when the way gets shorter."""
HOW = {
    "with JavaScript, wide": {"viewport": WIDE},
    "without JavaScript, narrow": {"viewport": NARROW, "java_script_enabled": False},
}


@pytest.mark.parametrize("stage", HOW.values(), ids=HOW.keys(), indirect=True)
def test_twelve_flowerbeds_from_the_first_page_to_the_civic_network(
    stage: Stage, tmp_path: Path
) -> None:
    stage.staff()
    for name, email in NEIGHBOURS.items():
        stage.neighbour(name, email)
    lead = flowerbeds.signs_up(stage)
    flowerbeds.opens_group(lead)
    flowerbeds.proposes(lead)
    stage.clock.go(date(2026, 3, 5))
    flowerbeds.announces(stage)
    stage.clock.go(date(2026, 3, 9))
    flowerbeds.comments(stage)
    flowerbeds.opinions(stage)
    stage.clock.go(date(2026, 4, 3))
    flowerbeds.accepts(stage)
    stage.clock.go(date(2026, 4, 8))
    flowerbeds.meets(stage, lead)
    stage.clock.go(date(2026, 4, 9))
    flowerbeds.lead_signs(stage, lead, tmp_path)
    stage.clock.go(date(2026, 4, 10))
    flowerbeds.manager_signs(stage)
    _is_public(stage)
    assert stage.faults() == []
    for part, (screens, clicks) in MOST.items():
        assert stage.tally.screens[part] <= screens, part
        assert stage.tally.clicks[part] <= clicks, part


def _is_public(stage: Stage) -> None:
    visitor = stage.visitor("visitor")
    visitor.open("/")
    visitor.go("Dodici aiuole in Via Lunga")
    assert visitor.sees("Via Lunga in Fiore")
    assert visitor.sees(LOW_VALUE)
    feed = feedparser.parse(_read(visitor, "/feed.atom"))
    assert not feed.bozo
    (entry,) = [entry for entry in feed.entries if entry.link.endswith(f"/pacts/{PACT}")]
    enclosed = [link.href.partition("/pacts/")[2] for link in entry.enclosures]
    assert enclosed == [f"{PACT}/versions/1.pdf"]
    pdf = _read(visitor, f"/pacts/{PACT}.pdf")
    assert faults(pdf) == []
    assert "1021/2026" in text_of(pdf)
    everything = {
        **reachable(visitor.context, visitor.address, PUBLIC),
        "text of the PDF": text_of(pdf).encode(),
    }
    everything |= {f"stream {number}": stream for number, stream in enumerate(_streams(pdf))}
    files = {f"/pacts/{PACT}.json", f"/pacts/{PACT}/versions/1.pdf"}
    assert {f"/pacts/{PACT}", *files} <= everything.keys()
    shown = [(where, word) for where, what in everything.items() for word in _private_in(what)]
    assert shown == []
    assert _private_in(_read(visitor, f"/pacts/{PACT}") + LEAD.encode()) == ["lina.zibellini"]


def _private_in(content: bytes) -> list[str]:
    return [word for word in sorted(PRIVATE) if word.encode() in content]


def _streams(pdf: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = [each for each in opened.objects if isinstance(each, pikepdf.Stream)]
        return [str(opened.docinfo).encode(), *(stream.read_bytes() for stream in streams)]


def _read(visitor: Walker, path: str) -> bytes:
    answer = visitor.context.request.get(visitor.address + path)
    assert answer.ok, path
    return answer.body()
