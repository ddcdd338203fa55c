"""Messages reach all in the room or the committee alone, and nobody else. Art. 33(1)."""

import pytest

from pactregistry import journal
from pactregistry.conciliation.models import Message
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.notices.models import Mail
from pactregistry.reports.oversight.opening import AT_ONCE
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.lifecycle import DISPUTE
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import DisputeState
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY

pytestmark = pytest.mark.article("33(1)")
SAID = f"The key of the tap lies with the kiosk. {CANARY}-message"


def test_a_message_to_all_is_read_by_all_in_the_room(sitting: Table) -> None:
    sitting.takes(sitting.lead, "/messages", text=SAID)
    for who in (sitting.lead, sitting.manager, sitting.first, sitting.third, sitting.secretary):
        assert SAID in sitting.page(who).text
    stranger = sitting.page(sitting.stranger)
    assert SAID not in stranger.text
    assert sitting.post(sitting.stranger, "/messages", text="Let me in.").status_code == 404
    told = sitting.mails_to(sitting.manager)[-1]
    assert "there is a new message for you" in told.subject
    assert CANARY not in told.text
    assert "new message" not in sitting.mails_to(sitting.lead)[-1].subject  # no mail to oneself


def test_a_message_tells_its_time_to_the_second(sitting: Table) -> None:
    sitting.takes(sitting.lead, "/messages", text=SAID)
    message = db.session.scalars(db.select(Message)).one()
    message.written_at = message.written_at.replace(microsecond=123_456)
    db.session.commit()
    page = sitting.page(sitting.manager).text
    assert f'datetime="{message.written_at.isoformat(timespec="seconds")}"' in page


def test_a_message_to_the_committee_is_read_by_no_party_and_no_officer(sitting: Table) -> None:
    sitting.takes(sitting.lead, "/messages", text=SAID, to_committee="y")
    for who in (sitting.lead, sitting.first, sitting.second, sitting.third):
        assert SAID in sitting.page(who).text
    for other in (sitting.manager, sitting.desk, sitting.secretary, sitting.stranger):
        assert SAID not in sitting.page(other).text
    told = {
        mail.to_address
        for mail in db.session.scalars(db.select(Mail))
        if "new mess" in mail.subject
    }
    assert told == {sitting.first.email, sitting.second.email, sitting.third.email}


def test_what_is_for_the_committee_never_goes_to_all_when_nobody_sits_any_more(
    sitting: Table,
) -> None:
    for member in (sitting.first, sitting.second, sitting.third):
        sitting.takes(member, "/seat/leaving")
    refused = sitting.post(sitting.lead, "/messages", text=SAID, to_committee="y")
    assert refused.status_code == 409
    assert "Nobody sits on the committee any more" in refused.text
    assert SAID in refused.text
    assert SAID not in sitting.page(sitting.manager).text
    sitting.takes(sitting.lead, "/messages", text=SAID, to_committee="all")
    assert SAID in sitting.page(sitting.manager).text


def test_an_empty_message_is_not_sent(sitting: Table) -> None:
    assert sitting.post(sitting.lead, "/messages", text="  ").status_code == 409


def test_many_messages_at_once_wait(sitting: Table) -> None:
    for number in range(AT_ONCE):
        sitting.takes(sitting.lead, "/messages", text=f"Message {number}")
    answer = sitting.post(sitting.lead, "/messages", text=SAID)
    assert answer.status_code == 429
    assert SAID in answer.text


def test_a_message_makes_no_open_form_stale(sitting: Table) -> None:
    seen = sitting.dispute.version
    sitting.takes(sitting.lead, "/messages", text=SAID)
    assert sitting.dispute.version == seen


def test_when_it_is_over_nothing_more_is_written_and_all_is_kept(sitting: Table) -> None:
    sitting.takes(sitting.first, "/messages", text=SAID)
    dispute = sitting.dispute
    step = DISPUTE.take("withdraw", DisputeState.SITTING, Role.LEAD, DisputeFacts(asked_it=True))
    dispute.closed_on = settings().today()
    journal.record(dispute, step, Act(sitting.lead.id, settings().today(), settings().now()))
    answer = sitting.post(sitting.manager, "/messages", text="One word more.")
    assert answer.status_code == 409
    assert "One word more." in answer.text
    page = sitting.page(sitting.manager).text
    assert SAID in page
    assert "Write a message" not in page


def test_who_reads_it_is_said_before_one_writes(sitting: Table) -> None:
    page = sitting.page(sitting.first, "/messages").text
    assert page.index("All in this room: the parties") < page.index("Your message")
    assert "For the committee alone: its three members, and you" in page


def test_before_anybody_sits_there_is_no_choice_of_readers(requested: Table) -> None:
    page = requested.page(requested.lead, "/messages").text
    assert "All in this room read it" in page
    assert "For the committee alone" not in page


def test_of_many_messages_the_earlier_ones_are_folded_away(sitting: Table) -> None:
    for number in range(AT_ONCE):
        for who in (sitting.lead, sitting.first, sitting.second):
            sitting.takes(who, "/messages", text=f"Line {number}.")
    page = sitting.page(sitting.manager).text
    folded, shown = page[page.index("earlier messages") :].split("</details>", 1)
    assert "Line 0." in folded
    assert "Line 0." not in shown
    assert f"Line {AT_ONCE - 1}." in shown
