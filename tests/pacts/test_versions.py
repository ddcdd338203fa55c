"""Versions of a pact's text: amended, extended, never overwritten. Art. 5(2)b, 5(2)m, 11(10)."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.journal import Act, history, record
from pactregistry.notices.models import Mail
from pactregistry.pacts import sweep as pacts_sweep
from pactregistry.pacts.models import Purpose
from pactregistry.pacts.versions import sweep as versions_sweep
from pactregistry.people.models import Account
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState, Role, VersionState
from tests.pacts.cases import Cast, agree_and_sign, code_of, sign_as

Enter = Callable[[Account], FlaskClient]
PAGE = "/pacts/2026-0001"
WHY = "Si aggiunge una tredicesima aiuola."


def amend(browser: FlaskClient, cast: Cast, *, at_once: bool = True) -> int:
    form = {"version": str(cast.pact.version), "reason": WHY}
    if at_once:
        form["at_once"] = "y"
    return browser.post(f"{PAGE}/amendment", data=form).status_code


def rewrite(browser: FlaskClient, cast: Cast, letter: str, text: str) -> int:
    section = next(s for s in cast.text.sections if s.letter == letter)
    form = {"revision": section.revision, "text": text}
    return browser.post(f"{PAGE}/codesign/sections/{letter}", data=form).status_code


def extend(browser: FlaskClient, cast: Cast, day: str) -> int:
    form = {"version": str(cast.pact.version), "ends_on": day, "reason": "Il lavoro continua."}
    return browser.post(f"{PAGE}/extension", data=form).status_code


@pytest.mark.article("5(2)m")
def test_amended_twice_and_extended_once_nothing_is_overwritten(
    active: Cast, client: FlaskClient, enter: Enter
) -> None:
    desk, manager = enter(active.desk), enter(active.manager)
    files = {1: client.get(f"{PAGE}/versions/1.pdf").data}
    frozen = dict(active.pact.versions[0].frozen_content or {})
    for number, text in ((2, "Tredici aiuole."), (3, "Quattordici aiuole.")):
        assert amend(desk, active) == 302
        assert rewrite(desk, active, "a", text) == 302
        agree_and_sign(active, enter)
        files[number] = client.get(f"{PAGE}/versions/{number}.pdf").data
    assert extend(manager, active, "2029-04-14") == 302
    agree_and_sign(active, enter)

    pact = active.pact
    assert [v.purpose for v in pact.versions] == [
        Purpose.FIRST,
        Purpose.AMENDMENT,
        Purpose.AMENDMENT,
        Purpose.EXTENSION,
    ]
    assert {v.state for v in pact.versions} == {VersionState.SIGNED}
    assert (pact.state, pact.starts_on, pact.ends_on, pact.signed_on) == (
        PactState.ACTIVE,
        date(2026, 4, 15),
        date(2029, 4, 14),
        date(2026, 4, 10),
    )
    assert pact.versions[0].frozen_content == frozen
    for number, content in files.items():
        assert client.get(f"{PAGE}/versions/{number}.pdf").data == content
        page = client.get(f"{PAGE}/versions/{number}")
        assert page.status_code == 200
        assert "replaced by a later version" in page.text
    assert "dodici aiuole" in client.get(f"{PAGE}/versions/1").text
    assert "Quattordici aiuole" in client.get(PAGE).text
    assert client.get(f"{PAGE}.pdf").data == client.get(f"{PAGE}/versions/4.pdf").data
    told = client.get(f"{PAGE}.json").json["versions"]
    assert [v["version"] for v in told] == [1, 2, 3, 4]
    for version in told:
        file = client.get(version["document"]["url"]).data
        assert storage.put(file) == version["document"]["sha256"]
    feed = client.get("/feed.json").json["items"]
    attached = [item["attachments"][0]["url"] for item in feed if "attachments" in item]
    assert [url.partition("/pacts/")[2] for url in attached] == [
        f"2026-0001/versions/{number}.pdf" for number in (4, 3, 2, 1)
    ]


@pytest.mark.article("5(2)m")
def test_there_is_one_open_version_at_most(active: Cast, enter: Enter) -> None:
    desk = enter(active.desk)
    assert amend(desk, active) == 302
    answer = desk.post(
        f"{PAGE}/amendment",
        data={"version": str(active.pact.version), "reason": "Ancora", "at_once": "y"},
    )
    assert answer.status_code == 409
    assert "Another version of the text is being written" in answer.text
    assert "Ancora" in answer.text
    assert extend(enter(active.manager), active, "2029-04-14") == 409
    assert [v.ordinal for v in active.pact.versions] == [1, 2]


@pytest.mark.article("11(10)")
def test_the_digest_of_an_older_text_signs_nothing(active: Cast, enter: Enter) -> None:
    old = active.text.original_sha256
    desk = enter(active.desk)
    amend(desk, active)
    rewrite(desk, active, "a", "Tredici aiuole.")
    agree_and_sign(active, enter, sign=False)
    answer = sign_as(enter(active.lead), active, onerous="yes", digest=old)
    assert answer.status_code == 409
    assert "not the text that was shown" in answer.text
    assert active.pact.ends_on == date(2028, 4, 14)


@pytest.mark.article("3(1)i", "5(2)m")
def test_an_amendment_given_up_leaves_the_pact_as_it_was(
    active: Cast, client: FlaskClient, enter: Enter
) -> None:
    before = client.get(f"{PAGE}.json").json
    lead = enter(active.lead)
    assert amend(lead, active) == 302
    assert rewrite(lead, active, "a", "Nessuna aiuola.") == 302
    assert "dodici aiuole" in client.get(PAGE).text
    assert "Nessuna aiuola" not in client.get(PAGE).text
    form = {"version": str(active.text.version), "reason": "Ci abbiamo ripensato."}
    assert lead.post(f"{PAGE}/abandonment", data=form).status_code == 302
    assert active.pact.state == PactState.ACTIVE
    after = client.get(f"{PAGE}.json").json
    kept = [key for key in before if key != "history"]
    assert {key: after[key] for key in kept} == {key: before[key] for key in kept}
    assert client.get(f"{PAGE}/versions/2").status_code == 404
    assert lead.get(f"{PAGE}/versions/2").status_code == 200
    assert amend(lead, active) == 302
    assert active.text.ordinal == 3


@pytest.mark.article("5(1)", "5(2)m")
def test_a_side_asks_and_the_other_opens(active: Cast, enter: Enter) -> None:
    lead, desk = enter(active.lead), enter(active.desk)
    assert amend(lead, active, at_once=False) == 302
    assert len(active.pact.versions) == 1
    assert amend(lead, active, at_once=False) == 409  # asked already
    mails = db.session.scalars(db.select(Mail).where(Mail.to_address == active.desk.email)).all()
    assert any(WHY in mail.text for mail in mails)
    yes = {"version": str(active.pact.version), "answer": "yes"}
    assert lead.post(f"{PAGE}/amendment/answer", data=yes).status_code == 409  # one's own
    assert desk.post(f"{PAGE}/amendment/answer", data=yes).status_code == 302
    assert active.text.ordinal == 2
    entry = next(e for e in history("pact", active.pact.id) if e.step == "amend")
    assert (entry.reason, entry.warnings) == (WHY, [])


@pytest.mark.article("5(2)m", "34(1)")
def test_without_a_yes_the_text_opens_with_a_warning(active: Cast, enter: Enter) -> None:
    lead, desk = enter(active.lead), enter(active.desk)
    amend(lead, active, at_once=False)
    no = {"version": str(active.pact.version), "answer": "no", "reason": ""}
    assert desk.post(f"{PAGE}/amendment/answer", data=no).status_code == 409
    no["reason"] = "Non serve."
    assert desk.post(f"{PAGE}/amendment/answer", data=no).status_code == 302
    assert "Non serve." in lead.get(f"{PAGE}/amendment").text
    assert amend(lead, active) == 302
    entry = next(e for e in history("pact", active.pact.id) if e.step == "amend")
    assert entry.warnings == ["other_side_agrees"]


@pytest.mark.article("5(2)b")
@pytest.mark.parametrize(
    ("day", "status"), [("2028-04-13", 409), ("2028-04-14", 409), ("2028-04-15", 302)]
)
def test_an_extension_ends_later(active: Cast, enter: Enter, day: str, status: int) -> None:
    assert extend(enter(active.manager), active, day) == status


@pytest.mark.article("5(2)b", "5(2)m")
def test_an_extension_changes_nothing_else(active: Cast, enter: Enter) -> None:
    manager, desk = enter(active.manager), enter(active.desk)
    assert extend(desk, active, "2029-04-14") == 302  # the desk only asks
    assert len(active.pact.versions) == 1
    assert "Il lavoro continua." in manager.get(f"{PAGE}/extension").text
    assert extend(manager, active, "2029-04-14") == 302
    assert rewrite(desk, active, "a", "Tutt'altro.") == 409
    assert rewrite(desk, active, "b", "Fino al 14 aprile 2029.") == 302
    assert extend(enter(active.stranger), active, "2030-04-14") == 404


@pytest.mark.article("3(1)b", "5(2)m")
def test_differences_are_public_and_read_without_colour(
    active: Cast, client: FlaskClient, enter: Enter
) -> None:
    assert client.get(f"{PAGE}/differences").status_code == 404
    desk = enter(active.desk)
    amend(desk, active)
    rewrite(desk, active, "a", "Curiamo tredici aiuole.")
    assert client.get(f"{PAGE}/differences").status_code == 404
    assert client.get(f"{PAGE}/versions/2").status_code == 404
    agree_and_sign(active, enter)
    page = client.get(f"{PAGE}/differences?from=1&to=2")
    assert "[−" in page.text
    assert "[+" in page.text
    assert "tredici aiuole" in page.text
    assert active.lead.name not in page.text
    assert client.get(f"{PAGE}/differences?from=1&to=9").status_code == 404
    assert "Nothing differs" in client.get(f"{PAGE}/differences?from=2&to=2").text


@pytest.mark.article("5(2)")
def test_forms_of_a_frozen_text_answer_with_the_reason(frozen: Cast, enter: Enter) -> None:
    desk = enter(frozen.desk)
    pages = ("sections/a", "text", "terms", "premises", "supports", "annexes", "signatories")
    for page in pages:
        answer = desk.get(f"{PAGE}/codesign/{page}")
        assert answer.status_code == 409, page
        assert "does not belong to the point" in answer.text
    seen = {"revision_a": "1"}
    assert desk.post(f"{PAGE}/codesign/agreement", data=seen).status_code == 409
    assert desk.get(f"{PAGE}/freezing").status_code == 409


def test_a_text_signed_by_all_says_so_to_its_old_forms(active: Cast, enter: Enter) -> None:
    answer = enter(active.desk).get(f"{PAGE}/codesign")
    assert answer.status_code == 409
    assert enter(active.stranger).get(f"{PAGE}/codesign").status_code == 404


@pytest.mark.article("11(10)")
def test_who_proposed_signs_no_amendment_for_the_city(active: Cast, enter: Enter) -> None:
    amend(enter(active.desk), active)
    agree_and_sign(active, enter, sign=False)
    assert sign_as(enter(active.lead), active, onerous="yes").status_code == 302
    proposal = active.pact.proposal
    assert proposal is not None
    proposal.author_id = active.manager.id
    active.manager.tf_last_counter = None
    db.session.commit()
    answer = sign_as(enter(active.manager), active, code=code_of(active.manager))
    assert answer.status_code == 409


@pytest.mark.article("5(2)b", "5(2)m")
def test_only_what_extends_can_be_typed_in_an_extension(active: Cast, enter: Enter) -> None:
    manager, desk = enter(active.manager), enter(active.desk)
    assert extend(manager, active, "2029-04-14") == 302
    table = desk.get(f"{PAGE}/codesign").text
    assert "only the last day changes" in table
    assert "/codesign/supports" not in table
    form = {"version": str(active.text.version), "ends_on": "2028-04-14"}
    assert desk.post(f"{PAGE}/codesign/terms", data=form).status_code == 409
    form["ends_on"] = "2029-05-14"
    form["withdrawal_notice_days"] = "1"
    assert desk.post(f"{PAGE}/codesign/terms", data=form).status_code == 302
    assert (active.text.ends_on, active.text.withdrawal_notice_days) == (date(2029, 5, 14), 30)
    premises = {"version": str(active.text.version), "premises-0-kind": "other"}
    premises |= {"premises-0-text": "Altro."}
    assert desk.post(f"{PAGE}/codesign/premises", data=premises).status_code == 409
    supports = {"version": str(active.text.version), "supports-0-kind": "money"}
    assert desk.post(f"{PAGE}/codesign/supports", data=supports).status_code in (409, 422)


@pytest.mark.article("5(2)b", "3(1)i")
def test_a_text_that_nobody_signed_in_time_is_given_up_with_the_pact(
    active: Cast, enter: Enter, clock: object
) -> None:
    assert extend(enter(active.manager), active, "2029-04-14") == 302
    clock.go(date(2028, 4, 15))  # type: ignore[attr-defined]
    db.session.commit()
    pacts_sweep.run(settings().now())
    assert active.pact.state == PactState.ENDED
    assert [versions_sweep.run(settings().now()) for _ in range(2)] == [1, 0]
    assert active.pact.versions[1].state == VersionState.ABANDONED
    assert active.pact.ends_on == date(2028, 4, 14)
    assert amend(enter(active.desk), active) == 409


@pytest.mark.article("5(2)m")
def test_a_suspended_pact_is_amended_too(active: Cast, enter: Enter) -> None:
    pact = active.pact
    facts = PactFacts(reasons=("La strada è chiusa.",))
    step = PACT.take("suspend", PactState.ACTIVE, Role.MANAGER, facts)
    record(pact, step, Act(None, date(2026, 5, 4), settings().now(), reason="La strada."))
    db.session.commit()
    assert amend(enter(active.desk), active) == 302
    agree_and_sign(active, enter)
    assert (active.pact.state, len(active.pact.versions)) == (PactState.SUSPENDED, 2)


@pytest.mark.article("5(2)b", "5(2)m")
def test_before_the_first_day_an_amendment_moves_it_too(signed: Cast, enter: Enter) -> None:
    desk = enter(signed.desk)
    assert amend(desk, signed) == 302
    text = signed.text
    form = {
        "version": str(text.version),
        "starts_on": "2026-06-01",
        "ends_on": "2028-05-31",
        "withdrawal_notice_days": "30",
        "onerous_letters": list(text.onerous_letters),
    }
    assert desk.post(f"{PAGE}/codesign/terms", data=form).status_code == 302
    assert signed.pact.starts_on == date(2026, 4, 15)
    agree_and_sign(signed, enter)
    pact = signed.pact
    assert (pact.state, pact.starts_on, pact.ends_on) == (
        PactState.SIGNED,
        date(2026, 6, 1),
        date(2028, 5, 31),
    )


@pytest.mark.article("11(10)")
def test_who_signs_an_amendment_is_read_where_the_desk_records_paper(
    active: Cast, client: FlaskClient, enter: Enter
) -> None:
    desk = enter(active.desk)
    amend(desk, active)
    agree_and_sign(active, enter, sign=False)
    assert f"{PAGE}/versions/2" in desk.get(PAGE).text
    page = desk.get(f"{PAGE}/versions/2").text
    citizens = next(s for s in active.text.signatories if s.side == "citizens")
    assert f"{PAGE}/signatories/{citizens.id}/paper" in page
    assert client.get(f"{PAGE}/versions/2").status_code == 404
    assert "An amendment is being agreed" in client.get(PAGE).text
