"""A new regulation enters into force: files stay, move or their author is asked. Art. 36(1)."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.pacts.queries import latest_version
from pactregistry.proposals import sweep
from pactregistry.workflow.clocks import ClockState
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.procedure import OpenProposals, Transition
from tests.packs.conftest import Under
from tests.packs.walk import Walk

ENTRY = date(2026, 3, 10)
Change = Callable[..., None]

pytestmark = pytest.mark.article("36(1)")


@pytest.fixture
def entering(walk: Walk, under: Under, change: Change) -> Callable[..., None]:
    """Lecco's text follows on 10 March: `entering(OpenProposals.MOVE)`."""

    def enter(rule: OpenProposals, term: str = "") -> None:
        pack: Pack = walk.settings.packs["lecco"]
        text = {"it": "x", "en": "The new text applies.", "es": "x"}
        change("lecco", transition=Transition(open_proposals=rule, text=text, term=term))
        under("bologna-2014", (pack.id, ENTRY))

    return enter


def sweep_on(walk: Walk, day: date) -> None:
    walk.clock.go(day)
    db.session.commit()
    for _ in range(2):
        sweep.run(walk.settings.now())


def mails(subject: str) -> list[str]:
    query = db.select(Mail.to_address).where(Mail.subject.contains(subject))
    return sorted(db.session.scalars(query))


def test_open_proposals_stay_where_the_text_says_so(
    walk: Walk, entering: Callable[..., None]
) -> None:
    entering(OpenProposals.STAY)
    number = walk.propose()
    sweep_on(walk, ENTRY)
    assert walk.proposal(number).pack_id == "bologna-2014"
    assert [entry.step for entry in walk.entries(number)] == ["draft", "submit"]
    page = walk.enter(walk.resident).get(f"/proposals/{number}/regulation")
    assert "No new regulation in force offers this file" in page.text


def test_open_proposals_move_on_the_day_and_not_before(
    walk: Walk, entering: Callable[..., None], client: FlaskClient
) -> None:
    entering(OpenProposals.MOVE)
    number = walk.propose()
    sweep_on(walk, date(2026, 3, 9))
    assert walk.proposal(number).pack_id == "bologna-2014"
    sweep_on(walk, date(2026, 3, 12))  # late: the day of entry counts all the same
    proposal, entries = walk.proposal(number), walk.entries(number)
    assert (proposal.pack_id, proposal.pack_version, proposal.state) == ("lecco", "1", "submitted")
    assert [entry.step for entry in entries] == ["draft", "submit", "change_pack"]
    moved = entries[-1]
    assert (moved.occurred_on, moved.by_role, moved.pack_id) == (ENTRY, "clock", "lecco")
    assert moved.facts["from"] == {"id": "bologna-2014", "version": "1"}
    assert mails("new regulation applies") == [walk.desk.email, walk.resident.email]
    sheet = client.get(f"/proposals/{number}").text
    assert "The file goes on under the regulation now in force" in sheet
    assert walk.settings.packs["lecco"].title["en"] in sheet


def test_terms_that_were_announced_stay_as_they_were(
    walk: Walk, entering: Callable[..., None]
) -> None:
    entering(OpenProposals.MOVE)
    number = walk.propose()
    assert walk.open_inquiry(number).status_code == 302
    before = walk.proposal(number)
    told = (before.announced_days, before.comments_from, before.comments_until)
    due = walk.clock_on(number, date(2026, 3, 9)).due
    sweep_on(walk, ENTRY)
    after = walk.proposal(number)
    assert (after.pack_id, after.pact_kind) == ("lecco", "")
    assert (after.announced_days, after.comments_from, after.comments_until) == told
    assert walk.clock_on(number, date(2026, 3, 20)).due == due
    # What comes from now on follows the new text.
    assert "Kind of pact" in walk.enter(walk.desk).get(f"/desk/proposals/{number}").text


def test_before_anything_was_announced_the_new_terms_apply(
    walk: Walk, entering: Callable[..., None]
) -> None:
    entering(OpenProposals.MOVE)
    number = walk.propose()
    assert walk.clock_on(number, date(2026, 3, 9)).state is ClockState.UNANNOUNCED
    sweep_on(walk, ENTRY)
    assert walk.clock_on(number, ENTRY).due == date(2026, 4, 1)


@pytest.mark.parametrize(("day", "status"), [(date(2026, 4, 9), 302), (date(2026, 4, 10), 409)])
def test_an_author_who_is_asked_chooses_within_the_term(
    walk: Walk, entering: Callable[..., None], day: date, status: int
) -> None:
    entering(OpenProposals.ASK, "insist")  # 30 days in this city
    number = walk.propose()
    sweep_on(walk, ENTRY)
    assert mails("you may choose") == [walk.resident.email]
    assert walk.proposal(number).pack_id == "bologna-2014"
    walk.clock.go(day)
    address = f"/proposals/{number}/regulation"
    own = walk.enter(walk.resident).get(f"/me/proposals/{number}").text
    assert (address in own) is (status == 302)
    assert walk.enter(walk.neighbour).get(address).status_code == 404
    stale = walk.enter(walk.resident).post(address, data={"version": 1})
    assert stale.status_code == 409
    assert walk.post(walk.resident, address, number).status_code == status
    assert walk.proposal(number).pack_id == ("lecco" if status == 302 else "bologna-2014")


def test_a_pact_and_an_ended_file_always_stay(walk: Walk, entering: Callable[..., None]) -> None:
    entering(OpenProposals.MOVE)
    number = walk.propose()
    address = f"/proposals/{number}/withdrawal"
    assert walk.post(walk.resident, address, number, text="").status_code == 302
    sweep_on(walk, ENTRY)
    assert walk.proposal(number).pack_id == "bologna-2014"


def test_a_correction_of_the_wording_leaves_files_where_they_are(
    walk: Walk, under: Under, change: Change, client: FlaskClient
) -> None:
    under("bologna-2014")
    number = walk.propose()
    walk.open_inquiry(number)
    pack = walk.settings.packs["bologna-2014"]
    change(pack.id, version="1.1", corrects="1")
    assert walk.proposal(number).pack_version == "1"
    page = client.get(f"/proposals/{number}").text
    assert "version 1, as corrected by 1.1" in page
    assert "It corrects the wording of version 1" in client.get("/regulation/").text


def test_the_city_s_regulations_are_listed_with_their_periods(
    walk: Walk, under: Under, client: FlaskClient
) -> None:
    number = walk.propose()
    under("bologna-2014", ("lecco", ENTRY))
    coming = client.get("/regulation/lecco/").text
    assert "Not in force yet: from 10 March 2026" in coming
    walk.clock.go(ENTRY)
    page = client.get("/regulation/").text
    assert walk.settings.packs["lecco"].title["en"] in page
    assert "until 9 March 2026" in page
    assert '/proposals/?pack=bologna-2014">1 proposal' in page
    assert number in client.get("/proposals/?pack=bologna-2014").text
    assert number not in client.get("/proposals/?pack=lecco").text
    old = client.get("/regulation/bologna-2014/").text
    assert "No longer in force here: since 10 March 2026" in old
    assert "/regulation/bologna-2014/11" in old


def test_articles_of_another_text_have_their_pages(client: FlaskClient) -> None:
    kinds = client.get("/regulation/lecco/6").text
    assert "Art. 7 in the text of Comune di Lecco" in kinds
    inherited = client.get("/regulation/lecco/33").text
    assert "Taken over from the model text" in inherited
    assert "Taken over" not in client.get("/regulation/33").text
    assert "Not in use in this city" in client.get("/regulation/lecco/").text
    for address in ("/regulation/atlantis/", "/regulation/atlantis/1", "/regulation/lecco/37"):
        assert client.get(address).status_code == 404


@pytest.mark.article("6(1)", "11(9)")
def test_a_pact_that_came_over_without_a_kind_is_given_one_before_it_is_frozen(
    walk: Walk, entering: Callable[..., None]
) -> None:
    entering(OpenProposals.MOVE)
    number = walk.propose()
    walk.open_inquiry(number)
    sweep_on(walk, ENTRY)
    walk.clock.go(date(2026, 3, 18))
    assert walk.accept(number).status_code == 302
    pact = walk.pact(number)
    form = {"version": latest_version(pact).version}
    answer = walk.enter(walk.desk).post(f"/pacts/{pact.number}/freezing", data=form)
    assert answer.status_code == 409
    assert "The kind of pact is not chosen" in answer.text
    address = f"/pacts/{pact.number}/codesign/kind"
    assert walk.enter(walk.resident).get(address).status_code == 403
    desk = walk.enter(walk.desk)
    assert desk.post(address, data={**form, "pact_kind": "Z"}).status_code == 422
    assert desk.post(address, data={**form, "pact_kind": "B"}).status_code == 302
    assert walk.pact(number).pact_kind == "B"
    walk.agree_and_freeze(number)
    assert walk.sign(number, walk.resident).status_code == 409  # the executive has not approved
