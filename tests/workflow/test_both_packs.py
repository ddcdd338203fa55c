"""Two packs that ship: one derives from the other and says only what differs. Art. 36."""

from dataclasses import replace
from datetime import date

import pytest

from pactregistry.config import PACKAGE
from pactregistry.workflow.atlas import faults_of
from pactregistry.workflow.citations import cite
from pactregistry.workflow.city import City, Succession, check_overlay
from pactregistry.workflow.loading import load_packs
from pactregistry.workflow.numbering import changed_numbers, digest_of
from pactregistry.workflow.pack import Pack

MODEL, OTHER = "bologna-2014", "lecco"


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    """The packs that come with the program."""
    return load_packs([PACKAGE.parent / "regulation"])


def test_each_pack_holds_all_that_the_lifecycle_cites(packs: dict[str, Pack]) -> None:
    assert set(packs) == {MODEL, OTHER}
    for pack in packs.values():
        assert faults_of(pack, packs[MODEL]) == []


def test_the_other_takes_over_what_it_does_not_say(packs: dict[str, Pack]) -> None:
    model, other = packs[MODEL], packs[OTHER]
    assert other.sections == model.sections
    assert set(other.articles) == set(model.articles)
    mine = {(a.number, p.number) for a in other.articles.values() for p in a.paragraphs.values()}
    own = {
        (article.number, paragraph.number)
        for article in other.articles.values()
        for paragraph in article.paragraphs.values()
        if not paragraph.inherited
    }
    assert own == {(4, 1), (6, 1), (10, 6), (11, 4), (11, 5), (11, 7), (11, 9)}
    for article, paragraph in mine - own:
        said = other.articles[article].paragraphs[paragraph]
        assert said.text == model.articles[article].paragraphs[paragraph].text
    assert not any(p.inherited for a in model.articles.values() for p in a.paragraphs.values())
    # Whose act it is, and when it came into force, is never taken over.
    assert (other.body, other.act) != (model.body, model.act)
    assert other.numbering["en"]
    assert not model.numbering


@pytest.mark.article("11(4)", "11(5)", "11(7)", "11(9)")
def test_the_other_sets_its_own_terms(packs: dict[str, Pack], city: City) -> None:
    pack = packs[OTHER]
    kinds = {kind: city.term(pack, "comments", kind).value for kind in ("", "A", "B", "C", "Z")}
    assert kinds == {"": 15, "A": 15, "B": 30, "C": 30, "Z": 15}
    assert [city.term(pack, key, "B").value for key in ("inquiry", "approval")] == [30, 15]
    assert {k.key for k in pack.kinds.values() if k.needs_executive} == {"B", "C"}
    # Where the text sets the days the city's own number is not asked.
    assert city.terms["inquiry"] == city.term(packs[MODEL], "inquiry").value == 45


@pytest.mark.parametrize(
    ("model", "own"), [("6(1)", "7"), ("6(2)", ""), ("6", ""), ("pack:inquiry", "")]
)
def test_a_number_of_the_model_has_the_city_s_own_beside_it(
    packs: dict[str, Pack], model: str, own: str
) -> None:
    (citation,) = cite(model)
    assert packs[OTHER].own_number(citation) == own
    assert packs[MODEL].own_number(citation) == ""


def test_a_letter_and_a_paragraph_find_the_nearest_number(packs: dict[str, Pack]) -> None:
    pack = replace(packs[MODEL], concordance={"11": "9", "11(4)": "9, c. 2", "3(1)b": "2"})
    found = {text: pack.own_number(cite(text)[0]) for text in ("11", "11(4)", "11(5)", "3(1)b")}
    assert found == {"11": "9", "11(4)": "9, c. 2", "11(5)": "9", "3(1)b": "2"}


@pytest.mark.article("36(1)")
def test_a_succession_names_known_packs_on_rising_days(packs: dict[str, Pack], city: City) -> None:
    def faults(*line: tuple[str, date]) -> list[str]:
        later = tuple(Succession(pack, since) for pack, since in line)
        return check_overlay(replace(city, successions=later), packs)

    first, second = date(2026, 6, 1), date(2027, 6, 1)
    assert faults((OTHER, first)) == []
    assert faults((OTHER, first), (MODEL, second)) == []
    assert "their days must rise" in faults((OTHER, second), (MODEL, first))[0]
    assert "their days must rise" in faults((OTHER, first), (MODEL, first))[0]
    assert faults((MODEL, first)) == [f"succession: {MODEL} follows itself"]
    assert faults(("atlantis", first))[0].startswith("There is no pack atlantis")
    assert faults((OTHER, date(2016, 5, 8))) == [
        "succession: lecco is in force from 2016-05-09 only"
    ]


@pytest.mark.article("36(1)")
def test_the_pack_of_a_day_is_the_last_that_entered(city: City) -> None:
    line = (Succession(OTHER, date(2026, 6, 1)), Succession(MODEL, date(2027, 6, 1)))
    two = replace(city, successions=line)
    assert two.packs == (MODEL, OTHER)
    days = (date(2026, 5, 31), date(2026, 6, 1), date(2027, 5, 31), date(2027, 6, 1))
    assert [two.pack_on(day) for day in days] == [MODEL, OTHER, OTHER, MODEL]


def test_a_term_that_any_text_leaves_open_is_the_city_s_to_set(
    packs: dict[str, Pack], city: City
) -> None:
    alone = replace(city, pack=OTHER)
    told = check_overlay(alone, packs)
    assert told == [
        f"terms.{key}: the text itself sets this term; a city cannot change it"
        for key in ("inquiry", "comments")
    ]
    both = replace(city, successions=(Succession(OTHER, date(2026, 6, 1)),))
    assert check_overlay(both, packs) == []


@pytest.mark.article("36(1)")
def test_a_textual_correction_may_not_change_a_number(packs: dict[str, Pack]) -> None:
    pack = packs[MODEL]
    kept = {pack.version: digest_of(pack)}
    corrected = replace(pack, version="1.1", corrects="1", history=kept)
    worded = replace(corrected, title={**pack.title, "en": "Other words"})
    assert list(changed_numbers(worded)) == []
    share = replace(pack.thresholds["owners_share"], value=67)
    days = replace(pack.terms["conciliation"], value=31)
    for change in (
        {"thresholds": {**pack.thresholds, "owners_share": share}},
        {"terms": {**pack.terms, "conciliation": days}},
        {"kinds": packs[OTHER].kinds},
        {"procedure": packs[OTHER].procedure},
    ):
        (fault,) = changed_numbers(replace(corrected, **change))  # type: ignore[arg-type]  # reason: fields by name
        assert "that is a new law" in fault
    (fault,) = changed_numbers(replace(corrected, history={}))
    assert fault.startswith("history.1 is missing")
    # A number that is changed without saying so is seen too, where the version was noted.
    changed = replace(pack, history=kept, thresholds={**pack.thresholds, "owners_share": share})
    assert "that is a new law" in next(changed_numbers(changed))
