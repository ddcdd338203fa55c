"""Reading a regulation pack from its folder of TOML files, with one plain sentence a fault."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pactregistry.workflow.citations import cite
from pactregistry.workflow.clocks import Unit
from pactregistry.workflow.pack import (
    LANGUAGES,
    Article,
    Choice,
    GeneralLaw,
    Pack,
    PackFault,
    Paper,
    Paragraph,
    Section,
    Term,
    Text,
    Threshold,
)

T = TypeVar("T")
SOURCES = ("statute", "city", "notice")
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)


def load_pack(folder: Path) -> Pack:
    """Read a pack from its folder.

    Raises:
        PackFault: files are missing or malformed, or a citation does not resolve.
    """
    faults: list[str] = []
    pack = _Reader(folder, faults).pack()
    if pack is not None and not faults:
        faults = [
            f"{folder.name}: {kind} {owner} cites {citation.label}, which is not in the pack."
            for kind, owner, cites in pack.citing()
            for citation in cites
            if not pack.resolves(citation)
        ]
    if pack is None or faults:
        raise PackFault(faults)
    return pack


def read_toml(path: Path) -> dict[str, Any]:
    """Read one file.

    Raises:
        PackFault: it is missing or no TOML.
    """
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise PackFault([f"{path.name}: {error.strerror}."]) from error
    except ValueError as error:
        raise PackFault([f"{path.name} is not a TOML file: {error}."]) from error


def in_words(error: Exception) -> str:
    """What is wrong with one entry, for whoever wrote it."""
    return f"{error.args[0]} is missing" if isinstance(error, KeyError) else str(error)


class _Reader:
    """Reads all that it can and notes every fault on its way."""

    def __init__(self, folder: Path, faults: list[str]) -> None:
        self.folder = folder
        self.faults = faults

    def pack(self) -> Pack | None:
        data = self._toml(self.folder / "pack.toml")
        articles = self._articles()
        if data is None:
            return None
        tables: dict[str, Any] = {
            "chapters": self._table(data, "chapters", lambda _, value: _text(value)),
            "terms": self._table(data, "terms", _term),
            "thresholds": self._table(data, "thresholds", _cited(Threshold)),
            "general_law": self._table(data, "general_law", lambda k, v: GeneralLaw(k, **v)),
        }
        lists: dict[str, Any] = {
            "sections": self._table(data, "sections", _cited(Section)),
            "papers": self._table(data, "papers", _cited(Paper)),
            "intensities": self._table(data, "intensities", _cited(Choice)),
            "expense_categories": self._table(data, "expense_categories", _cited(Choice)),
            "supports": self._table(data, "supports", _cited(Choice)),
        }
        tables |= {name: tuple(table.values()) for name, table in lists.items()}
        return self._try(
            "pack.toml: [pack]", lambda: Pack(**data["pack"], **tables, articles=articles)
        )

    def _articles(self) -> dict[int, Article]:
        found: dict[int, Article] = {}
        for path in sorted((self.folder / "articles").glob("*.toml")):
            data = self._toml(path)
            article = None if data is None else self._try(path.name, partial(_article, data))
            if article is not None and article.number in found:
                self._note(path.name, f"Article {article.number} stands in two files")
            elif article is not None:
                found[article.number] = article
        return found

    def _table(
        self, data: Mapping[str, Any], name: str, read: Callable[[str, Any], T]
    ) -> dict[str, T]:
        found = {}
        if not isinstance(data.get(name), dict):
            self._note("pack.toml", f"the table {name} is missing")
            return {}
        for key, value in data[name].items():
            thing = self._try(f"{name}.{key}", partial(read, key, value))
            if thing is not None:
                found[key] = thing
        return found

    def _toml(self, path: Path) -> dict[str, Any] | None:
        try:
            return read_toml(path)
        except PackFault as fault:
            self.faults += [f"{self.folder.name}: {sentence}" for sentence in fault.faults]
            return None

    def _try(self, place: str, read: Callable[[], T]) -> T | None:
        try:
            return read()
        except UNREADABLE as error:
            self._note(place, in_words(error))
            return None

    def _note(self, place: str, fault: str) -> None:
        self.faults.append(f"{self.folder.name}: {place}: {fault}.")


def _text(value: Mapping[str, str]) -> Text:
    missing = [language for language in LANGUAGES if not value.get(language, "").strip()]
    if missing:
        message = f"there is no text in {', '.join(missing)}"
        raise ValueError(message)
    return value


def _cited(kind: Callable[..., T]) -> Callable[[str, Mapping[str, Any]], T]:
    return lambda key, value: kind(key, **{**value, "cites": _cites(value["cites"])})


def _cites(labels: Iterable[str]) -> Any:
    found = cite(*labels)
    if not found:
        message = "it cites nothing"
        raise ValueError(message)
    return found


def _term(key: str, value: Mapping[str, Any]) -> Term:
    # TOML has no null: a term without a value is one for which the text sets none.
    term = Term(
        key,
        value=value.get("value"),
        unit=Unit(value.get("unit", "days")),
        source=value["source"],
        cites=_cites(value["cites"]),
        label=_text(value["label"]),
        reminders=tuple(value.get("reminders", ())),
    )
    if term.source not in SOURCES:
        message = f"its source is {term.source}, not one of {', '.join(SOURCES)}"
        raise ValueError(message)
    if (term.value is not None) != (term.source == "statute"):
        message = "a term has a value where the text itself sets it (statute), and only there"
        raise ValueError(message)
    return term


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
    numbers = [paragraph.number for paragraph in paragraphs]
    if numbers != list(range(1, len(numbers) + 1)):
        message = f"its paragraphs are {numbers}, not 1, 2, 3 and so on"
        raise ValueError(message)
    return Article(
        number=data["article"],
        chapter=data["chapter"],
        title=_text(data["title"]),
        paragraphs={paragraph.number: paragraph for paragraph in paragraphs},
    )
