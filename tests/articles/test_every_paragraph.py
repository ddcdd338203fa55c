"""The regulation as a whole: no paragraph without its test or its reason, no number untested."""

from pathlib import Path

import pytest

from pactregistry.workflow.citations import Source, cite
from pactregistry.workflow.lifecycle import MACHINES
from pactregistry.workflow.loading import load_pack
from pactregistry.workflow.pack import LANGUAGES, Paragraph
from pactregistry.workflow.reach import read_tests
from tests.articles.measured import ADDED_BY_LECCO, MEASURED

ROOT = Path(__file__).parents[2]
PACKS = {name: load_pack(ROOT / "regulation" / name) for name in ("bologna-2014", "lecco")}
BOLOGNA = PACKS["bologna-2014"]
LAW = {
    f"{article.number}({paragraph.number})": paragraph
    for article in BOLOGNA.articles.values()
    for paragraph in article.paragraphs.values()
}
SOFTWARE = [place for place, paragraph in LAW.items() if paragraph.fate != "not_software"]
PEOPLE = [place for place, paragraph in LAW.items() if paragraph.fate == "not_software"]


def places_held() -> dict[str, list[str]]:
    """The tests of this folder by the paragraph that they hold; a letter holds its paragraph."""
    held: dict[str, list[str]] = {}
    for label, names in read_tests(ROOT).items():
        (told,) = cite(label)
        place = f"{told.article}({told.paragraph})"
        held.setdefault(place, []).extend(n for n in names if n.startswith("tests/articles/"))
    return held


def places_cited() -> set[str]:
    """The paragraphs that a row or a guard of the lifecycle cites."""
    citing = [
        citation
        for machine in MACHINES
        for row in machine.rows.values()
        for citation in (*row.cites, *(c for g in (*row.binds, *row.warns) for c in g.cites))
    ]
    return {f"{c.article}({c.paragraph})" for c in citing if c.source is Source.STATUTE}


HELD = places_held()
CITED = places_cited()


def test_the_regulation_has_thirty_six_articles() -> None:
    assert list(BOLOGNA.articles) == list(range(1, 37))


@pytest.mark.parametrize("place", SOFTWARE)
def test_each_paragraph_has_a_test_of_its_own(place: str) -> None:
    assert HELD.get(place), f"no test in tests/articles is marked article({place!r})"


@pytest.mark.parametrize("place", PEOPLE)
def test_what_is_for_people_is_argued_and_nothing_is_done_about_it(place: str) -> None:
    paragraph = LAW[place]
    for language in LANGUAGES:
        argued = paragraph.applied[language]
        assert argued.endswith(".")
        assert ". " not in argued, "one sentence"
    assert place not in CITED, "a step or a guard applies it: its fate is another"


@pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS)
def test_no_paragraph_is_put_off(pack: object) -> None:
    paragraphs: list[tuple[int, Paragraph]] = [
        (article.number, paragraph)
        for article in pack.articles.values()  # type: ignore[attr-defined]  # reason: a Pack
        for paragraph in article.paragraphs.values()
    ]
    late = [f"{number}({p.number})" for number, p in paragraphs if p.fate == "later"]
    assert not late


def test_every_term_and_threshold_has_a_test_at_its_limit() -> None:
    own = BOLOGNA.terms.keys() | BOLOGNA.thresholds.keys()
    assert MEASURED.keys() == own
    both = PACKS["lecco"].terms.keys() | PACKS["lecco"].thresholds.keys()
    assert ADDED_BY_LECCO.keys() == both - own


@pytest.mark.parametrize("key", [*MEASURED, *ADDED_BY_LECCO])
def test_the_test_that_measures_it_is_there(key: str) -> None:
    place, _, name = (MEASURED | ADDED_BY_LECCO)[key].partition("::")
    assert f"\ndef {name}(" in (ROOT / place).read_text("utf-8")
