"""The texts of the 2014 pack: whole, in three languages, and each paragraph with its fate."""

import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "regulation" / "bologna-2014" / "articles"
LANGUAGES = ("it", "en", "es")
FATES = {"applied", "data", "later", "not_software"}

# How many paragraphs each article of the regulation has.
PARAGRAPHS = {
    1: 4, 2: 1, 3: 1, 4: 7, 5: 3, 6: 3, 7: 4, 8: 3, 9: 2,
    10: 7, 11: 11,
    12: 2, 13: 5, 14: 4, 15: 6,
    16: 5, 17: 4,
    18: 5, 19: 3,
    20: 4, 21: 2, 22: 4, 23: 1, 24: 7, 25: 3, 26: 3, 27: 2,
    28: 4, 29: 2, 30: 8,
    31: 5, 32: 3, 33: 2,
    34: 2, 35: 2, 36: 1,
}  # fmt: skip

# The first article of each chapter.
CHAPTERS = {
    "I": 1, "II": 10, "III": 12, "IV": 16, "V": 18, "VI": 20, "VII": 28, "VIII": 31, "IX": 34,
}  # fmt: skip

# Paragraphs with letters. Italian lists have no j and no k: those of 2(1) and 5(2) are eleven.
LETTERS = {
    (2, 1): "abcdefghilm",
    (3, 1): "abcdefghi",
    (5, 2): "abcdefghilm",
    (11, 1): "abc",
    (18, 4): "abcd",
    (18, 5): "abc",
    (20, 2): "abc",
    (24, 6): "abc",
    (25, 2): "abc",
    (28, 3): "abc",
    (28, 4): "abc",
    (30, 3): "abcd",
    (30, 4): "abcd",
}


def read(article: int) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{article:02}.toml").read_text("utf-8"))


def texts(article: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each text with the place where it stands."""
    yield "title", article["title"]
    for paragraph in article["paragraph"]:
        yield f"({paragraph['number']})", paragraph["text"]
        yield f"({paragraph['number']}) applied", paragraph["applied"]
        for letter, text in paragraph.get("letters", {}).items():
            yield f"({paragraph['number']}){letter}", text


def test_the_pack_holds_these_articles_and_no_other() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == [f"{n:02}.toml" for n in PARAGRAPHS]


@pytest.mark.parametrize("number", PARAGRAPHS)
def test_an_article_has_its_number_and_chapter(number: int) -> None:
    article = read(number)
    chapter = [key for key, first in CHAPTERS.items() if first <= number][-1]
    assert (article["article"], article["chapter"]) == (number, chapter)


@pytest.mark.parametrize(("number", "count"), PARAGRAPHS.items())
def test_paragraphs_are_contiguous_and_none_is_missing(number: int, count: int) -> None:
    numbers = [paragraph["number"] for paragraph in read(number)["paragraph"]]
    assert numbers == list(range(1, count + 1))


@pytest.mark.parametrize("number", PARAGRAPHS)
def test_every_text_stands_in_three_languages_that_differ(number: int) -> None:
    for place, text in texts(read(number)):
        assert set(text) - {"fate"} == set(LANGUAGES), place
        assert all(text[language].strip() == text[language] != "" for language in LANGUAGES), place
        for one, other in combinations(LANGUAGES, 2):
            assert text[one] != text[other], f"{place}: {one} is {other}"


@pytest.mark.parametrize("number", PARAGRAPHS)
def test_every_paragraph_has_a_fate(number: int) -> None:
    fates = {paragraph["applied"]["fate"] for paragraph in read(number)["paragraph"]}
    assert fates <= FATES


@pytest.mark.parametrize("number", PARAGRAPHS)
def test_only_a_paragraph_has_a_fate(number: int) -> None:
    assert [
        place
        for place, text in texts(read(number))
        if ("fate" in text) != place.endswith("applied")
    ] == []


@pytest.mark.parametrize("number", PARAGRAPHS)
def test_letters_are_those_of_the_text(number: int) -> None:
    for paragraph in read(number)["paragraph"]:
        expected = LETTERS.get((number, paragraph["number"]), "")
        assert "".join(paragraph.get("letters", {})) == expected


@pytest.mark.article("5(2)")
def test_a_pact_defines_eleven_points() -> None:
    letters = read(5)["paragraph"][1]["letters"]
    assert list(letters) == ["a", "b", "c", "d", "e", "f", "g", "h", "i", "l", "m"]


@pytest.mark.parametrize("number", PARAGRAPHS)
def test_no_sentence_is_said_twice_in_an_article(number: int) -> None:
    for language in LANGUAGES:
        said = [text[language] for _, text in texts(read(number))]
        assert len(said) == len(set(said)), language
