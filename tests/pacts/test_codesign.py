"""The shared table: text, agreement, remarks, and two people who write at once. Art. 5(1), 5(2)."""

import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.pacts.models import Remark
from pactregistry.people.models import Account
from pactregistry.workflow.states import Pace, VersionState
from tests.pacts.cases import Cast

Enter = Callable[[Account], FlaskClient]
TABLE = "/pacts/2026-0001/codesign"


def write(browser: FlaskClient, letter: str, text: str, revision: int) -> tuple[int, str]:
    form = {"text": text, "revision": str(revision)}
    answer = browser.post(f"{TABLE}/sections/{letter}", data=form)
    return answer.status_code, answer.text


def agreed(cast: Cast, letter: str) -> tuple[bool, bool]:
    section = next(s for s in cast.text.sections if s.letter == letter)
    return section.citizens_agreed_id is not None, section.city_agreed_id is not None


@pytest.mark.article("5(1)")
def test_a_change_drops_the_other_side_s_agreement(accepted: Cast, enter: Enter) -> None:
    lead, desk = enter(accepted.lead), enter(accepted.desk)
    for browser in (lead, desk):
        seen = {f"revision_{s.letter}": s.revision for s in accepted.text.sections}
        assert browser.post(f"{TABLE}/agreement", data=seen).status_code == 302
    assert agreed(accepted, "c") == (True, True)
    assert write(lead, "c", "Ci troviamo il sabato.", 1)[0] == 302
    assert agreed(accepted, "c") == (True, False)
    assert agreed(accepted, "d") == (True, True)


def test_two_who_write_at_once_see_both_texts(accepted: Cast, enter: Enter) -> None:
    assert write(enter(accepted.lead), "c", "Ci troviamo il sabato mattina.", 1)[0] == 302
    status, page = write(enter(accepted.desk), "c", "Ci troviamo la domenica mattina.", 1)
    assert status == 409
    assert "sabato" in page
    assert "domenica" in page
    assert "[−" in page
    assert 'name="revision" type="hidden" value="2"' in page
    assert next(s for s in accepted.text.sections if s.letter == "c").text.endswith(
        "sabato mattina."
    )
    assert write(enter(accepted.desk), "c", "Sabato e domenica mattina.", 2)[0] == 302


def test_agreeing_on_a_text_that_changed_is_not_agreeing(accepted: Cast, enter: Enter) -> None:
    assert write(enter(accepted.lead), "c", "Ci troviamo il sabato.", 1)[0] == 302
    enter(accepted.desk).post(f"{TABLE}/agreement", data={"revision_c": 1})
    assert agreed(accepted, "c") == (True, False)


def test_a_light_case_is_written_on_one_screen(accepted: Cast, enter: Enter) -> None:
    lead = enter(accepted.lead)
    page = lead.get(f"{TABLE}/text").text
    assert page.count("<textarea") >= 11
    form: dict[str, object] = {}
    for section in accepted.text.sections:
        form[f"section_{section.letter}-revision"] = section.revision
        form[f"section_{section.letter}-text"] = section.text
        if section.not_applicable:
            form[f"section_{section.letter}-not_applicable"] = "y"
        form[f"section_{section.letter}-reason"] = section.reason
    form["section_d-text"] = "Il luogo resta aperto a tutte e a tutti."
    assert lead.post(f"{TABLE}/text", data=form).status_code == 302
    changed = {s.letter: s.revision for s in accepted.text.sections}
    assert {letter for letter, revision in changed.items() if revision > 1} == {"d"}


def test_not_applicable_needs_a_reason(accepted: Cast, enter: Enter) -> None:
    form = {"text": "", "revision": "1", "not_applicable": "y", "reason": " "}
    answer = enter(accepted.desk).post(f"{TABLE}/sections/e", data=form)
    assert answer.status_code == 200
    assert "Say in a sentence why" in answer.text


def test_remarks_stand_until_they_are_settled(accepted: Cast, enter: Enter) -> None:
    enter(accepted.desk).post(f"{TABLE}/sections/e/remark", data={"remark": "Chi assicura?"})
    lead = enter(accepted.lead)
    assert "Chi assicura?" in lead.get(TABLE).text
    [remark] = db.session.scalars(db.select(Remark)).all()
    lead.post(f"{TABLE}/remarks/{remark.id}/settlement")
    assert "Chi assicura?" not in lead.get(TABLE).text


@pytest.mark.article("24(4)")
def test_money_without_a_ceiling_cannot_be_frozen(accepted: Cast, enter: Enter) -> None:
    desk = enter(accepted.desk)

    def support(amount: str) -> None:
        form = {
            "version": str(accepted.text.version),
            "supports-0-kind": "money",
            "supports-0-description": "piante",
            "supports-0-amount_ceiling": amount,
        }
        assert desk.post(f"{TABLE}/supports", data=form).status_code == 302

    def freeze() -> int:
        form = {"version": str(accepted.text.version)}
        return desk.post("/pacts/2026-0001/freezing", data=form).status_code

    support("")
    assert "maximum contribution is not stated" in desk.get("/pacts/2026-0001/freezing").text
    assert freeze() == 409
    support("300.00")
    assert freeze() == 302
    assert accepted.text.state == VersionState.READY


def test_freezing_a_text_that_changed_since_is_refused(accepted: Cast, enter: Enter) -> None:
    seen = str(accepted.text.version)
    assert write(enter(accepted.lead), "c", "Ci troviamo il sabato.", 1)[0] == 302
    answer = enter(accepted.desk).post("/pacts/2026-0001/freezing", data={"version": seen})
    assert answer.status_code == 409
    assert accepted.text.state == VersionState.CODESIGN


def test_a_frozen_text_cannot_be_written(frozen: Cast, enter: Enter) -> None:
    status, page = write(enter(frozen.lead), "c", "Ci troviamo il sabato.", 1)
    assert status == 409
    assert "sabato" in page  # what was typed is kept


def test_terms_premises_annexes_and_who_signs_are_written(accepted: Cast, enter: Enter) -> None:
    desk = enter(accepted.desk)
    for path in (
        "terms",
        "premises",
        "supports",
        "annexes",
        "signatories",
        "comments",
        "draft.pdf",
    ):
        assert desk.get(f"{TABLE}/{path}").status_code == 200, path
    terms = {
        "version": str(accepted.text.version),
        "starts_on": "2026-04-15",
        "ends_on": "2027-04-14",
        "withdrawal_notice_days": "20",
        "supervisor": "Teo Attento",
        "onerous_letters": ["e", "l"],
    }
    assert desk.post(f"{TABLE}/terms", data=terms).status_code == 302
    text = accepted.text
    assert (text.supervisor, text.withdrawal_notice_days) == ("Teo Attento", 20)
    assert text.onerous_letters == ["e", "l"]
    person = {"name": "Nino Secondo", "capacity": "cittadino", "public_name": "N. S."}
    assert desk.post(f"{TABLE}/signatories", data=person).status_code == 302
    assert [s.side for s in accepted.text.signatories] == ["citizens", "citizens", "city"]
    paper = {"label": "other", "other": "Pianta", "file": (io.BytesIO(b"<html>"), "x.pdf")}
    answer = desk.post(f"{TABLE}/annexes", data=paper)
    assert answer.status_code == 200
    assert "kind of file is not taken" in answer.text


@pytest.mark.article("11(5)")
def test_the_page_shows_which_comment_changed_the_text(frozen: Cast, enter: Enter) -> None:
    desk = enter(frozen.desk)
    desk.post("/pacts/2026-0001/rework", data={"version": str(frozen.text.version), "reason": "x"})
    form = {"comment": str(frozen.proposal.comments[0].id), "letter": "a"}
    assert desk.post(f"{TABLE}/comments", data=form).status_code == 302
    section = next(s for s in frozen.text.sections if s.letter == "a")
    text = section.text.replace("con fiori", "con una panchina e fiori")
    assert write(desk, "a", text, section.revision)[0] == 302
    page = desk.get("/pacts/2026-0001").text
    assert "una panchina all" in page
    assert "[+&nbsp;una panchina e" in page


def test_a_larger_case_goes_section_by_section(cast: Cast, enter: Enter) -> None:
    cast.proposal.works = True
    db.session.commit()
    cast.number = "2026-0001"
    form = {"version": str(cast.proposal.version), "occurred_on": "2026-03-02"}
    early = enter(cast.desk).post("/desk/proposals/2026-P-0001/acceptance", data=form)
    assert early.status_code == 409  # comments are open until 20 March
    cast.proposal.comments_until = cast.proposal.comments_from = None
    db.session.commit()
    form["version"] = str(cast.proposal.version)
    form["why_earlier"] = "la delibera porta questa data"
    answer = enter(cast.desk).post("/desk/proposals/2026-P-0001/acceptance", data=form)
    assert answer.status_code == 302
    assert cast.pact.pace == Pace.FULL
    empty = [s.letter for s in cast.text.sections if not s.text]
    assert "e" in empty
