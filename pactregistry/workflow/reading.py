"""Reads the entries of a pack from TOML's own values; what is wrong is said as a ValueError."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from pactregistry.workflow.citations import cite
from pactregistry.workflow.clocks import Unit
from pactregistry.workflow.measures import Indicator, Text
from pactregistry.workflow.pack import (
    LANGUAGES,
    Article,
    Pack,
    Paragraph,
    Term,
    Threshold,
)
from pactregistry.workflow.procedure import (
    Approval,
    CommentDays,
    CommentEffect,
    Kind,
    OpenProposals,
    Procedure,
    Transition,
)

T = TypeVar("T")
SOURCES = ("statute", "city", "notice")
TOTALS = ("sum", "latest")
KNOWN_BY = ("citizens", "city")


def texts(value: Mapping[str, str]) -> Text:
    """A text in every language of a pack."""
    missing = [language for language in LANGUAGES if not value.get(language, "").strip()]
    if missing:
        message = f"there is no text in {', '.join(missing)}"
        raise ValueError(message)
    return value


def cited(kind: Callable[..., T]) -> Callable[[str, Mapping[str, Any]], T]:
    """The reader of an entry that is its own keys, with its citations."""
    return lambda key, value: kind(key, **{**value, "cites": _cites(value["cites"])})


def term(key: str, value: Mapping[str, Any]) -> Term:
    """A term; TOML has no null: one without a value is one for which the text sets none."""
    found = Term(
        key,
        value=None if "value" not in value else _number(value["value"]),
        unit=Unit(value.get("unit", "days")),
        source=value["source"],
        cites=_cites(value["cites"]),
        label=texts(value["label"]),
        reminders=tuple(value.get("reminders", ())),
    )
    if found.source not in SOURCES:
        message = f"its source is {found.source}, not one of {', '.join(SOURCES)}"
        raise ValueError(message)
    if (found.value is not None) != (found.source == "statute"):
        message = "a term has a value where the text itself sets it (statute), and only there"
        raise ValueError(message)
    return found


def threshold(key: str, value: Mapping[str, Any]) -> Threshold:
    """A number of the text that is no term."""
    found = cited(Threshold)(key, value)
    _number(found.value)
    texts(found.label)
    return found


def indicator(key: str, value: Mapping[str, Any]) -> Indicator:
    """A measure of the catalogue."""
    found = cited(Indicator)(key, value)
    texts(found.label)
    texts(found.definition)
    if found.total not in TOTALS or found.by not in KNOWN_BY:
        message = f"total is one of {', '.join(TOTALS)}, by one of {', '.join(KNOWN_BY)}"
        raise ValueError(message)
    _number(found.most)
    return found


def kind(key: str, value: Mapping[str, Any]) -> Kind:
    """A kind of pact."""
    years = value.get("max_years")
    return Kind(
        key,
        **{
            **value,
            "cites": _cites(value["cites"]),
            "label": texts(value["label"]),
            "hint": texts(value["hint"]),
            "approval": tuple(Approval(name) for name in value.get("approval", ())),
            "max_years": None if years is None else _number(years),
        },
    )


def procedure(value: Mapping[str, Any]) -> Procedure:
    """How the procedure runs."""
    return Procedure(
        **{
            **value,
            "cites": _cites(value["cites"]),
            "comment_effect": CommentEffect(value["comment_effect"]),
            "comments": CommentDays(value["comments"]),
        }
    )


def transition(value: Mapping[str, Any]) -> Transition:
    """What happens to open proposals."""
    return Transition(
        **{
            **value,
            "cites": _cites(value["cites"]),
            "open_proposals": OpenProposals(value["open_proposals"]),
            "text": texts(value["text"]),
        }
    )


def article(data: Mapping[str, Any]) -> Article:
    """One article with its paragraphs, none left out."""
    paragraphs = [
        Paragraph(
            number=entry["number"],
            text=texts(entry["text"]),
            letters={key: texts(value) for key, value in entry.get("letters", {}).items()},
            fate=entry["applied"]["fate"],
            applied=texts(entry["applied"]),
            inherited=entry.get("inherited", False),
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
        title=texts(data["title"]),
        paragraphs={paragraph.number: paragraph for paragraph in paragraphs},
    )


def pack(head: Mapping[str, Any], tables: Mapping[str, Any]) -> Pack:
    """The whole pack from its head and its tables."""
    found = Pack(**head, **tables)
    texts(found.title)
    texts(found.notice)
    if not isinstance(found.in_force_from, date):
        message = f"in_force_from is {found.in_force_from!r}, not a day such as 2026-05-31"
        raise ValueError(message)
    unknown = {a.chapter for a in found.articles.values()} - set(found.chapters)
    if unknown:
        message = f"there is no chapter {', '.join(sorted(unknown))}"
        raise ValueError(message)
    return found


def _number(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value <= 0:
        message = f"{value!r} is not a whole number above zero"
        raise ValueError(message)
    return value


def _cites(labels: Iterable[str]) -> Any:
    if isinstance(labels, str):
        message = f'cites is a list, such as ["{labels}"]'
        raise ValueError(message)
    found = cite(*labels)
    if not found:
        message = "it cites nothing"
        raise ValueError(message)
    return found
