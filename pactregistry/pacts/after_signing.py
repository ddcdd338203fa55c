"""What a pact's steps read of its reports, which stand in a room above this one. Art. 30(3), 30(8).

The room of reports says here how it is asked; without it a pact has no report and no evaluation.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, current_app

from pactregistry.journal import Entry
from pactregistry.pacts.models import Pact

KEY = "after_signing"
Facts = Callable[[Pact, Sequence[Entry]], Mapping[str, Any]]
Changes = Callable[[Pact], str]


@dataclass
class _Known:
    facts: list[Facts] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)


def tell_facts(app: Flask, facts: Facts) -> None:
    """Let a room above add what it knows to the facts of a signed pact, by name."""
    _known(app).facts.append(facts)


def tell_changes(app: Flask, changes: Changes) -> None:
    """Let a room above say which change of a pact was found to be due."""
    _known(app).changes.append(changes)


def facts_after_signing(pact: Pact, entries: Sequence[Entry]) -> dict[str, Any]:
    """What the rooms above know of a pact, for `PactFacts`."""
    found: dict[str, Any] = {}
    for facts in _known(current_app).facts:
        found |= facts(pact, entries)
    return found


def changes_due(pact: Pact) -> str:
    """The change that an evaluation asks for, in its words; empty where none does. Art. 30(8)."""
    return "\n\n".join(filter(None, (changes(pact) for changes in _known(current_app).changes)))


def _known(app: Flask) -> _Known:
    found: _Known = app.extensions.setdefault(KEY, _Known())
    return found
