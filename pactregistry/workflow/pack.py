"""A regulation pack: articles, terms, thresholds, sections and papers, each with its article.

A pack is a folder of TOML files. Where the text sets no number the value is None, with its source.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pactregistry.workflow.citations import Citation, Source, cite
from pactregistry.workflow.clocks import Unit

LANGUAGES = ("it", "en", "es")
Text = Mapping[str, str]


class PackFault(Exception):
    """A pack or city file that cannot be used, with one plain sentence for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Paragraph:
    """One paragraph in own words, its letters, and how this software applies it."""

    number: int
    text: Text
    letters: Mapping[str, Text]
    fate: str
    applied: Text


@dataclass(frozen=True)
class Article:
    """One article with its chapter (Roman numeral)."""

    number: int
    chapter: str
    title: Text
    paragraphs: Mapping[int, Paragraph]


@dataclass(frozen=True)
class Term:
    """A term: its amount, or None where the text sets none; who sets it; when it reminds."""

    key: str
    value: int | None
    unit: Unit
    source: str
    cites: tuple[Citation, ...]
    label: Text
    reminders: tuple[int, ...] = ()


@dataclass(frozen=True)
class Threshold:
    """A number of the text, such as 50 (percent) or 9 (years)."""

    key: str
    value: int
    unit: str
    cites: tuple[Citation, ...]
    label: Text


@dataclass(frozen=True)
class Section:
    """One of the sections that a pact defines, Art. 5(2).

    `light_reason` is the ready text at the light pace: the section's own, or why it does not apply.
    """

    letter: str
    title: Text
    hint: Text
    cites: tuple[Citation, ...]
    light_reason: Text
    light_applies: bool = True


@dataclass(frozen=True)
class Paper:
    """A paper asked for in some condition; `binds` where the text itself lists it."""

    key: str
    condition: str
    binds: bool
    cites: tuple[Citation, ...]
    label: Text


@dataclass(frozen=True)
class Choice:
    """One value of a list that the law names: an intensity, an expense category, a support."""

    key: str
    cites: tuple[Citation, ...]
    label: Text


@dataclass(frozen=True)
class GeneralLaw:
    """A rule of general law outside the regulation; a city may switch it off.

    `sections` are the letters of a pact that it bears on.
    """

    key: str
    act: str
    label: Text
    sections: Sequence[str] = ()


@dataclass(frozen=True)
class Pack:
    """One regulation, frozen; a file stays on the pack and version it was made under."""

    id: str
    version: str
    binding_language: str
    body: str
    act: str
    in_force_from: date
    title: Text
    notice: Text
    articles: Mapping[int, Article]
    chapters: Mapping[str, Text]
    terms: Mapping[str, Term]
    thresholds: Mapping[str, Threshold]
    sections: tuple[Section, ...]
    papers: tuple[Paper, ...]
    intensities: tuple[Choice, ...]
    expense_categories: tuple[Choice, ...]
    supports: tuple[Choice, ...]
    general_law: Mapping[str, GeneralLaw]

    def resolves(self, citation: Citation) -> bool:
        """Whether a citation names something that stands in this pack."""
        if citation.source is Source.GENERAL_LAW:
            return citation.article in self.general_law
        if citation.source is Source.PACK:
            return citation.article in self.terms
        article = self.articles.get(int(citation.article))
        if article is None or citation.paragraph is None:
            return article is not None
        paragraph = article.paragraphs.get(citation.paragraph)
        return paragraph is not None and (
            citation.letter is None or citation.letter in paragraph.letters
        )

    def section(self, letter: str) -> Section:
        """The section of a letter."""
        return next(section for section in self.sections if section.letter == letter)


def load_pack(folder: Path) -> Pack:
    """Read a pack from its folder.

    Raises:
        PackFault: files are missing or malformed, or a citation does not resolve.
    """
    try:
        pack = _read(folder)
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise PackFault([f"{folder.name}: {type(error).__name__}: {error}"]) from error
    faults = [
        f"{folder.name}: {owner} cites {citation.label}, which does not stand in the pack"
        for owner, citation in _own_citations(pack)
        if not pack.resolves(citation)
    ]
    if faults:
        raise PackFault(faults)
    return pack


def _read(folder: Path) -> Pack:
    data = tomllib.loads((folder / "pack.toml").read_text("utf-8"))
    articles = [
        _article(tomllib.loads(path.read_text("utf-8")))
        for path in sorted((folder / "articles").glob("*.toml"))
    ]
    return Pack(
        **data["pack"],
        articles={article.number: article for article in articles},
        chapters={key: _text(value) for key, value in data["chapters"].items()},
        terms={key: _term(key, value) for key, value in data["terms"].items()},
        thresholds={
            key: Threshold(key, **_cited(value)) for key, value in data["thresholds"].items()
        },
        sections=tuple(
            Section(letter, **_cited(value)) for letter, value in data["sections"].items()
        ),
        papers=tuple(Paper(key, **_cited(value)) for key, value in data["papers"].items()),
        intensities=_choices(data["intensities"]),
        expense_categories=_choices(data["expense_categories"]),
        supports=_choices(data["supports"]),
        general_law={key: GeneralLaw(key, **value) for key, value in data["general_law"].items()},
    )


def _text(value: Mapping[str, str]) -> Text:
    missing = [language for language in LANGUAGES if not value[language].strip()]
    if missing:
        message = f"no text in {', '.join(missing)}"
        raise ValueError(message)
    return value


def _cited(value: Mapping[str, Any]) -> dict[str, Any]:
    return {**value, "cites": cite(*value["cites"])}


def _choices(table: Mapping[str, Any]) -> tuple[Choice, ...]:
    return tuple(Choice(key, **_cited(value)) for key, value in table.items())


def _term(key: str, value: Mapping[str, Any]) -> Term:
    # TOML has no null: a term without a value is one for which the text sets none.
    fields = {**_cited(value), "reminders": tuple(value.get("reminders", ()))}
    return Term(key, **{"value": None, **fields, "unit": Unit(value.get("unit", "days"))})


def _article(data: Mapping[str, Any]) -> Article:
    paragraphs = [
        Paragraph(
            number=entry["number"],
            text=_text(entry["text"]),
            letters={key: _text(value) for key, value in entry.get("letters", {}).items()},
            fate=entry["applied"]["fate"],
            applied=_text(entry["applied"]),
        )
        for entry in data["paragraph"]
    ]
    return Article(
        number=data["article"],
        chapter=data["chapter"],
        title=_text(data["title"]),
        paragraphs={paragraph.number: paragraph for paragraph in paragraphs},
    )


def _own_citations(pack: Pack) -> list[tuple[str, Citation]]:
    cited: list[tuple[str, tuple[Citation, ...]]] = [
        *((term.key, term.cites) for term in pack.terms.values()),
        *((threshold.key, threshold.cites) for threshold in pack.thresholds.values()),
        *((section.letter, section.cites) for section in pack.sections),
        *((paper.key, paper.cites) for paper in pack.papers),
        *(
            (choice.key, choice.cites)
            for choices in (pack.intensities, pack.expense_categories, pack.supports)
            for choice in choices
        ),
    ]
    return [(owner, citation) for owner, cites in cited for citation in cites]
