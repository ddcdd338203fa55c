"""A pact as the published data contract tells it: plain values, nothing personal. Art. 9(2), 11."""

from collections.abc import Sequence
from typing import Any

from flask_babel import force_locale

from pactregistry.config import settings
from pactregistry.journal import Entry
from pactregistry.pacts.conditions.record import (
    condition_records,
    consent_record,
    heritage_record,
)
from pactregistry.pacts.joining.public import joined_on
from pactregistry.pacts.life.story import in_public
from pactregistry.pacts.models import Pact, PactVersion, SectionText, SupportItem
from pactregistry.pacts.older import IMPORT_STEPS, OlderPact, public_paper
from pactregistry.pacts.supporting.kinds import told
from pactregistry.workflow.states import PactState, VersionState

GEOMETRY_DECIMALS = 5  # about a metre: a place, not a person's door


def pact_record(pact: Pact, entries: Sequence[Entry]) -> dict[str, Any]:
    """The public fields of a pact with its history, ready for a schema.

    The pact's versions, sections, supports and signatories should be loaded with it.
    """
    signed = [v for v in pact.versions if v.state == VersionState.SIGNED]
    current = signed[-1] if signed else None
    older = pact.older if pact.imported_from else None
    return {
        "number": pact.number,
        "title": pact.title,
        "summary": pact.summary,
        "state": str(pact.state),
        "pack": {"id": pact.pack_id, "version": pact.pack_version},
        "track": None if older else pact.track,  # its way to the pact is not known
        "intensity": pact.intensity,
        "kind": pact.commons_kind,
        "pact_kind": pact.pact_kind or None,
        "commons": [place_record(pact)],
        "parties": _older_parties(older) if older else _parties(current),
        "adherents": vars(joined_on(pact.adherents, settings().today())),
        "proposal": _older_proposal(older) if older else _proposal(pact),
        "registry_number": (older.registry_number or None) if older else None,
        "act": _act(older),
        "imported": bool(pact.imported_from),
        "renews": pact.predecessor.number if pact.predecessor else None,
        "signed_on": pact.signed_on,
        "published_at": pact.published_at,
        "starts_on": pact.starts_on,
        "ends_on": pact.ends_on,
        "ended": _ended(pact, older, entries),
        "sections": _sections(pact, current),
        "conditions": condition_records(current),
        "heritage": heritage_record(pact, entries),
        "owner_consent": consent_record(pact, entries),
        "supports": _supports(current),
        "reports": [],
        "versions": [_version(pact, version) for version in signed] or _older_version(pact, older),
        "history": [history_record(entry) for entry in in_public(entries)],
        "links": links(pact),
    }


def place_record(placed: Any) -> dict[str, Any]:
    """A place as the contract tells it, as its entry of the list says where there is one.

    Its geometry is GeoJSON, longitude before latitude. `placed.commons` should be loaded with it.
    """
    listed = placed.commons
    if listed is not None and listed.number and not listed.withheld:
        told = ("number", "name", "kind", "district", "geometry")
        return {name: getattr(listed, name) for name in told}
    geometry = None
    if placed.longitude is not None and placed.latitude is not None:
        point = [
            round(placed.longitude, GEOMETRY_DECIMALS),
            round(placed.latitude, GEOMETRY_DECIMALS),
        ]
        geometry = {"type": "Point", "coordinates": point}
    return {
        "number": None,
        "name": placed.place_name,
        "kind": placed.commons_kind,
        "district": placed.district,
        "geometry": geometry,
    }


def history_record(entry: Entry) -> dict[str, Any]:
    """One step of a public history."""
    return {
        "step": entry.step,
        "occurred_on": entry.occurred_on,
        "recorded_at": entry.recorded_at,
        "by_role": entry.by_role,
        "cites": entry.cites,
    }


def links(pact: Pact) -> dict[str, str | None]:
    """Where the pact is found, as absolute addresses."""
    page = f"{settings().base_url}/pacts/{pact.number}"
    published = any(version.public_sha256 for version in pact.versions) or public_paper(pact)
    return {
        "html": page,
        "json": f"{page}.json",
        "pdf": f"{page}.pdf" if published else None,
        "feed_entry": f"{settings().base_url}/feed.atom",
    }


def _parties(version: PactVersion | None) -> list[dict[str, str]]:
    return [
        {
            "side": signatory.side,
            "kind": "city" if signatory.side == "city" else "citizens",
            "name": signatory.public_name,
            "role": signatory.capacity,
        }
        for signatory in (version.signatories if version else ())
    ]


def _proposal(pact: Pact) -> dict[str, Any] | None:
    proposal = pact.proposal
    if proposal is None:
        return None
    return {
        "number": proposal.number,
        "submitted_on": proposal.submitted_on,
        "registry_number": proposal.registry_number or None,
    }


def _older_parties(older: OlderPact) -> list[dict[str, str]]:
    return [
        {"side": "citizens", "kind": "citizens", "name": name, "role": ""} for name in older.parties
    ]


def _older_proposal(older: OlderPact) -> dict[str, Any] | None:
    if not (older.proposal_number or older.proposal_date):
        return None
    return {
        "number": None,
        "submitted_on": older.proposal_date,
        "registry_number": older.proposal_number or None,
    }


def _act(older: OlderPact | None) -> dict[str, Any] | None:
    if older is None or not (older.act_number or older.act_date):
        return None
    return {"number": older.act_number or None, "date": older.act_date}


def _older_version(pact: Pact, older: OlderPact | None) -> list[dict[str, Any]]:
    paper = public_paper(pact) if older else None
    if paper is None:
        return []
    document = {
        "url": f"{settings().base_url}/pacts/{pact.number}.pdf",
        "sha256": paper.sha256,
        "media_type": paper.media_type,
    }
    return [
        {
            "version": 1,
            "signed_on": pact.signed_on,
            "document": document,
            "signed_sha256": None,  # what was signed was never examined here
        }
    ]


def _ended(pact: Pact, older: OlderPact | None, entries: Sequence[Entry]) -> dict[str, Any] | None:
    if pact.state != PactState.ENDED:
        return None
    last = next(e for e in reversed(entries) if e.to_state == PactState.ENDED != e.from_state)
    if last.step in IMPORT_STEPS:  # it ended before it was taken over
        known = older.ended_on if older else None
        how = older.how_ended if older else ""
        return {"on": known, "how": how or "unknown", "reason": None}
    return {"on": last.occurred_on, "how": last.step, "reason": last.reason}


def _sections(pact: Pact, version: PactVersion | None) -> list[dict[str, Any]]:
    if version is None:  # in co-design, or of an older register
        return []
    here = settings()
    pack = here.packs[pact.pack_id]
    return [
        _section(section, pack.section(section.letter).title[here.city.language])
        for section in version.sections
    ]


def _section(section: SectionText, title: str) -> dict[str, Any]:
    return {
        "letter": section.letter,
        "title": title,
        "text": section.text,
        "not_applicable": section.not_applicable,
        "reason": section.reason or None,
    }


def detail_records(support: SupportItem) -> list[dict[str, str]]:
    """What a support states beside its description, in the City's language. Art. 18-27."""
    here = settings()
    with force_locale(here.city.language):
        rows = told(support.kind, support.details, here.packs[support.pact_version.pack_id])
    return [{"label": label, "text": text} for label, text in rows]


def _supports(version: PactVersion | None) -> list[dict[str, Any]]:
    return [
        {
            "kind": support.kind,
            "description": support.description,
            "amount_ceiling": support.amount_ceiling,
            "currency": "EUR" if support.amount_ceiling is not None else None,
            "details": detail_records(support),
        }
        for support in (version.supports if version else ())
    ]


def _version(pact: Pact, version: PactVersion) -> dict[str, Any]:
    return {
        "version": version.ordinal,
        "purpose": version.purpose,
        "signed_on": version.signed_on,
        "document": {
            "url": f"{settings().base_url}/pacts/{pact.number}/versions/{version.ordinal}.pdf",
            "sha256": version.public_sha256,
            "media_type": "application/pdf",
        },
        "signed_sha256": version.original_sha256,
    }
