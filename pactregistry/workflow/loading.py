"""Reading a regulation pack from its folder of TOML files, with one plain sentence a fault."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from pactregistry.workflow import reading
from pactregistry.workflow.deriving import derived, derived_article, taken_over
from pactregistry.workflow.fitting import in_words, misfits
from pactregistry.workflow.measures import MeasureUnit, ReportBlock
from pactregistry.workflow.pack import (
    Choice,
    GeneralLaw,
    Pack,
    PackFault,
    Paper,
    Section,
)

T = TypeVar("T")
UNREADABLE = (KeyError, TypeError, ValueError, AttributeError)


def load_packs(roots: Sequence[Path]) -> dict[str, Pack]:
    """Every pack that stands in some folders; in a later one a pack takes the place of its name.

    Raises:
        PackFault: one of them cannot be used, or is not called like its folder.
    """
    found = {}
    faults: list[str] = []
    for folder in [path.parent for root in roots for path in sorted(root.glob("*/pack.toml"))]:
        try:
            pack = load_pack(folder, roots)
        except PackFault as fault:
            faults += fault.faults
            continue
        if pack.id != folder.name:
            faults.append(
                f"{folder.name}: pack.toml: [pack]: its id is {pack.id}, not its folder's name."
            )
        found[folder.name] = pack
    if faults:
        raise PackFault(list(dict.fromkeys(faults)))
    return found


def load_pack(folder: Path, roots: Sequence[Path] = ()) -> Pack:
    """Read a pack from its folder; the one that it derives from stands beside it or in `roots`.

    Raises:
        PackFault: files are missing or malformed, or a citation does not resolve.
    """
    faults: list[str] = []
    pack = _Reader(folder, faults, (folder.parent, *roots)).pack()
    if pack is not None and not faults:
        faults = [f"{folder.name}: {misfit}" for misfit in misfits(pack)]
    if pack is None or faults:
        raise PackFault(list(dict.fromkeys(faults)))
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


class _Reader:
    """Reads all that it can and notes every fault on its way."""

    def __init__(
        self,
        folder: Path,
        faults: list[str],
        roots: Sequence[Path],
        above: tuple[str, ...] = (),
    ) -> None:
        self.folder = folder
        self.faults = faults
        self.roots = roots
        self.above = above

    def pack(self) -> Pack | None:
        data = self.tables
        read = {
            number: self._try(name, partial(reading.article, raw))
            for number, (name, raw) in self.articles.items()
        }
        if data is None:
            return None
        tables: dict[str, Any] = {
            "chapters": self._table(data, "chapters", lambda _, value: reading.texts(value)),
            "terms": self._table(data, "terms", reading.term),
            "thresholds": self._table(data, "thresholds", reading.threshold),
            "general_law": self._table(data, "general_law", lambda k, v: GeneralLaw(k, **v)),
            "kinds": self._table({"kinds": {}} | data, "kinds", reading.kind),
            "history": data.get("history", {}),
            "concordance": data.get("concordance", {}),
            "articles": {number: found for number, found in read.items() if found is not None},
        }
        measures = self._table(data, "indicators", reading.indicator)
        tables["indicators"] = tuple(measures.values())
        for name, kind in _LISTS.items():
            tables[name] = tuple(self._table(data, name, reading.cited(kind)).values())
        for name, read_one in _SINGLE.items():
            found = self._try(name, partial(read_one, data[name])) if name in data else None
            tables |= {} if found is None else {name: found}
        return self._try("pack.toml: [pack]", lambda: reading.pack(data["pack"], tables))

    @cached_property
    def tables(self) -> dict[str, Any] | None:
        """The tables of `pack.toml`, over those of the pack that it derives from."""
        own = self._own
        theirs = self._model.tables if self._model else None
        return own if own is None or theirs is None else derived(own, theirs)

    @cached_property
    def articles(self) -> dict[int, tuple[str, Mapping[str, Any]]]:
        """The articles by number, each with its file, over those of the model."""
        theirs = self._model.articles if self._model else {}
        found = {number: (name, taken_over(raw)) for number, (name, raw) in theirs.items()}
        own: set[int] = set()
        for path in sorted((self.folder / "articles").glob("*.toml")):
            raw = self._toml(path)
            number = None if raw is None else self._try(path.name, partial(_number_of, raw))
            if raw is None or number is None:
                continue
            if number in own:
                self._note(path.name, f"Article {number} stands in two files")
                continue
            own.add(number)
            model = found[number][1] if number in found else None
            merged = self._try(path.name, partial(derived_article, raw, model))
            found[number] = (path.name, merged or raw)
        return dict(sorted(found.items()))

    @cached_property
    def _own(self) -> dict[str, Any] | None:
        return self._toml(self.folder / "pack.toml")

    @cached_property
    def _model(self) -> "_Reader | None":
        name = (self._own or {}).get("pack", {}).get("derives_from")
        if not name:
            return None
        line = (*self.above, self.folder.name)
        folder = next((r / name for r in self.roots if (r / name / "pack.toml").exists()), None)
        if name in line or folder is None:
            why = "derives from itself" if name in line else "is no pack here"
            self._note("pack.toml: [pack]", f"derives_from: {name} {why}")
            return None
        return _Reader(folder, self.faults, self.roots, line)

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


def _number_of(raw: Mapping[str, Any]) -> int:
    number: int = raw["article"]
    return number


_LISTS: Mapping[str, Callable[..., Any]] = {
    "sections": Section,
    "papers": Paper,
    "intensities": Choice,
    "expense_categories": Choice,
    "supports": Choice,
    "risks": Choice,
    "topics": Choice,
    "fee_purposes": Choice,
    "report_blocks": ReportBlock,
    "units": MeasureUnit,
}
_SINGLE: Mapping[str, Callable[[Mapping[str, Any]], Any]] = {
    "procedure": reading.procedure,
    "transition": reading.transition,
}
