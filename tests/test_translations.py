"""Every sentence of the interface is said in each language, with the same details in it."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[1]
CATALOGUES = ROOT / "pactregistry/translations"
LANGUAGES = ("it", "es")
MARKS = parse_keywords(["N_", "_l", "lazy_gettext", "pgettext:1c,2"])
DETAIL = re.compile(r"%\(\w+\)[sd]")
# To several at once nobody speaks: one person reads a page or a mail.
SEVERAL = {
    "it": re.compile(r"\b(voi|vostr[oaie])\b", re.IGNORECASE),
    "es": re.compile(r"\b(vosotr[oa]s|vuestr[oa]s?|os)\b", re.IGNORECASE),
}
# What reads alike in English and in the other language; anything else alike was forgotten.
ALIKE = {
    "it": {
        "%(name)s: %(why)s",
        "Art. %(number)s",
        "Art. %(place)s",
        "File",
        "Password",
        "file",
        "Sponsor",
        "euro",
        "in: %(districts)s",
        "no",
    },
    "es": {
        "%(name)s: %(why)s",
        "Art. %(number)s",
        "Art. %(place)s",
        "Error:",
        "Ideas",
        "digital",
        "euros",
        "no",
    },
}


@cache
def asked() -> Catalog:
    """All sentences that code and templates ask for."""
    with (ROOT / "babel.cfg").open() as text:
        methods, options = parse_mapping_cfg(text)
    catalogue = Catalog()
    for folder in ("pactregistry", "templates"):
        found = extract_from_dir(ROOT / folder, methods, options, {**DEFAULT_KEYWORDS, **MARKS})
        for _file, _line, sentence, _comments, context in found:
            catalogue.add(sentence, context=context)
    return catalogue


@cache
def said(language: str) -> Catalog:
    """The catalogue of a language."""
    with (CATALOGUES / language / "LC_MESSAGES/messages.po").open("rb") as text:
        return read_po(text, locale=language)


def keys(catalogue: Catalog) -> set[tuple[str, str | None]]:
    """The sentences of a catalogue, told apart by their context, without its header."""
    return {(forms(message.id)[0], message.context) for message in catalogue if message.id}


def forms(words: object) -> tuple[str, ...]:
    """One sentence as a tuple: its singular and its plural where it has them."""
    return (words,) if isinstance(words, str) else tuple(words)  # type: ignore[arg-type]  # reason: Babel keeps a text or a sequence of texts


def sentences(language: str) -> list[Message]:
    """The translated sentences of a language, without the header."""
    return [message for message in said(language) if message.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_is_in_the_catalogue_and_nothing_else_is(language: str) -> None:
    assert keys(asked()) - keys(said(language)) == set()
    assert keys(said(language)) - keys(asked()) == set()
    assert not said(language).obsolete


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_is_empty_or_only_guessed(language: str) -> None:
    for message in sentences(language):
        assert all(form.strip() for form in forms(message.string)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_details_of_a_sentence_stay_the_same(language: str) -> None:
    for message in sentences(language):
        # The singular may do without its number ("one every month"); the plural never.
        wanted = [sorted(DETAIL.findall(form)) for form in forms(message.id)]
        for place, form in enumerate(forms(message.string)):
            found = sorted(DETAIL.findall(form))
            assert found in (wanted if place == 0 else wanted[-1:]), message.id
    assert list(said(language).check()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_none_was_left_in_english(language: str) -> None:
    alike = {m.id for m in sentences(language) if forms(m.id) == forms(m.string)}
    spoken = {sentence for sentence in alike if DETAIL.sub("", forms(sentence)[0]).strip(" :")}
    assert spoken - ALIKE[language] == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_person_is_spoken_to(language: str) -> None:
    for message in sentences(language):
        assert not SEVERAL[language].search(" ".join(forms(message.string))), message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_header_names_the_language_and_its_plural_forms(language: str) -> None:
    text = (CATALOGUES / language / "LC_MESSAGES/messages.po").read_text("utf-8")
    header = text.partition("\n\n")[0]
    assert f'"Language: {language}\\n"' in header
    assert "charset=UTF-8" in header
    assert f"nplurals={said(language).num_plurals};" in header
