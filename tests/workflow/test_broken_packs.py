"""A pack that a city makes by copying a folder: what is wrong is told with file, key and why."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pactregistry.config import PACKAGE
from pactregistry.workflow.atlas import faults_of
from pactregistry.workflow.loading import load_packs
from pactregistry.workflow.pack import PackFault

SHIPPED = PACKAGE.parent / "regulation"
Edit = Callable[[str, str, str], None]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A city's own pack in its data folder, copied from the one that derives."""
    folder = Path(shutil.copytree(SHIPPED / "lecco", tmp_path / "ourtown"))
    _edit(folder, "pack.toml", 'id = "lecco"', 'id = "ourtown"')
    return folder


def _edit(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def faults(folder: Path) -> list[str]:
    with pytest.raises(PackFault) as refused:
        load_packs([SHIPPED, folder.parent])
    return refused.value.faults


def test_a_city_s_own_pack_stands_beside_the_shipped_ones(own: Path) -> None:
    packs = load_packs([SHIPPED, own.parent])
    assert set(packs) == {"bologna-2014", "lecco", "ourtown"}
    assert faults_of(packs["ourtown"], packs["bologna-2014"]) == []


BROKEN = [
    ("pack.toml", 'id = "ourtown"', 'id = "lecco"', "its id is lecco, not its folder's name"),
    ("pack.toml", 'act = "Consiglio', 'acts = "Consiglio', "'acts' is not one of its keys"),
    ("pack.toml", 'body = "Comune di Lecco"\n', "", "[pack]: 'body' is missing"),
    ("pack.toml", "2016-05-09", '"in May"', "in_force_from is 'in May', not a day"),
    ("pack.toml", 'from = "bologna-2014"', 'from = "atlantis"', "atlantis is no pack here"),
    ("pack.toml", 'from = "bologna-2014"', 'from = "ourtown"', "ourtown derives from itself"),
    ("pack.toml", "[pack.numbering]", "[numerazione]", "numbering is missing"),
    ("pack.toml", '"6(1)" = "7"', '"6(9)" = "7"', "concordance: 6(9) is not in the pack"),
    ("pack.toml", '"6(1)" = "7"', '"six" = "7"', "concordance: not a citation: 'six'"),
    ("pack.toml", '"6(1)" = "7"', '"6(1)" = ""', "concordance.6(1): there is no number"),
    ("pack.toml", '"oppose"', '"shout"', "procedure: 'shout' is not a valid CommentEffect"),
    ("pack.toml", '= "stay"', '= "ask"', "in which term may an author choose?"),
    ("pack.toml", '= "stay"', '= "burn"', "transition: 'burn' is not a valid OpenProposals"),
    ("pack.toml", '["executive"]', '["mayor"]', "kinds.B: 'mayor' is not a valid Approval"),
    ("pack.toml", '"comments_complex" }', '"patience" }', "kinds.B.terms: there is no term"),
    ("pack.toml", "[kinds.A]", "[kinds.A]\nmax_years = 0", "kinds.A: 0 is not a whole number"),
    ("pack.toml", "hint = {", "hints = {", "kinds.A: hint is missing"),
    ("pack.toml", "value = 30", 'value = "30"', "terms.inquiry: '30' is not a whole number"),
    ("pack.toml", 'cites = ["11(4)"]', 'cites = "11(4)"', "terms.inquiry: cites is a list"),
    ("pack.toml", 'cites = ["6(1)", "11(7)"]', 'cites = ["6(7)"]', "kind A cites 6(7)"),
    ("articles/06.toml", "number = 1", "number = 9", "06.toml: its paragraphs are [1, 2, 3, 9]"),
    ("articles/06.toml", "article = 6", "articolo = 6", "06.toml: article is missing"),
    ("articles/06.toml", 'es = "Las', 'fr = "Las', "06.toml: there is no text in es"),
    ("articles/06.toml", "article = 6", 'article = 6\nchapter = "X"', "there is no chapter X"),
]


@pytest.mark.parametrize(("name", "before", "after", "told"), BROKEN)
def test_what_is_wrong_is_told_with_its_place(
    own: Path, name: str, before: str, after: str, told: str
) -> None:
    _edit(own, name, before, after)
    found = faults(own)
    assert any(told in sentence for sentence in found), found
    for sentence in found:
        assert sentence.startswith("ourtown: ")
        assert sentence.endswith((".", "?"))
        assert "__init__" not in sentence


def test_two_packs_that_derive_from_each_other_are_told(own: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(own, tmp_path / "theirtown"))
    _edit(other, "pack.toml", 'id = "ourtown"', 'id = "theirtown"')
    _edit(other, "pack.toml", 'from = "bologna-2014"', 'from = "ourtown"')
    _edit(own, "pack.toml", 'from = "bologna-2014"', 'from = "theirtown"')
    assert any("derives from itself" in sentence for sentence in faults(own))


def test_a_copied_pack_that_lost_what_the_program_asks_for_is_told(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / "bologna-2014", tmp_path / "ourtown"))
    _edit(folder, "pack.toml", 'id = "bologna-2014"', 'id = "ourtown"')
    _edit(folder, "pack.toml", "[terms.opinion]", "[terms.parere]")
    _edit(folder, "pack.toml", "[thresholds.fees_share]", "[thresholds.fees]")
    packs = load_packs([SHIPPED, tmp_path])
    told = faults_of(packs["ourtown"], packs["bologna-2014"])
    for key in ("terms.opinion", "thresholds.fees_share"):
        assert f"ourtown: pack.toml: {key} is missing: the program asks for it by this name" in told


@pytest.mark.article("33(1)", "33(2)")
def test_a_text_without_conciliation_is_asked_for_nothing_of_it_or_for_all(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / "bologna-2014", tmp_path / "ourtown"))
    _edit(folder, "pack.toml", 'id = "bologna-2014"', 'id = "ourtown"')
    _edit(folder, "pack.toml", "[terms.conciliation]", "[terms.their_own]")

    def told() -> list[str]:
        packs = load_packs([SHIPPED, tmp_path])
        return faults_of(packs["ourtown"], packs["bologna-2014"])

    (one,) = told()
    assert one.startswith("ourtown: pack.toml: terms.conciliation is missing")
    _edit(folder, "pack.toml", "[terms.conciliation_answer]", "[terms.their_own_answer]")
    _edit(folder, "pack.toml", "[thresholds.committee_size]", "[thresholds.their_own]")
    assert told() == []


@pytest.mark.article("33(1)")
@pytest.mark.parametrize("size", [1, 2, 4, 5])
def test_a_committee_of_another_size_is_refused_with_its_article(tmp_path: Path, size: int) -> None:
    folder = Path(shutil.copytree(SHIPPED / "bologna-2014", tmp_path / "ourtown"))
    _edit(folder, "pack.toml", 'id = "bologna-2014"', 'id = "ourtown"')
    text = (folder / "pack.toml").read_text("utf-8")
    assert "[thresholds.committee_size]\nvalue = 3\n" in text
    _edit(folder, "pack.toml", "committee_size]\nvalue = 3", f"committee_size]\nvalue = {size}")
    packs = load_packs([SHIPPED, tmp_path])
    (told,) = faults_of(packs["ourtown"], packs["bologna-2014"])
    assert told.startswith(f"ourtown: pack.toml: thresholds.committee_size is {size}, and")
    assert "a committee of 3 alone" in told
    assert "33(1)" in told
    assert faults_of(packs["bologna-2014"]) == []
