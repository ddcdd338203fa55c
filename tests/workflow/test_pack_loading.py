"""A malformed pack or city is refused with one plain sentence a fault, and all faults at once."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pactregistry.workflow.citations import cite, from_json
from pactregistry.workflow.city import City, check_overlay, load_city
from pactregistry.workflow.loading import load_pack
from pactregistry.workflow.pack import Pack, PackFault

REGULATION = Path(__file__).parents[2] / "regulation"
Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the pack to spoil."""
    return Path(shutil.copytree(REGULATION / "bologna-2014", tmp_path / "spoilt"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replace one passage of one file, which must be there."""

    def replace_in(name: str, before: str, after: str) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), "utf-8")

    return replace_in


def faults(folder: Path) -> list[str]:
    with pytest.raises(PackFault) as refused:
        load_pack(folder)
    for sentence in refused.value.faults:
        assert sentence.startswith("spoilt: ")
        assert sentence.endswith(".")
        assert "Error" not in sentence
        assert "\n" not in sentence
    return refused.value.faults


SPOILT = [
    ("pack.toml", "[terms.inquiry]", "[terms.inquiry", "is not a TOML file"),
    ("pack.toml", 'id = "bologna-2014"\n', "", "'id'"),
    ("pack.toml", 'cites = ["11(4)"]', 'cites = ["11[4]"]', "not a citation: '11[4]'"),
    ("pack.toml", 'cites = ["11(4)"]', "cites = []", "terms.inquiry: it cites nothing"),
    ("pack.toml", 'cites = ["11(4)"]', 'cites = ["11(99)"]', "term inquiry cites 11(99)"),
    ("pack.toml", 'cites = ["11(4)"]', 'cites = ["99"]', "term inquiry cites 99"),
    ("pack.toml", 'cites = ["11(4)"]', 'cites = ["3(1)z"]', "term inquiry cites 3(1)z"),
    ("pack.toml", 'cites = ["11(4)"]', 'cites = ["law:magic"]', "term inquiry cites magic"),
    ("pack.toml", 'source = "city"', 'source = "council"', "its source is council"),
    ("pack.toml", 'source = "city"', 'source = "statute"', "and only there"),
    ("pack.toml", 'source = "city"', 'source = "city"\nvalue = 5', "and only there"),
    ("pack.toml", 'unit = "years"', 'unit = "moons"', "'moons' is not a valid Unit"),
    ("pack.toml", 'it = "parere"', 'it = " "', "terms.opinion: there is no text in it"),
    ("pack.toml", ', es = "informe"', "", "terms.opinion: there is no text in es"),
    ("pack.toml", "[thresholds.fees_share]", "[thresholds.fees_share]\nspare = 1", "'spare'"),
    ("articles/11.toml", "article = 11", "", "11.toml: article is missing"),
    ("articles/11.toml", "article = 11", "article = 10", "Article 10 stands in two files"),
    ("articles/11.toml", "number = 4", "number = 5", "its paragraphs are"),
    ("articles/11.toml", "fate =", "fat =", "11.toml: fate is missing"),
]


@pytest.mark.parametrize(("name", "before", "after", "told"), SPOILT)
def test_a_malformed_pack_is_refused_and_says_where(
    folder: Path, edit: Edit, name: str, before: str, after: str, told: str
) -> None:
    edit(name, before, after)
    assert any(told in sentence for sentence in faults(folder))


def test_all_faults_are_told_at_once(folder: Path, edit: Edit) -> None:
    edit("pack.toml", 'it = "parere"', 'it = ""')
    edit("pack.toml", 'unit = "years"', 'unit = "moons"')
    edit("articles/11.toml", "article = 11", "")
    assert len(faults(folder)) == 3


def test_a_pack_without_its_file_is_refused(folder: Path) -> None:
    (folder / "pack.toml").unlink()
    assert faults(folder) == ["spoilt: pack.toml: No such file or directory."]


def test_a_pack_without_a_table_is_refused(folder: Path, edit: Edit) -> None:
    edit("pack.toml", "[chapters]", "[capitoli]")
    assert any("the table chapters is missing" in sentence for sentence in faults(folder))


def test_that_the_text_sets_no_number_differs_from_an_unknown_term(pack: Pack) -> None:
    assert pack.terms["inquiry"].value is None
    assert pack.terms["inquiry"].source == "city"
    assert "patience" not in pack.terms


@pytest.mark.article("33(2)")
def test_the_only_terms_of_the_text_are_the_committee_s_and_the_trial_year(pack: Pack) -> None:
    own = {term.key: (term.value, term.unit.value) for term in pack.terms.values() if term.value}
    assert own == {"conciliation": (30, "days"), "trial": (1, "years")}


@pytest.mark.article("13(4)", "17(3)", "24(7)", "33(1)")
def test_the_only_thresholds_of_the_text_are_four(pack: Pack) -> None:
    own = {threshold.key: threshold.value for threshold in pack.thresholds.values()}
    assert own == {"owners_share": 66, "building_years": 9, "fees_share": 50, "committee_size": 3}


@pytest.mark.parametrize("text", ["11(4)", "3(1)b", "34", "pack:supplement", "law:privacy"])
def test_a_citation_comes_back_from_the_journal_as_it_went(text: str) -> None:
    (citation,) = cite(text)
    assert from_json(citation.as_json()) == citation


@pytest.mark.parametrize("text", ["", "b", "11(4", "11()", "eleven", "11(4)bb", "statute:11"])
def test_what_is_no_citation_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a citation"):
        cite(text)


def test_the_city_as_shipped_fits_the_pack(city: City, pack: Pack) -> None:
    assert check_overlay(city, {pack.id: pack}) == []


def test_a_city_may_not_change_what_the_text_sets(city: City, pack: Pack) -> None:
    changed = replace(city, terms={**city.terms, "conciliation": 60})
    (fault,) = check_overlay(changed, {pack.id: pack})
    assert fault.startswith("terms.conciliation: the text itself sets this term")
    assert changed.term(pack, "conciliation").value == 30


def test_a_city_may_not_set_a_term_that_the_pack_does_not_know(city: City, pack: Pack) -> None:
    (fault,) = check_overlay(replace(city, terms={**city.terms, "patience": 3}), {pack.id: pack})
    assert "no such term" in fault


def test_a_city_must_set_what_the_text_leaves_open(city: City, pack: Pack) -> None:
    for left_out in ("inquiry", "comments", "supplement"):
        terms = {key: value for key, value in city.terms.items() if key != left_out}
        (fault,) = check_overlay(replace(city, terms=terms), {pack.id: pack})
        assert fault.startswith(f"terms.{left_out}:")


def test_a_city_s_term_stands_in_for_the_text_s_silence(city: City, pack: Pack) -> None:
    term = city.term(pack, "inquiry")
    assert (term.value, pack.terms["inquiry"].value) == (45, None)
    with pytest.raises(KeyError):
        city.term(pack, "patience")


SPOILT_CITY = [
    ("inquiry = 45", "inquiry = 0", "terms.inquiry: 0 is not a number of days"),
    ("inquiry = 45", 'inquiry = "soon"', "terms.inquiry: soon is not a number of days"),
    ('kind = "desk"', 'kind = "technical"', "one of kind desk is needed"),
    ('district = "centro"', 'district = "luna"', "no district luna"),
    ('timezone = "Europe/Rome"', 'timezone = "Moon/Sea"', "Moon/Sea"),
    ('timezone = "Europe/Rome"\n', "", "timezone is missing"),
    ('citizens = ["here"', 'citizens = ["telepathy"', "telepathy"),
    ("[profile]", "[profile", "is not a TOML file"),
    ('logo = ""', 'logo = ""\nmotto = "x"', "motto"),
]


@pytest.mark.parametrize(("before", "after", "told"), SPOILT_CITY)
def test_a_malformed_city_is_refused_and_says_where(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    text = (REGULATION / "city.toml").read_text("utf-8")
    assert before in text
    path = tmp_path / "city.toml"
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(PackFault) as refused:
        load_city(path)
    assert any(told in sentence for sentence in refused.value.faults)
    assert all(sentence.startswith("city.toml") for sentence in refused.value.faults)


def test_a_city_without_its_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackFault, match="No such file"):
        load_city(tmp_path / "city.toml")
