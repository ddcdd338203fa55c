"""Three write one text, vote on it by name, and make it the proposal. Art. 33(1), 33(2)."""

import re
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from flask_babel import force_locale
from werkzeug.test import TestResponse

from pactregistry.conciliation.deliberating.document import proposal_pdf
from pactregistry.conciliation.deliberating.manuscript import rendition
from pactregistry.conciliation.deliberating.texts import draft_of
from pactregistry.conciliation.models import DisputeText
from pactregistry.database import db
from pactregistry.documents import storage
from pactregistry.languages import instant
from pactregistry.pacts.joining.models import Adherent
from pactregistry.people.models import Account
from pactregistry.workflow.states_disputes import Chair, Effect, Side
from tests.conciliation.deliberating.conftest import seat
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(2)")
TEXT = f"The City opens the tap on Monday and Thursday evening. {CANARY}-proposal"
AGAINST = f"Two evenings are not enough in July. {CANARY}-dissent"


def text_of(table: Table) -> DisputeText:
    """The text that was put to the vote last."""
    return table.dispute.texts[-1]


def draft(table: Table, who: Account, text: str = TEXT, **form: object) -> TestResponse:
    """Save the draft as it stands on its page today."""
    seen = str(draft_of(table.dispute).revision)
    return table.post(who, "/draft", **{"revision": seen, "text": text, "effect": "amend", **form})


def put_to_vote(table: Table, who: Account) -> None:
    """Write the draft and put it to the vote."""
    assert draft(table, who).status_code == 302
    table.takes(who, "/text", revision=str(draft_of(table.dispute).revision))


def vote(table: Table, who: Account, voice: str = "yes", **form: object) -> TestResponse:
    """Vote on the text that is before the vote."""
    return table.post(who, "/vote", **{"digest": text_of(table).digest, "voice": voice, **form})


def third_leaves(table: Table) -> None:
    """The third member leaves the seat, in the rows alone."""
    gone = next(m for m in table.dispute.members if m.chair is Chair.JOINT)
    gone.current, gone.left_on = None, date(2026, 4, 21)
    db.session.commit()


def words(pdf: bytes) -> str:
    """The text of a PDF, its spaces made one."""
    command = [shutil.which("pdftotext") or "pdftotext", "-", "-"]
    printed = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", printed.stdout.decode())


def test_only_the_three_members_read_and_write_the_draft(sitting: Table) -> None:
    assert draft(sitting, sitting.first).status_code == 302
    assert TEXT in sitting.page(sitting.second).text
    for who in (sitting.lead, sitting.manager, sitting.secretary):
        assert draft(sitting, who, "Mine").status_code == 403
        assert sitting.page(who, "/draft").status_code == 403
        assert TEXT not in sitting.page(who).text
    assert draft(sitting, sitting.stranger).status_code == 404
    assert draft_of(sitting.dispute).effect is Effect.AMEND
    assert sitting.steps()[-1] == "convene"  # a draft is no step


def test_two_who_write_at_once_lose_nothing(sitting: Table) -> None:
    draft(sitting, sitting.first)
    version = sitting.dispute.version
    own = f"The City opens the tap on Friday. {CANARY}-own"
    answer = draft(sitting, sitting.second, own, revision="0", effect="nothing")
    assert answer.status_code == 409
    assert TEXT in answer.text
    assert own in answer.text
    assert 'name="revision" type="hidden" value="1"' in answer.text
    assert draft_of(sitting.dispute).text == TEXT
    assert draft(sitting, sitting.second, own).status_code == 302
    assert draft_of(sitting.dispute).text == own
    assert sitting.dispute.version == version  # no party's open form is refused for it


def test_what_is_put_to_the_vote_is_what_was_shown(sitting: Table) -> None:
    assert sitting.post(sitting.first, "/text", revision="0").status_code == 409  # empty
    draft(sitting, sitting.first)
    shown = str(draft_of(sitting.dispute).revision)
    draft(sitting, sitting.second, "Another text.")
    assert sitting.post(sitting.first, "/text", revision=shown).status_code == 409
    assert not sitting.dispute.texts
    sitting.takes(sitting.first, "/text", revision=str(draft_of(sitting.dispute).revision))
    assert text_of(sitting).text == "Another text."
    late = draft(sitting, sitting.third, TEXT)
    assert late.status_code == 409
    assert TEXT in late.text
    assert "before the vote already" in late.text


def test_no_text_is_voted_on_before_all_sit(sitting: Table) -> None:
    draft(sitting, sitting.first)
    third_leaves(sitting)
    answer = sitting.post(sitting.first, "/text", revision=str(draft_of(sitting.dispute).revision))
    assert answer.status_code == 409
    assert "The committee is not complete" in answer.text
    assert sitting.page(sitting.third, "/draft").status_code == 404
    assert TEXT not in sitting.page(sitting.third).text


def test_a_vote_is_by_name_once_on_the_text_that_was_shown(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    seen = str(sitting.dispute.version)
    assert vote(sitting, sitting.first, version=seen).status_code == 302
    # Two vote at the same time: the text decides, not the file's version.
    assert vote(sitting, sitting.second, "no", version=seen, dissent=AGAINST).status_code == 302
    assert vote(sitting, sitting.second, "no", dissent=AGAINST).status_code == 302
    assert vote(sitting, sitting.second, "yes").status_code == 409
    assert vote(sitting, sitting.third, digest="0" * 64).status_code == 409
    for who in (sitting.lead, sitting.manager, sitting.secretary):
        assert vote(sitting, who).status_code == 403
        assert AGAINST not in sitting.page(who).text
    assert AGAINST in sitting.page(sitting.third).text
    assert [(v.member.name, v.in_favour) for v in text_of(sitting).votes] == [
        ("Primo Saggio", True),
        ("Seconda Saggia", False),
    ]
    assert sitting.steps().count("vote") == 2


def test_when_a_member_typed_the_password_is_kept_and_printed(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    browser = sitting.enter(sitting.first)
    with browser.session_transaction() as session:
        session["fs_paa"] = (datetime.now(UTC) - timedelta(minutes=4)).timestamp()
    known = {"version": str(sitting.dispute.version), "digest": text_of(sitting).digest}
    answer = browser.post(f"/disputes/{sitting.number}/vote", data={"voice": "yes", **known})
    assert answer.status_code == 302
    (given,) = text_of(sitting).votes
    assert given.password_at is not None
    assert timedelta(minutes=4) <= given.voted_at - given.password_at < timedelta(minutes=5)
    content = rendition(sitting.dispute, text_of(sitting), given.voted_at, date(2026, 5, 28))
    (line,) = [told["signed"] for told in content["votes"] if told["name"] == "Primo Saggio"]
    with force_locale("it"):
        assert instant(given.password_at) in line


def test_a_vote_takes_a_fresh_password_and_keeps_what_was_typed(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    browser = sitting.enter(sitting.second)
    page = f"/disputes/{sitting.number}/vote"
    with browser.session_transaction() as session:
        session["fs_paa"] = (datetime.now(UTC) - timedelta(minutes=6)).timestamp()
    assert "/sign-in/again" in browser.get(page).headers["Location"]
    form: dict[str, Any] = {
        "version": str(sitting.dispute.version),
        "digest": text_of(sitting).digest,
        "voice": "no",
        "dissent": AGAINST,
    }
    answer = browser.post(page, data=form)
    assert answer.status_code == 422
    assert AGAINST in answer.text
    assert not text_of(sitting).votes


def test_a_text_taken_back_is_written_anew_and_voted_on_anew(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    vote(sitting, sitting.first)
    sitting.takes(sitting.second, "/taking-back")
    assert vote(sitting, sitting.third).status_code == 409
    draft(sitting, sitting.third, "A new text.")
    sitting.takes(sitting.third, "/text", revision=str(draft_of(sitting.dispute).revision))
    assert [t.taken_back for t in sitting.dispute.texts] == [True, False]
    assert not text_of(sitting).votes
    assert vote(sitting, sitting.first).status_code == 302


def test_a_member_who_left_has_no_voice_any_more(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    vote(sitting, sitting.first)
    vote(sitting, sitting.third)
    third_leaves(sitting)
    seat(sitting, Chair.JOINT, sitting.neighbour, Side.CITY)
    answer = sitting.post(sitting.first, "/proposal")
    assert answer.status_code == 409
    assert "Not more than half" in answer.text
    vote(sitting, sitting.neighbour)
    sitting.takes(sitting.first, "/proposal")


def test_the_proposal_is_made_printed_and_brought_to_all(sitting: Table) -> None:
    sitting.go(date(2026, 5, 13))
    put_to_vote(sitting, sitting.first)
    vote(sitting, sitting.first)
    assert sitting.post(sitting.first, "/proposal").status_code == 409
    vote(sitting, sitting.second, "no", dissent=AGAINST)
    vote(sitting, sitting.third)
    assert sitting.post(sitting.lead, "/proposal").status_code == 403
    sitting.takes(sitting.third, "/proposal")
    dispute = sitting.dispute
    assert (dispute.state, dispute.proposed_on) == ("proposed", date(2026, 5, 13))
    assert dispute.answer_by == date(2026, 5, 28)
    text = text_of(sitting)
    kept = storage.get(text.sha256)
    assert proposal_pdf(text.content) == kept
    printed = words(kept)
    for said in (TEXT, AGAINST, "Primo Saggio", "Seconda Saggia", "Terza Saggia"):
        assert said in printed
    for who in (sitting.lead, sitting.manager, sitting.second, sitting.secretary):
        page = sitting.page(who).text
        assert TEXT in page
        assert AGAINST in page
        assert sitting.page(who, "/proposal.pdf").data == kept
    assert sitting.page(sitting.stranger, "/proposal.pdf").status_code == 404
    for who in (sitting.lead, sitting.manager):
        mail = sitting.mails_to(who)[-1]
        assert "28 May 2026" in mail.text
        assert "late" not in mail.text
        assert CANARY not in mail.text


def test_a_late_proposal_is_made_and_told_as_late(sitting: Table) -> None:
    sitting.go(date(2026, 5, 15))
    put_to_vote(sitting, sitting.first)
    vote(sitting, sitting.first)
    vote(sitting, sitting.second)
    sitting.go(date(2026, 5, 17))
    warned = sitting.page(sitting.first, "/proposal").text
    assert "recorded as late" in warned
    assert "Terza Saggia" in warned  # who has not voted yet
    sitting.takes(sitting.first, "/proposal")
    assert "2 days after the term" in sitting.mails_to(sitting.lead)[-1].text
    assert "It came 2 days late" in sitting.page(sitting.manager).text
    printed = [value for _label, value in text_of(sitting).content["facts"]]
    assert any(value.startswith("17 maggio 2026, 2 ") for value in printed)


def test_who_was_named_and_has_not_said_yes_is_not_in_the_room(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    third_leaves(sitting)
    named = seat(sitting, Chair.JOINT, sitting.neighbour, Side.CITY)
    named.seated_on = None
    db.session.commit()
    for rest in ("/draft", "/vote", "/messages", "/sittings/new", "/proposal"):
        assert sitting.page(sitting.neighbour, rest).status_code == 404
    assert vote(sitting, sitting.neighbour).status_code == 404
    assert TEXT not in sitting.page(sitting.neighbour).text


@pytest.mark.article("33(1)")
def test_who_joins_the_pact_while_sitting_votes_no_more(sitting: Table) -> None:
    put_to_vote(sitting, sitting.first)
    assert vote(sitting, sitting.second).status_code == 302
    adherent = Adherent(
        pact_id=sitting.pact.id, account_id=sitting.first.id, name="Primo Saggio", joined=True
    )
    adherent.since = date(2026, 4, 21)
    db.session.add(adherent)
    db.session.commit()
    answer = vote(sitting, sitting.first, dissent=AGAINST)
    assert answer.status_code == 409
    assert "cannot sit in the committee" in answer.text
    assert AGAINST in answer.text
    assert sitting.steps().count("vote") == 1
