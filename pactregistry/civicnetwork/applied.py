"""How each paragraph of the regulation is applied: the steps, terms and numbers that cite it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pactregistry.workflow.citations import Citation, Source
from pactregistry.workflow.engine import Row
from pactregistry.workflow.lifecycle import MACHINES
from pactregistry.workflow.pack import Pack, Paper, Section, Term, Threshold

Key = tuple[int, int | None]


@dataclass
class Applied:
    """What applies one paragraph: steps with their machines, conditions, the pack's own data."""

    steps: dict[tuple[str, str], None] = field(default_factory=dict)
    guards: dict[str, str] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    thresholds: list[Threshold] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def applied_in(pack: Pack) -> Mapping[Key, Applied]:
    """Every cited paragraph of a pack with what applies it."""
    found: defaultdict[Key, Applied] = defaultdict(Applied)
    for machine in MACHINES:
        for row in machine.rows.values():
            _note_row(found, machine.name, row)
    for name, items in _data_of(pack).items():
        for item in items:
            for key in _keys(item.cites):
                getattr(found[key], name).append(item)
    return found


def _note_row(found: defaultdict[Key, Applied], machine: str, row: Row[Any, Any]) -> None:
    for key in _keys(row.cites):
        found[key].steps[row.step, machine] = None
    for guard in (*row.binds, *row.warns):
        for key in _keys(guard.cites):
            found[key].guards[guard.name] = guard.message


def _data_of(pack: Pack) -> Mapping[str, Iterable[Any]]:
    return {
        "terms": pack.terms.values(),
        "thresholds": pack.thresholds.values(),
        "papers": pack.papers,
        "sections": pack.sections,
    }


def _keys(cites: tuple[Citation, ...]) -> set[Key]:
    return {(int(c.article), c.paragraph) for c in cites if c.source is Source.STATUTE}
