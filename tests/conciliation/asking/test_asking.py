"""Who asks for conciliation, how, and what is refused. Art. 33(1), 33(2)."""

import re
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

from pactregistry.conciliation.asking.actions import NOBODY, Asking, Third, request
from pactregistry.database import db
from pactregistry.people.acting import Actor
from pactregistry.people.models import Account
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Matter, Side
from tests.conciliation.scene import ASKED, HAPPENED, Table
from tests.pacts.cases import CANARY


def picture() -> BytesIO:
    file = BytesIO()
    Image.new("RGB", (20, 20), "green").save(file, "PNG")
    file.seek(0)
    return file


def ask(table: Table, who: Account, **form: object) -> TestResponse:
    data = {"matter": "damage", "what_happened": HAPPENED, "what_is_asked": ASKED, **form}
    page = f"/pacts/{table.scene.cast.number}/conciliation"
    answer = table.enter(who).post(page, data=data)
    if answer.status_code == 302:
        table.number = answer.location.rsplit("/", 1)[-1]
    return answer


def wrong_fields(refused: TestResponse) -> set[str]:
    """The fields to which the summary of a refused form leads."""
    assert refused.status_code == 422
    summary = refused.text.partition('id="errors"')[2].partition("</div>")[0]
    return set(re.findall(r'href="#([^"]+)"', summary))


@pytest.mark.article("33(1)")
def test_each_side_and_a_neighbour_ask_on_the_page_of_the_pact(table: Table) -> None:
    for who, side in (
        (table.lead, Side.CITIZENS),
        (table.manager, Side.CITY),
        (table.neighbour, Side.THIRD),
    ):
        answer = ask(table, who)
        assert answer.status_code == 302, answer.text
        asked = table.dispute
        assert (asked.asked_by, asked.matter, asked.author_id) == (side, Matter.DAMAGE, who.id)
        assert asked.propose_by == date(2026, 5, 15)
        assert table.page(who).status_code == 200
    assert table.dispute.third_account_id == table.neighbour.id
    assert table.number == "2026-D-0003"


@pytest.mark.article("33(1)")
def test_desk_records_for_whom_it_was_asked_and_never_for_the_city(table: Table) -> None:
    page = f"/pacts/{table.scene.cast.number}/conciliation"
    assert 'value="city"' not in table.enter(table.desk).get(page).text
    paper = {"on_behalf": "third", "received_on": "2026-04-15", "third_name": "Vico Vicino"}
    refused = ask(table, table.desk, **paper)
    assert refused.status_code == 422
    assert "Give an address" in refused.text
    assert CANARY in refused.text
    assert ask(table, table.desk, **paper, third_contact="Via Lunga 4").status_code == 302
    recorded = table.dispute
    assert (recorded.asked_by, recorded.author_id) == (Side.THIRD, None)
    assert "Via Lunga 4" in table.page(table.desk).text
    assert "Via Lunga 4" not in table.page(table.lead).text
    assert ask(table, table.desk, **paper | {"on_behalf": "city"}).status_code == 422


@pytest.mark.article("33(2)")
def test_days_of_a_paper_count_from_when_it_came(table: Table) -> None:
    paper = {"on_behalf": "citizens", "received_on": "2026-04-10"}
    assert ask(table, table.desk, **paper).status_code == 302
    assert (table.dispute.requested_on, table.dispute.propose_by) == (
        date(2026, 4, 10),
        date(2026, 5, 10),
    )
    tomorrow = {"on_behalf": "citizens", "received_on": "2026-04-16"}
    assert ask(table, table.desk, **tomorrow).status_code == 409


@pytest.mark.article("33(1)")
def test_what_is_missing_is_said_at_once_and_nothing_is_lost(table: Table) -> None:
    wrong = {"matter": "", "what_happened": " ", "third_name": "Vico"}
    refused = ask(table, table.lead, **wrong)
    assert refused.status_code == 422
    assert wrong_fields(refused) == {"matter-0", "what_happened", "third_email"}
    assert refused.text.count("Art. 33(1)).") == 4  # each in the summary and at its field
    assert CANARY in refused.text
    assert wrong_fields(ask(table, table.lead, third_email="vico@people.example")) == {"third_name"}
    assert wrong_fields(ask(table, table.lead, third_name="V", third_email="v")) == {"third_email"}
    assert wrong_fields(ask(table, table.neighbour, what_is_asked="")) == {"what_is_asked"}
    paper = {"on_behalf": "third", "received_on": "2026-04-15", "what_happened": ""}
    assert wrong_fields(ask(table, table.desk, **paper)) == {
        "what_happened", "third_name", "third_email",
    }  # fmt: skip


@pytest.mark.article("33(1)")
def test_the_law_refuses_what_a_form_did_not_ask_for(table: Table) -> None:
    person = Actor(table.lead.id, Role.LEAD)
    for happened, third, missing in (
        (" ", NOBODY, "asked_for"),
        (HAPPENED, Third("Vico Vicino"), "other_named"),
        (HAPPENED, Third(email="vico@people.example"), "other_named"),
    ):
        asking = Asking(Side.CITIZENS, Matter.PACT, happened, ASKED, third)
        with pytest.raises(Unlawful) as refusal:
            request(table.pact, person, asking)
        assert [obstacle.name for obstacle in refusal.value.obstacles] == [missing]


@pytest.mark.article("33(1)")
def test_third_party_is_nobody_of_either_side(table: Table) -> None:
    named = {"third_name": "A friend", "third_email": table.manager.email.upper()}
    refused = ask(table, table.lead, **named)
    assert refused.status_code == 409
    assert "belongs to one of the two sides" in refused.text


@pytest.mark.article("33(1)")
def test_invited_third_party_enters_with_its_confirmed_address(
    table: Table, person: Callable[..., Account], client: FlaskClient
) -> None:
    table.request_dispute(third=Third("Ugo Utente", "ugo@people.example"))
    (mail,) = table.mails_to("ugo@people.example")
    assert f"/disputes/{table.number}/room" in mail.text
    assert CANARY not in mail.text
    visitor = client.get(f"/disputes/{table.number}/room")
    assert "next=" in visitor.location
    assert client.get(f"/disputes/{table.number}").status_code == 404
    ugo = person("Ugo Utente", "ugo@people.example")
    assert table.page(ugo).status_code == 200
    assert table.number in table.enter(ugo).get("/me/disputes").text
    ugo.confirmed_at = None
    db.session.commit()
    assert table.page(ugo).status_code != 200


@pytest.mark.article("33(1)")
def test_papers_are_read_in_the_room_alone(requested: Table) -> None:
    page = f"/disputes/{requested.number}/papers"
    sent = requested.enter(requested.manager).post(page, data={"papers": [(picture(), "tap.png")]})
    assert sent.status_code == 302, sent.text
    assert "tap.png" in requested.page(requested.lead).text
    for who in (requested.lead, requested.secretary):
        assert requested.enter(who).get(f"{page}/1").mimetype == "image/png"
    for who in (requested.stranger, requested.first, requested.neighbour):
        assert requested.enter(who).get(f"{page}/1").status_code == 404
        assert requested.enter(who).get(page).status_code == 404
    empty = requested.enter(requested.lead).post(page, data={})
    assert empty.status_code == 422


@pytest.mark.article("33(1)")
def test_papers_come_with_the_request(table: Table) -> None:
    answer = ask(table, table.neighbour, papers=[(picture(), "tap.png")])
    assert answer.status_code == 302, answer.text
    assert "tap.png" in table.page(table.manager).text
    sent = {"request_id": "the-same", "papers": [(picture(), "again.png")]}
    assert ask(table, table.neighbour, **sent).status_code == 302
    first, sent["papers"] = table.number, [(picture(), "again.png")]
    assert ask(table, table.neighbour, **sent).status_code == 302
    assert table.number == first  # a second tap asks once
    wrong = ask(table, table.neighbour, papers=[(BytesIO(b"MZ"), "tap.exe")])
    assert wrong.status_code == 422
    assert CANARY in wrong.text


@pytest.mark.article("33(1)")
def test_no_paper_is_added_once_the_attempt_has_ended(requested: Table) -> None:
    requested.takes(requested.lead, "/withdrawal")
    page = f"/disputes/{requested.number}/papers"
    sent = requested.enter(requested.lead).post(page, data={"papers": [(picture(), "tap.png")]})
    assert sent.status_code == 409
    assert "This attempt at conciliation is over" in sent.text
    assert "33(1)" in sent.text


@pytest.mark.article("33(1)")
def test_page_says_what_conciliation_does_not_do(table: Table) -> None:
    number = table.scene.cast.number
    page = table.enter(table.neighbour).get(f"/conciliation?pact={number}").text
    for said in ("It is no court", "It binds nobody", "It suspends nothing", "Nobody has to"):
        assert said in page
    assert f"/pacts/{number}/conciliation" in page
    assert "30 days" in page
    assert table.enter(table.neighbour).get("/conciliation?pact=2099-0001").status_code == 200


@pytest.mark.article("33(1)")
def test_page_of_the_pact_leads_to_it_for_everyone(table: Table, client: FlaskClient) -> None:
    page = f"/pacts/{table.scene.cast.number}"
    for reader in (client, table.enter(table.neighbour), table.enter(table.lead)):
        assert f"/conciliation?pact={table.scene.cast.number}" in reader.get(page).text
    assert "next=" in client.get(f"{page}/conciliation").location
