"""Citations as values: each step, guard, term and paper names the law that it applies."""

import re
from dataclasses import dataclass
from enum import StrEnum

_STATUTE = re.compile(r"(?P<article>\d+)(?:\((?P<paragraph>\d+)\))?(?P<letter>[a-z])?")


class Source(StrEnum):
    """Where a rule comes from."""

    STATUTE = "statute"
    PACK = "pack"
    GENERAL_LAW = "general_law"


PREFIXES = {"pack": Source.PACK, "law": Source.GENERAL_LAW}


@dataclass(frozen=True)
class Citation:
    """One place of the law: an article of the statute, a key of the pack, or a general law."""

    source: Source
    article: int | str
    paragraph: int | None = None
    letter: str | None = None

    @property
    def label(self) -> str:
        """Short form, such as `11(4)` or `3(1)b`; the key for other sources."""
        paragraph = f"({self.paragraph})" if self.paragraph else ""
        return f"{self.article}{paragraph}{self.letter or ''}"

    def as_json(self) -> dict[str, int | str | None]:
        """Four fields as in the published data contract."""
        return {
            "source": self.source.value,
            "article": self.article,
            "paragraph": self.paragraph,
            "letter": self.letter,
        }


def cite(*texts: str) -> tuple[Citation, ...]:
    """Read citations such as `11(4)`, `3(1)b`, `pack:supplement` or `law:obstacles_notice`.

    Raises:
        ValueError: a text is none of these.
    """
    return tuple(_read(text) for text in texts)


def from_json(value: dict[str, int | str | None]) -> Citation:
    """Read back what `Citation.as_json` wrote."""
    return Citation(**value | {"source": Source(value["source"])})  # type: ignore[arg-type]  # reason: a stored JSON object


def _read(text: str) -> Citation:
    prefix, _, key = text.partition(":")
    if key and prefix in PREFIXES:
        return Citation(PREFIXES[prefix], key)
    match = _STATUTE.fullmatch(text)
    if match is None:
        message = f"not a citation: {text!r}"
        raise ValueError(message)
    paragraph = match["paragraph"]
    return Citation(
        Source.STATUTE,
        int(match["article"]),
        int(paragraph) if paragraph else None,
        match["letter"],
    )
