"""Records signatures; the last one concludes and publishes the pact. Art. 4(3), 11(10), 11(11)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_babel import force_locale

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.documents import storage
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.journal import Act, Entry
from pactregistry.pacts import letters
from pactregistry.pacts.document import as_json, public_pdf
from pactregistry.pacts.facts import Signing, pact_facts, signing_facts
from pactregistry.pacts.manuscript import Content, public_content
from pactregistry.pacts.models import Pact, PactVersion, Purpose, Signatory, Signature
from pactregistry.pacts.places.occupancy import take_up
from pactregistry.pacts.queries import account_of, public_history, signature_of
from pactregistry.pacts.record import pact_record
from pactregistry.pacts.signing_rules import holds_frozen, refuse_wrong_evidence
from pactregistry.people.acting import Actor
from pactregistry.workflow.engine import Step
from pactregistry.workflow.lifecycle import PACT, VERSION
from pactregistry.workflow.states import PactState, Role, SignatureKind, VersionState


@dataclass(frozen=True)
class Evidence:
    """What shows that a person signed: how identity was checked, the day, the file, who attests.

    `password_at` is when who signed here, or sent a file, typed the password.
    """

    identity_check: str
    occurred_on: date
    upload: Upload | None = None
    attested_by_id: int | None = None
    password_at: datetime | None = None


def sign(
    version: PactVersion, signatory: Signatory, actor: Actor, signing: Signing, evidence: Evidence
) -> None:
    """Record a signature; the same one again, as by a second click, changes nothing."""
    lock(version)
    standing = signature_of(signatory)
    if standing is not None and standing.sha256 == signing.digest_shown:
        return
    now = settings().now().replace(microsecond=0)
    if _closes(version, signatory):
        _conclude(version, signatory, actor, (signing, evidence), now)
    else:
        _give(version, signatory, actor, (signing, evidence), now)
        _tell_next(version)
    db.session.commit()


def _conclude(
    version: PactVersion,
    signatory: Signatory,
    actor: Actor,
    given: tuple[Signing, Evidence],
    now: datetime,
) -> None:
    # Rehearsed first: the public rendition tells of this signature, and printing it takes a second
    # in which nobody should have to wait for the database.
    seen = version.version
    rehearsal = db.session.begin_nested()
    _give(version, signatory, actor, given, now)
    content, record = _rendition(version, now)
    rehearsal.rollback()
    db.session.commit()  # the one-time code that was typed is spent
    pdf = public_pdf(content, record)
    journal.expect(version, VERSION.name, seen)
    _give(version, signatory, actor, given, now)
    version.public_content = {"content": content, "record": record}
    version.public_sha256 = storage.put(pdf)
    pact = version.pact
    step = _concluding(pact, version)
    facts = {
        "version": version.ordinal,
        "sha256": version.original_sha256,
        "public_sha256": version.public_sha256,
    }
    _settle(version, now)
    journal.record(pact, step, _act(actor, settings().today(), now, facts))
    to = [*letters.signatories_of(version), *letters.citizens_of(pact)]
    if version.purpose is Purpose.FIRST:
        take_up(pact, now)
        letters.write(to, "pact_signed", pact)
    else:
        letters.write(to, "pact_amended", pact, text=version)


def _concluding(pact: Pact, version: PactVersion) -> Step:
    """The first text concludes the pact; each one after it, an amendment of a pact that lives."""
    state, facts = PactState(pact.state), pact_facts(pact, version)
    if version.purpose is Purpose.FIRST:
        return PACT.take("conclude", state, Role.MANAGER, facts)
    return PACT.take("conclude_amendment", state, Role.MANAGER, facts)


def _give(
    version: PactVersion,
    signatory: Signatory,
    actor: Actor,
    given: tuple[Signing, Evidence],
    now: datetime,
) -> Entry:
    signing, evidence = given
    account = account_of(signatory.account_id)
    facts = signing_facts(version, signatory, account, signing)
    signed_file = evidence.upload if signing.kind is SignatureKind.UPLOAD else None
    role = role_of(signatory)
    refuse_wrong_evidence(version, role, facts, evidence.occurred_on, signed_file)
    outcome = VersionState.SIGNED if _closes(version, signatory) else VersionState.READY
    step = VERSION.take("sign", VersionState(version.state), role, facts, to=outcome)
    version.changed_at = now
    if outcome is VersionState.SIGNED:
        version.signed_on = settings().today()
    signatory.signatures.append(_signature(version, signing, evidence, now))
    told = {"kind": signing.kind, "side": signatory.side, "sha256": signing.digest_shown}
    return journal.record(version, step, _act(actor, evidence.occurred_on, now, told))


def role_of(signatory: Signatory) -> Role:
    """The role in which a signatory signs, whoever types it."""
    if signatory.side == "city":
        return Role.MANAGER
    return Role.LEAD if signatory.on_behalf_of else Role.CITIZEN


def _signature(
    version: PactVersion, signing: Signing, evidence: Evidence, now: datetime
) -> Signature:
    upload = evidence.upload
    scan = upload and attach(
        upload,
        ("signature", version.id),
        f"signed, {signing.kind}",
        added_at=now,
        added_by_id=evidence.attested_by_id,
    )
    return Signature(
        kind=signing.kind,
        identity_check=evidence.identity_check,
        password_at=evidence.password_at,
        occurred_on=evidence.occurred_on,
        recorded_at=now,
        sha256=signing.digest_shown,
        attachment_id=scan.id if scan else None,
        attested_by_id=evidence.attested_by_id,
        onerous_approved=signing.onerous_approved,
        holds_frozen=holds_frozen(upload, version.original_sha256)
        if upload and signing.kind is SignatureKind.UPLOAD
        else None,
    )


def _closes(version: PactVersion, signatory: Signatory) -> bool:
    others = [s for s in version.signatories if s.id != signatory.id]
    return signatory.side == "city" and all(signature_of(s) for s in others)


def _settle(version: PactVersion, now: datetime) -> None:
    pact = version.pact
    today = settings().today()
    pact.signed_on = pact.signed_on or today
    pact.published_at = pact.published_at or now
    if pact.state in {PactState.FORMING, PactState.SIGNED}:  # what has begun began on its day
        pact.starts_on = max(version.starts_on or today, today)
    pact.ends_on = version.ends_on


def _rendition(version: PactVersion, now: datetime) -> tuple[Content, dict[str, Any]]:
    _settle(version, now)
    pact = version.pact
    with force_locale(settings().city.language):
        content = public_content(version, now)
        record = pact_record(pact, public_history(pact))
    # The file cannot name its own digest, and is read when the pact is signed.
    for told in record["versions"]:
        if told["document"]["sha256"] is None:
            del told["document"]["sha256"]
    state = PactState.SIGNED if version.purpose is Purpose.FIRST else PactState(pact.state)
    return content, as_json({**record, "state": state.value})


def _act(actor: Actor, occurred_on: date, now: datetime, facts: dict[str, Any]) -> Act:
    return Act(actor.account_id, occurred_on, now, office=actor.office, facts=facts)


def _tell_next(version: PactVersion) -> None:
    awaited = [s for s in version.signatories if signature_of(s) is None]
    if awaited and all(s.side == "city" for s in awaited):
        to = letters.signatories_of(version, "city")
        letters.write(to, "pact_to_sign", version.pact, for_city=True)
