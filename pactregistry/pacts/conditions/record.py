"""What a pact states beside its sections, as the published data tell it. Art. 5(3), 9(2), 13-17."""

from collections.abc import Sequence
from typing import Any

from flask_babel import force_locale

from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.pacts.conditions.blocks import stated
from pactregistry.pacts.conditions.place_told import heritage_told, owner_told
from pactregistry.pacts.conditions.representation import opens_preemption, share_of
from pactregistry.pacts.models import Pact, PactVersion


def condition_records(version: PactVersion | None) -> list[dict[str, Any]]:
    """The groups with their lines in the binding language, and a share as its own numbers."""
    if version is None:
        return []
    with force_locale(settings().city.language):
        return [
            {
                "key": block.key,
                "title": str(block.title),
                "cites": [citation.as_json() for citation in block.cites],
                "lines": [{"label": label, "text": text} for label, text in rows],
                "share": _share(version) if block.key == "representation" else None,
            }
            for block, rows in stated(version)
        ]


def heritage_record(pact: Pact, entries: Sequence[Entry]) -> dict[str, Any] | None:
    """The heritage authority's approval, where works need one."""
    told = heritage_told(pact, entries)
    if told is None:
        return None
    return {
        "asked_on": told.asked_on,
        "answered_on": told.answered_on,
        "outcome": told.outcome or None,
        "act": told.act or None,
    }


def consent_record(pact: Pact, entries: Sequence[Entry]) -> dict[str, Any] | None:
    """The days of an owner's consent and of a change of owner, never a name."""
    told = owner_told(pact, entries)
    if told is None:
        return None
    return {
        "owner_changed_on": told.changed_on,
        "given_on": told.consented_on,
        "act": told.by_act or None,
        "awaited": told.is_awaited,
    }


def _share(version: PactVersion) -> dict[str, Any] | None:
    values = version.conditions["representation"]
    share = share_of(values)
    if share is None:
        return None
    aim = settings().packs[version.pack_id].thresholds["owners_share"].value
    return {
        "basis": values["basis"],
        "total": share.total,
        "represented": share.part,
        "percent": f"{share.percent:.2f}",
        "reaches_aim": share.reaches(aim),
        "opens_preemption": opens_preemption(values, aim),
    }
