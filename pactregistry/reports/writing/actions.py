"""Saves the texts and figures of a report, piece by piece. Art. 30(3)-(5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pactregistry import journal
from pactregistry.database import db, lock
from pactregistry.people.acting import Actor, act, today
from pactregistry.reports.facts import report_facts
from pactregistry.reports.models import Figure, Report
from pactregistry.reports.writing.asked import OWN, Asked
from pactregistry.reports.writing.pieces import FIGURES, revision_of
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState


@dataclass(frozen=True)
class Counted:
    """A figure as it was typed; without an explanation of its own the standing one stays."""

    asked: Asked
    value: Decimal | None
    explanation: str | None = None


@dataclass(frozen=True)
class Writing:
    """What somebody typed on one page, from the revision on which it was opened."""

    seen: int
    texts: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[Counted, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces whose revisions the page saw."""
        return (*self.texts, *((FIGURES,) if self.figures else ()))


class Overtaken(Exception):
    """Somebody else changed the piece since the form was opened; nothing was written."""


def save(report: Report, actor: Actor, writing: Writing) -> None:
    """Save what was typed on one page; the first save begins the report.

    Raises:
        Overtaken: somebody else changed it meanwhile.
        Unlawful: the report was sent.
    """
    lock(report)
    changed = _changed(report, writing)
    expect(report, writing.seen if changed else revision_of(report, writing.pieces), writing.pieces)
    begin(report, actor)
    report.parts = {**report.parts, **writing.texts}
    if FIGURES in changed:
        for counted in writing.figures:
            _put(report, counted)
    grow(report, changed)
    db.session.commit()


def expect(report: Report, seen: int, pieces: Iterable[str]) -> None:
    """Refuse a form that was opened before somebody else changed its pieces.

    Raises:
        Overtaken: the pieces have moved on.
    """
    if seen != revision_of(report, pieces):
        raise Overtaken


def begin(report: Report, actor: Actor) -> None:
    """Take a report into writing, once; the caller has locked it and commits.

    Raises:
        Unlawful: the report was sent.
    """
    state = ReportState(report.state)
    if state is ReportState.DRAFTED:
        return
    step = REPORT.take("draft", state, actor.role, report_facts(report, actor))
    journal.record(report, step, act(actor, today()))


def grow(report: Report, pieces: Iterable[str]) -> None:
    """Count a change of some pieces."""
    report.revisions = report.revisions | {
        piece: report.revisions.get(piece, 0) + 1 for piece in pieces
    }


def _changed(report: Report, writing: Writing) -> list[str]:
    texts = [key for key, text in writing.texts.items() if report.parts.get(key, "") != text]
    standing = {figure.code: figure for figure in report.figures}
    moved = any(_differs(standing.get(c.asked.code), c) for c in writing.figures)
    return [*texts, *((FIGURES,) if moved else ())]


def _differs(figure: Figure | None, counted: Counted) -> bool:
    if figure is None or counted.value is None:
        return (figure is None) is not (counted.value is None)
    said = counted.explanation is not None and counted.explanation != figure.explanation
    return figure.value != counted.value or said


def _put(report: Report, counted: Counted) -> None:
    asked = counted.asked
    figure = next((each for each in report.figures if each.code == asked.code), None)
    if counted.value is None:
        if figure is not None:
            report.figures.remove(figure)
        return
    if figure is None:
        figure = Figure(code=asked.code, explanation="")
        report.figures.append(figure)
    figure.value, figure.unit = counted.value, asked.unit
    if asked.code.startswith(OWN):
        figure.label, figure.definition = asked.label, asked.definition
    if counted.explanation is not None:
        figure.explanation = counted.explanation
