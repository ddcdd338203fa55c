"""What a row of older pacts leaves open, or tells in two ways. Art. 3(1)b, 36(1)."""

from datetime import date

from pactregistry.pacts.importing.application import Question
from pactregistry.pacts.importing.older.row import OlderRow
from pactregistry.pacts.importing.questions import on_place, on_text
from pactregistry.workflow.states import PactState

RUNNING = frozenset({PactState.ACTIVE, PactState.SUSPENDED})


def on_row(row: OlderRow, state: PactState, how_ended: str, today: date) -> list[Question]:
    """All that one row by itself leaves open, words that we do not know aside."""
    return [
        *on_place(row),
        *on_text(row),
        *_on_acts(row, state),
        *_on_days(row),
        *_on_state(row, state, today),
        *(_on_end(row, how_ended, today) if state is PactState.ENDED else ()),
    ]


def _on_acts(row: OlderRow, state: PactState) -> list[Question]:
    lacking = {
        "number_missing": ("registry_number", row.registry_number),
        "act_missing": ("act_number", row.act_number),
        "parties_missing": ("parties", row.parties or row.persons),
        "signature_missing": ("signed_on", row.signed_on),
        "last_day_missing": ("ends_on", row.ends_on or state not in RUNNING),
        "paper_none": ("document", row.documents),
    }
    return [Question(code, field) for code, (field, value) in lacking.items() if not value]


def _on_days(row: OlderRow) -> list[Question]:
    if row.signed_on is None:
        return []
    signed = str(row.signed_on)
    if row.ends_on is not None and row.signed_on > row.ends_on:
        told = {"signed": signed, "last": str(row.ends_on)}
        return [Question("signed_after_end", "signed_on", told)]
    if row.starts_on is not None and row.signed_on > row.starts_on:
        told = {"signed": signed, "first": str(row.starts_on)}
        return [Question("signed_late", "signed_on", told)]
    return []


def _on_state(row: OlderRow, state: PactState, today: date) -> list[Question]:
    asked = []
    if state in RUNNING and row.ends_on is not None and row.ends_on < today:
        asked.append(Question("over_by_now", "ends_on", {"last": str(row.ends_on)}))
    if state is PactState.SIGNED and row.starts_on is not None and row.starts_on <= today:
        asked.append(Question("signed_started", "state", {"first": str(row.starts_on)}))
    if state in RUNNING | {PactState.SIGNED} and (row.ended_on or row.how_ended):
        asked.append(Question("not_ended", "state"))
    return asked


def _on_end(row: OlderRow, how_ended: str, today: date) -> list[Question]:
    asked = []
    if not how_ended and not row.how_ended:
        asked.append(Question("end_untold", "how_ended"))
    if row.ended_on is None and row.ends_on is not None and row.ends_on >= today:
        asked.append(Question("not_over_yet", "ends_on", {"last": str(row.ends_on)}))
    elif row.ended_on is None and not (how_ended == "expire" and row.ends_on):
        asked.append(Question("end_day_untold", "ended_on"))
    return asked
