"""The report of an import: what was taken, and what needs a person and why. Art. 3(1)b, 36."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from flask_babel import gettext as _
from flask_babel import ngettext

from pactregistry.documents.tables import as_csv
from pactregistry.pacts.importing.application import Question, Row, Taken
from pactregistry.pacts.importing.questions import SENTENCES
from pactregistry.pacts.importing.reading import Source
from pactregistry.workflow.words import STATES

COLUMNS = ("row", "line", "number", "pact", "state", "field", "code", "reason")


class Reported(Protocol):
    """One row as it was understood, an application or a pact."""

    @property
    def row(self) -> Row:
        """The row as it was read."""

    @property
    def standing(self) -> tuple[str, ...]:
        """The state, and for an application the state of its pact, if any."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What only a person can settle."""


class Found(Protocol):
    """What an import would take, of whichever kind."""

    @property
    def source(self) -> Source:
        """The file."""

    @property
    def rows(self) -> Sequence[Reported]:
        """Its rows."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Questions on the file as a whole."""


@dataclass(frozen=True)
class Line:
    """One row with one of its questions, or with none."""

    application: Reported
    number: str
    pact: str
    question: Question | None

    @property
    def named(self) -> str:
        """The row as the source and the registry call it."""
        row = self.application.row.source_id
        return f"{row} = {self.number}" if self.number else row


def sentence(question: Question) -> str:
    """A question in the reader's language."""
    return str(_(SENTENCES[question.code], **question.details))


def lines(found: Found, taken: Sequence[Taken]) -> list[Line]:
    """Every question of every row, row by row; numbers only where the rows were taken."""
    numbers = {one.row.source_id: one for one in taken}
    return [line for application in found.rows for line in _lines(application, numbers)]


def as_text(found: Found, taken: Sequence[Taken]) -> str:
    """The report as plain text: the count, then each question with the rows that it concerns."""
    told = lines(found, taken)
    needing = {id(line.application) for line in told if line.question}
    total = len(found.rows)
    read = _(
        "%(file)s: read as %(encoding)s.", file=found.source.name, encoding=found.source.encoding
    )
    if taken:
        count = ngettext("%(num)d row taken.", "%(num)d rows taken.", total)
    else:
        count = ngettext(
            "%(num)d row could be taken; nothing was written.",
            "%(num)d rows could be taken; nothing was written.",
            total,
        )
    person = ngettext(
        "%(num)d row needs a person before it becomes public.",
        "%(num)d rows need a person before they become public.",
        len(needing),
    )
    parts = [read, count, _by_state(found), person]
    parts += [sentence(question) for question in found.questions]
    return "\n".join([*parts, *_by_question(told)]) + "\n"


def table(found: Found, taken: Sequence[Taken]) -> str:
    """The report as a table: one line a question, one for a row without any."""
    return as_csv(COLUMNS, map(_cells, lines(found, taken)))


def _lines(application: Reported, numbers: Mapping[str, Taken]) -> Iterator[Line]:
    one = numbers.get(application.row.source_id)
    number, pact = (one.number, one.pact_number) if one else ("", "")
    for question in application.questions or (None,):
        yield Line(application, number, pact, question)


def _by_state(found: Found) -> str:
    counts: dict[str, int] = {}
    for application in found.rows:
        state, *pact = application.standing
        word = _(STATES[state])
        if pact:
            word = _("accepted, pact %(state)s", state=_(STATES[pact[0]]))
        counts[word] = counts.get(word, 0) + 1
    return "; ".join(f"{word}: {count}" for word, count in counts.items()) + "."


def _by_question(told: Sequence[Line]) -> list[str]:
    asked: dict[str, dict[tuple[str, str], list[str]]] = {}
    for line in told:
        if line.question:
            key = (sentence(line.question), line.question.field)
            asked.setdefault(line.question.code, {}).setdefault(key, []).append(line.named)
    text = []
    for code in sorted(asked, key=list(SENTENCES).index):
        text.append("")
        for (said, field), named in asked[code].items():
            text.append(f"{said} [{field}]\n    {', '.join(named)}")
    return text


def _cells(line: Line) -> dict[str, object]:
    question = line.question
    application = line.application
    return {
        "row": application.row.source_id,
        "line": application.row.line,
        "number": line.number,
        "pact": line.pact,
        "state": application.standing[0],
        "field": question.field if question else "",
        "code": question.code if question else "",
        "reason": sentence(question) if question else "",
    }
