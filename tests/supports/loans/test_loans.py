"""Loans: stock and days at their limits, return, loss, lending on, who may. Art. 22."""

from datetime import date

import pytest
from sqlalchemy import select, text

from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.notices.models import Mail
from pactregistry.supports.loans import reading, sweep
from pactregistry.supports.loans.models import Thing
from tests.commons.modules.conftest import care
from tests.commons.modules.scene import KEY, SATURDAY, CareScene
from tests.conftest import SetClock

__all__ = ["care"]


@pytest.fixture
def lent(care: CareScene, clock: SetClock) -> CareScene:
    """Two of four brushes are out with the resident since 13 March, due on 21 March."""
    things = care.stock(brushes=4)
    care.module(**{f"kit_{things['brushes']}": 2})
    care.announce(wants_kit="y")
    clock.go(date(2026, 3, 13))
    step(care, "hand-over", condition="new")
    return care


def step(care: CareScene, path: str, by: str = "desk", **typed: object) -> object:
    """Send the form of a step of the latest loan, opened now."""
    loan = care.loan()
    data = {"version": loan.version, "occurred_on": care.settings.today(), **typed}
    return care.as_(getattr(care, by)).post(f"/loans/{loan.number}/{path}", data=data)


def brushes() -> int:
    """How many brushes the City has."""
    db.session.expire_all()
    return db.session.scalars(select(Thing.quantity)).one()


@pytest.mark.article("22(1)")
@pytest.mark.parametrize(
    ("day", "status"),
    [
        (SATURDAY, 409),  # four brushes, of which two are kept twice already
        (date(2026, 3, 23), 409),  # fetched from 21 March, when the others come back only
        (date(2026, 3, 24), 302),  # fetched from 22 March
    ],
)
def test_what_is_kept_for_others_is_not_promised_again(
    care: CareScene, day: date, status: int
) -> None:
    things = care.stock(brushes=4)
    care.module(**{f"kit_{things['brushes']}": 2})
    care.announce(wants_kit="y", place="Via Lunga")
    care.announce(wants_kit="y", by=care.neighbour)
    answer = care.announce(wants_kit="y", place="Campo Stella", happens_on=day, note="kept")
    assert answer.status_code == status
    if status == 409:
        assert "brushes: 0 of 2 free, enough from 22 March 2026" in answer.text
        assert "kept" in answer.text
        assert "bring your own" in answer.text
        assert care.announce(place="Campo Stella", happens_on=day).status_code == 302


def test_more_than_there_is_has_no_day(care: CareScene) -> None:
    things = care.stock(brushes=1)
    care.module(**{f"kit_{things['brushes']}": 2})
    answer = care.announce(wants_kit="y")
    assert answer.status_code == 409
    assert "brushes: 1 of 2 free." in answer.text
    assert care.activities() == 0


@pytest.mark.article("22(2)")
@pytest.mark.parametrize(
    ("day", "mails"),
    [
        (date(2026, 3, 18), []),
        (date(2026, 3, 19), ["To be brought back by 21 March 2026: 2026-L-0001"]),
        (date(2026, 3, 21), ["To be brought back by 21 March 2026: 2026-L-0001"]),
        (date(2026, 3, 22), ["Overdue since 21 March 2026: 2026-L-0001"]),
    ],
)
def test_reminded_before_the_last_day_and_warned_after_it(
    lent: CareScene, clock: SetClock, day: date, mails: list[str]
) -> None:
    clock.go(day)
    known = db.session.scalars(select(Mail.id)).all()
    for _ in range(2):
        sweep.run(lent.settings.now())
    found = db.session.scalars(select(Mail).where(Mail.id.not_in(known))).all()
    assert [m.subject for m in found if m.to_address == lent.resident.email] == mails
    late = day > date(2026, 3, 21)
    assert (lent.desk.email in {mail.to_address for mail in found}) is late
    shown = lent.as_(lent.resident).get("/me/loans").text
    assert ("Overdue by 1 day" in shown) is late
    assert lent.loan().state == "lent"  # overdue is computed, never a state


@pytest.mark.article("22(2)")
def test_what_comes_back_is_free_and_what_does_not_leaves_the_stock(
    lent: CareScene, clock: SetClock
) -> None:
    clock.go(date(2026, 3, 23))
    line = lent.loan().lines[0].id
    too_many = step(lent, "return", condition="clean", **{f"came_back_{line}": 3})
    assert too_many.status_code == 422
    back = step(lent, "return", condition="one is broken", **{f"came_back_{line}": 1})
    assert back.status_code == 302
    loan = lent.loan()
    assert (loan.state, loan.ended_on) == ("returned", date(2026, 3, 23))
    assert history("loan", loan.id)[-1].facts["missing"] == {"brushes": 1}
    assert history("loan", loan.id)[-1].facts["late_days"] == 2
    assert brushes() == 3


def test_a_return_without_its_state_warns_only(lent: CareScene) -> None:
    line = lent.loan().lines[0].id
    assert step(lent, "return", **{f"came_back_{line}": 2}).status_code == 302
    assert history("loan", lent.loan().id)[-1].warnings == ["condition_stated"]
    assert brushes() == 4


def test_what_is_lost_needs_a_reason_and_leaves_the_stock(lent: CareScene) -> None:
    assert step(lent, "loss", reason="").status_code == 409
    assert step(lent, "loss", reason="Stolen from the cellar.").status_code == 302
    assert lent.loan().state == "lost"
    assert brushes() == 2


@pytest.mark.parametrize(
    ("until", "status"), [("2026-03-21", 422), ("2026-03-22", 302), ("never", 422)]
)
def test_prolonged_to_a_later_day_only(lent: CareScene, until: str, status: int) -> None:
    assert step(lent, "prolongation", until=until).status_code == status
    assert lent.loan().due_on == date(2026, 3, 22 if status == 302 else 21)


def test_prolonging_what_others_wait_for_warns(lent: CareScene) -> None:
    lent.announce(wants_kit="y", happens_on=date(2026, 3, 24), place="Via Lunga")
    lent.announce(wants_kit="y", happens_on=date(2026, 3, 24), by=lent.neighbour)
    number = "2026-L-0001"
    seen = {"version": 2, "until": "2026-04-30"}
    assert lent.as_(lent.desk).post(f"/loans/{number}/prolongation", data=seen).status_code == 302
    assert history("loan", 1)[-1].warnings == ["in_stock"]


@pytest.mark.article("22(3)")
def test_lending_on_without_leave_is_noted_and_told(lent: CareScene) -> None:
    typed = {"to_name": "Ugo Anziano", "what": "a brush", "until": "2026-03-20"}
    late = step(lent, "sub-loan", by="resident", **typed | {"until": "2026-03-22"})
    assert late.status_code == 422
    assert step(lent, "sub-loan", by="resident", **typed).status_code == 302
    loan = lent.loan()
    assert loan.sub_loans[0].to_name == "Ugo Anziano"
    assert history("loan", loan.id)[-1].warnings == ["sub_loan_allowed"]
    assert "Ugo" not in str(history("loan", loan.id)[-1].facts)
    assert "Ugo Anziano" in lent.as_(lent.desk).get(f"/loans/{loan.number}").text


def test_the_kit_is_free_again_when_the_activity_is_cancelled(care: CareScene) -> None:
    things = care.stock(brushes=2)
    care.module(**{f"kit_{things['brushes']}": 2})
    care.announce(wants_kit="y")
    activity = care.activity()
    data = {"version": activity.version}
    care.as_(care.resident).post(f"/activities/{activity.number}/cancellation", data=data)
    assert care.loan().state == "called_off"
    assert care.announce(by=care.neighbour, wants_kit="y").status_code == 302


def test_what_nobody_fetches_is_free_after_its_last_day(care: CareScene, clock: SetClock) -> None:
    things = care.stock(brushes=2)
    care.module(**{f"kit_{things['brushes']}": 2})
    care.announce(wants_kit="y")
    for day, state in ((date(2026, 3, 21), "agreed"), (date(2026, 3, 22), "called_off")):
        clock.go(day)
        sweep.run(care.settings.now())
        assert care.loan().state == state


@pytest.mark.article("10(2)")
def test_a_loan_is_its_borrowers_and_the_desks(lent: CareScene) -> None:
    page = f"/loans/{lent.loan().number}"
    neighbour = lent.as_(lent.neighbour)
    hidden, absent = neighbour.get(page), neighbour.get("/loans/2026-L-9999")
    assert hidden.status_code == absent.status_code == 404
    assert hidden.data.replace(b"0001", b"9999") == absent.data
    assert lent.as_(lent.resident).get(page).status_code == 200
    assert step(lent, "return", by="resident").status_code == 403
    assert step(lent, "calling-off", by="resident").status_code == 409  # it is out already
    assert lent.as_(lent.resident).get("/desk/loans/").status_code == 403


def test_a_loan_at_the_counter(care: CareScene) -> None:
    things = care.stock(rakes=3)
    typed = {
        "borrower_name": "Ugo Anziano",
        "borrower_contact": "Via Lunga 3",
        "purpose": "Leaves",
        "since": "2026-03-02",
        "until": "2026-03-09",
    }
    desk = care.as_(care.desk)
    assert desk.post("/desk/loans/new", data=typed).status_code == 422  # nothing is wanted
    rakes = {f"thing_{things['rakes']}": 4}
    assert desk.post("/desk/loans/new", data=typed | rakes).status_code == 409
    backwards = {"since": "2026-03-10"}
    assert desk.post("/desk/loans/new", data=typed | rakes | backwards).status_code == 422
    rakes = {f"thing_{things['rakes']}": 3}
    answer = desk.post("/desk/loans/new", data=typed | rakes)
    assert "Ugo Anziano" in desk.get(answer.location).text
    assert "0" in desk.get("/desk/things/").text


def test_every_shelf_of_the_desk(lent: CareScene, clock: SetClock) -> None:
    desk = lent.as_(lent.desk)
    for shelf, there in (
        ("lent", True),
        ("overdue", False),
        ("ended", False),
        ("", True),
        ("odd", True),
    ):
        page = desk.get(f"/desk/loans/?shelf={shelf}").text
        assert ("2026-L-0001" in page) is there, shelf
    assert desk.get("/desk/loans/?page=2").status_code == 404
    assert f"/modules/{KEY}" not in desk.get("/desk/loans/").text


@pytest.mark.article("22(2)")
def test_the_stock_is_counted_as_it_stands_under_its_lock(care: CareScene) -> None:
    brush = care.stock(brush=10)["brush"]
    seen = reading.thing(brush)
    db.session.execute(text("UPDATE thing SET quantity = 4"))  # by somebody else, meanwhile
    assert reading.things([brush])[brush].quantity == 10
    assert reading.things([brush], lock=True)[brush].quantity == 4
    assert seen.quantity == 4
