"""Who may sign, what, in which order, and how it is checked. Art. 4(3), 4(4), 11(10)."""

import io
import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.journal import history
from pactregistry.languages import instant
from pactregistry.notices.models import Mail
from pactregistry.pacts.identity import code_is_right
from pactregistry.pacts.models import Signature
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import PactState, SignatureKind, VersionState
from tests.pacts.cases import Cast, code_of, sign_as

Enter = Callable[[Account], FlaskClient]
SIGNATURE = "/pacts/2026-0001/signature"


def signatures() -> list[Signature]:
    db.session.expire_all()
    return list(db.session.scalars(db.select(Signature)))


@pytest.mark.article("11(10)")
def test_another_text_than_the_one_shown_is_refused(frozen: Cast, enter: Enter) -> None:
    answer = sign_as(enter(frozen.lead), frozen, onerous="yes", digest="0" * 64)
    assert answer.status_code == 409
    assert "not the text that was shown" in answer.text
    assert signatures() == []


def test_nobody_signs_before_reading_the_duties(frozen: Cast, enter: Enter) -> None:
    browser = enter(frozen.lead)
    form = {"digest": frozen.text.original_sha256, "kind": "here", "onerous": "yes"}
    answer = browser.post(SIGNATURE, data=form)
    assert answer.location.endswith("/duties")
    assert "custodians" in browser.get("/pacts/2026-0001/duties").text
    assert signatures() == []


@pytest.mark.parametrize("kind", ["here", "upload"])
def test_the_password_is_asked_again_after_five_minutes(
    frozen: Cast, enter: Enter, kind: str
) -> None:
    browser = enter(frozen.lead)
    with browser.session_transaction() as session:
        session["fs_paa"] = time.time() - 301
    answer = sign_as(browser, frozen, onerous="yes", kind=kind)
    assert answer.status_code == 302
    assert "sign-in/again" in answer.location
    assert signatures() == []


def test_when_the_password_was_typed_is_kept_and_told_to_both_sides(
    frozen: Cast, enter: Enter, client: FlaskClient
) -> None:
    now = settings().now().replace(microsecond=0)
    browser = enter(frozen.lead)
    with browser.session_transaction() as session:
        session["fs_paa"] = time.time() - 240  # nobody is asked again
    assert sign_as(browser, frozen, onerous="yes").status_code == 302
    city = enter(frozen.manager)
    assert sign_as(city, frozen, code=code_of(frozen.manager)).status_code == 302
    first, second = sorted(signatures(), key=lambda given: given.id)
    assert first.password_at is not None
    assert second.password_at is not None
    assert timedelta(minutes=4) <= now - first.password_at < timedelta(minutes=5)
    assert now - second.password_at < timedelta(minutes=1)
    page = browser.get("/pacts/2026-0001").text
    with force_locale("en"):
        told = [instant(given.password_at) for given in (first, second)]
    assert f"signed in with a confirmed e-mail; password entered: {told[0]}" in page
    assert f"with a one-time code for this act; password entered: {told[1]}" in page
    assert "entered again" not in page
    # A stranger reads how they were known, and not when they sat at the keyboard.
    public = client.get("/pacts/2026-0001").text
    assert "with a one-time code for this act)" in public
    assert "password entered" not in public


def test_what_was_kept_before_is_told_as_far_as_it_is_true(frozen: Cast, enter: Enter) -> None:
    browser = enter(frozen.lead)
    assert sign_as(browser, frozen, onerous="yes").status_code == 302
    (kept,) = signatures()
    kept.identity_check = "signed in with a confirmed e-mail, password entered again"
    kept.password_at = None
    db.session.commit()
    page = browser.get("/pacts/2026-0001").text
    assert "password entered within the five minutes before" in page
    assert "entered again" not in page


def test_the_city_signs_last_and_with_a_one_time_code(frozen: Cast, enter: Enter) -> None:
    manager = enter(frozen.manager)
    early = sign_as(manager, frozen, code=code_of(frozen.manager))
    assert early.status_code == 409
    assert "The City signs last" in early.text
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    for wrong in ("", "000000"):
        assert "code is wrong" in sign_as(manager, frozen, code=wrong).text
    assert frozen.text.state == VersionState.READY
    assert sign_as(manager, frozen, code=code_of(frozen.manager)).status_code == 302
    assert frozen.pact.state == PactState.SIGNED


def test_a_second_click_changes_nothing(frozen: Cast, enter: Enter) -> None:
    browser = enter(frozen.lead)
    for _click in range(2):
        assert sign_as(browser, frozen, onerous="yes").status_code == 302
    assert len(signatures()) == 1
    steps = [entry.step for entry in history("version", frozen.text.id)]
    assert steps.count("sign") == 1


def test_who_proposed_does_not_sign_for_the_city(frozen: Cast, enter: Enter) -> None:
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    proposal = db.session.get(Proposal, frozen.proposal.id)
    assert proposal is not None
    proposal.author_id = frozen.manager.id
    db.session.commit()
    answer = sign_as(enter(frozen.manager), frozen, code=code_of(frozen.manager))
    assert answer.status_code == 409
    assert "Who proposed cannot sign for the City" in answer.text


@pytest.mark.article("4(4)")
def test_a_group_signs_only_with_its_mandate(accepted: Cast, enter: Enter) -> None:
    form = {"version": str(accepted.text.version)}
    assert enter(accepted.desk).post("/pacts/2026-0001/freezing", data=form).status_code == 302
    answer = sign_as(enter(accepted.lead), accepted, onerous="yes")
    assert answer.status_code == 409
    assert "mandate is missing" in answer.text


def test_a_file_signed_elsewhere_must_hold_the_frozen_one(frozen: Cast, enter: Enter) -> None:
    browser = enter(frozen.lead)
    browser.post("/pacts/2026-0001/duties")
    original = storage.get(frozen.text.original_sha256 or "")

    def send(content: bytes) -> int:
        form = {
            "digest": frozen.text.original_sha256,
            "kind": "upload",
            "onerous": "yes",
            "file": (io.BytesIO(content), "signed.pdf"),
        }
        return browser.post(SIGNATURE, data=form).status_code

    assert send(original) == 409
    assert send(original + b"\n% appended, as a signature is\n") == 302
    [given] = signatures()
    assert (given.kind, given.holds_frozen) == (SignatureKind.UPLOAD, True)
    assert given.attachment_id is not None


def test_the_desk_attests_a_signature_on_paper(frozen: Cast, enter: Enter, clock: object) -> None:
    clock.go(date(2026, 4, 9))  # type: ignore[attr-defined]
    desk = enter(frozen.desk)
    place = f"/pacts/2026-0001/signatories/{frozen.text.signatories[0].id}/paper"
    picture = io.BytesIO(storage.get(frozen.text.original_sha256 or ""))

    def record(day: str) -> int:
        picture.seek(0)
        form = {
            "digest": frozen.text.original_sha256,
            "occurred_on": day,
            "identity": "identity_card",
            "duties": "y",
            "onerous": "y",
            "attested": "y",
            "file": (io.BytesIO(picture.read()), "scan.pdf"),
        }
        return desk.post(place, data=form).status_code

    assert record("2026-04-01") == 409  # before the text was frozen
    assert record("2026-04-10") == 409  # tomorrow
    assert record("2026-04-07") == 302
    [given] = signatures()
    assert (given.occurred_on, given.attested_by_id) == (date(2026, 4, 7), frozen.desk.id)
    assert enter(frozen.lead).get(place).status_code == 403


@pytest.mark.article("5(2)")
def test_rework_voids_the_signatures_and_tells_who_gave_them(frozen: Cast, enter: Enter) -> None:
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    desk = enter(frozen.desk)
    form = {"version": str(frozen.text.version), "reason": ""}
    assert desk.post("/pacts/2026-0001/rework", data=form).status_code == 409
    form["reason"] = "Le aiuole sono tredici."
    assert desk.post("/pacts/2026-0001/rework", data=form).status_code == 302
    [given] = signatures()
    assert given.voided_at is not None
    assert (frozen.text.state, frozen.text.original_sha256) == (VersionState.CODESIGN, None)
    told = db.session.scalars(db.select(Mail).where(Mail.to_address == frozen.lead.email)).all()
    assert any("no longer counts" in mail.text for mail in told)


@pytest.mark.article("11(10)")
def test_a_code_that_signed_is_spent(frozen: Cast, enter: Enter) -> None:
    sign_as(enter(frozen.lead), frozen, onerous="yes")
    code = code_of(frozen.manager)
    assert sign_as(enter(frozen.manager), frozen, code=code).status_code == 302
    db.session.expire_all()
    assert not code_is_right(frozen.manager, code)


def test_codes_are_not_guessed_at_a_signature(frozen: Cast, enter: Enter) -> None:
    sign_as(enter(frozen.lead), frozen, onerous="yes")
    manager = enter(frozen.manager)
    answers = [sign_as(manager, frozen, code="000000").status_code for _ in range(11)]
    assert answers[-1] == 429


@pytest.mark.article("4(3)")
def test_who_signed_a_text_that_was_reworked_can_leave_the_list(frozen: Cast, enter: Enter) -> None:
    sign_as(enter(frozen.lead), frozen, onerous="yes")
    desk = enter(frozen.desk)
    form = {"version": str(frozen.text.version), "reason": "Serve un'altra aiuola"}
    assert desk.post("/pacts/2026-0001/rework", data=form).status_code == 302
    (signatory,) = [s for s in frozen.text.signatories if s.side == "citizens"]
    path = f"/pacts/2026-0001/codesign/signatories/{signatory.id}/removal"
    assert desk.post(path).status_code == 302
    assert [s.side for s in frozen.text.signatories] == ["city"]
    told = [entry.step for entry in history("version", frozen.text.id)]
    assert told[-3:] == ["sign", "rework", "revise"]
