"""That it was done, was not, must not be: one tap, a photograph, reasons, one question."""

import io
from collections import Counter
from datetime import date

import pytest
from PIL import Image
from sqlalchemy import select

from pactregistry.commons.modules import sweep
from pactregistry.database import db
from pactregistry.notices.models import Mail
from tests.commons.modules.scene import SATURDAY, CareScene
from tests.conftest import SetClock

LONG_REASON = "A market stands on the square on that day and no paint may be open beside food. " * 2


def picture() -> tuple[io.BytesIO, str]:
    content = io.BytesIO()
    Image.new("RGB", (20, 20), "green").save(content, "PNG")
    content.seek(0)
    return content, "bench.png"


@pytest.fixture
def announced(care: CareScene) -> CareScene:
    """The resident's activity on 14 March."""
    care.module()
    care.announce(public_author="Rita R.")
    return care


@pytest.mark.article("12(2)")
def test_done_in_one_tap_on_its_day_and_not_before(announced: CareScene, clock: SetClock) -> None:
    clock.go(date(2026, 3, 13))
    assert announced.done().status_code == 409
    clock.go(SATURDAY)
    page = f"/activities/{announced.activity().number}"
    assert "Say that it is done" in announced.as_(announced.resident).get(page).text
    assert announced.done().status_code == 302
    activity = announced.activity()
    assert (activity.done_on, activity.items_done, activity.people_came) == (SATURDAY, 2, 1)
    public = announced.as_(None).get(page).text
    assert "Rita R." in public
    assert "Rita Residente" not in public


@pytest.mark.parametrize(
    ("day", "status"),
    [(date(2026, 3, 1), 409), (date(2026, 3, 2), 302), (date(2026, 3, 21), 409)],
)
def test_the_day_may_be_corrected_but_lies_between_authorisation_and_today(
    announced: CareScene, clock: SetClock, day: date, status: int
) -> None:
    clock.go(date(2026, 3, 20))
    assert announced.done(done_on=day).status_code == status


def test_place_count_and_hours_can_be_corrected(announced: CareScene, clock: SetClock) -> None:
    clock.go(SATURDAY)
    answer = announced.done(
        place="Via Lunga", items_done=1, people_came=4, hours="6.5", told="One bench was gone."
    )
    assert answer.status_code == 302
    activity = announced.activity()
    assert (activity.place_name, activity.items_done, activity.people_came) == ("Via Lunga", 1, 4)
    shown = announced.as_(None).get(f"/activities/{activity.number}").text
    assert "One bench was gone." in shown
    assert "6.5" in shown


def test_a_photograph_only_with_consent_and_only_a_picture(
    announced: CareScene, clock: SetClock
) -> None:
    clock.go(SATURDAY)
    assert announced.done(photograph=picture()).status_code == 422
    paper = (io.BytesIO(b"hello"), "paper.txt")
    assert announced.done(photograph=paper, photograph_allowed="y").status_code == 422
    assert announced.activity().state == "authorised"
    assert announced.done(photograph=picture(), photograph_allowed="y").status_code == 302
    number = announced.activity().number
    shown = announced.as_(None).get(f"/activities/{number}/photograph")
    assert shown.status_code == 200
    assert shown.mimetype == "image/png"
    # People give their files names of people: everyone reads one that tells nothing.
    assert f'filename="activity-{number}.png"' in shown.headers["Content-Disposition"]


def test_others_cannot_say_that_it_is_done(announced: CareScene, clock: SetClock) -> None:
    clock.go(SATURDAY)
    assert announced.done(by=announced.neighbour).status_code == 404
    assert announced.done(by=announced.desk).status_code == 403
    assert announced.done(version=0).status_code == 409  # a form that is too old


@pytest.mark.article("3(1)i")
def test_its_author_cancels_without_a_reason(announced: CareScene) -> None:
    activity = announced.activity()
    page = f"/activities/{activity.number}/cancellation"
    data = {"version": activity.version}
    assert announced.as_(announced.neighbour).post(page, data=data).status_code == 404
    assert announced.as_(announced.resident).post(page, data=data).status_code == 302
    assert announced.activity().state == "cancelled"
    assert announced.as_(None).get(f"/activities/{activity.number}").status_code == 404


@pytest.mark.article("10(3)")
@pytest.mark.parametrize(
    ("reason", "status"), [("for technical reasons", 409), ("", 409), (LONG_REASON, 302)]
)
def test_the_city_stops_with_reasons_only(announced: CareScene, reason: str, status: int) -> None:
    activity = announced.activity()
    typed = {"version": activity.version, "occurred_on": "2026-03-02", "texts-0": reason}
    page = f"/activities/{activity.number}/stop"
    assert announced.as_(announced.resident).get(page).status_code == 403
    answer = announced.as_(announced.desk).post(page, data=typed)
    assert answer.status_code == status
    told = db.session.scalars(select(Mail).where(Mail.subject.contains("stopped"))).all()
    assert [mail.to_address for mail in told] == (
        [announced.resident.email] if status == 302 else []
    )
    assert all("administrative court" in mail.text for mail in told)


@pytest.mark.article("12(2)")
def test_who_says_nothing_is_asked_once_and_it_never_becomes_done_by_itself(
    announced: CareScene, clock: SetClock
) -> None:
    def asked_on(day: date) -> Counter[str]:
        clock.go(day)
        before = db.session.scalars(select(Mail.id)).all()
        for _ in range(2):
            sweep.run(announced.settings.now())
        mails = db.session.scalars(select(Mail)).all()
        return Counter(mail.to_address for mail in mails if mail.id not in before)

    assert asked_on(date(2026, 3, 20)) == {}
    assert asked_on(date(2026, 3, 21)) == {announced.resident.email: 1}
    assert asked_on(date(2026, 3, 22)) == {}
    assert asked_on(date(2027, 3, 22)) == {}
    assert announced.activity().state == "authorised"
    desk = announced.as_(announced.desk)
    assert announced.activity().number in desk.get("/desk/activities/?shelf=unreported").text
    assert announced.activity().number not in desk.get("/desk/activities/").text


@pytest.mark.article("3(1)b")
def test_what_should_not_have_been_public_is_withheld_and_shown_again(
    announced: CareScene, clock: SetClock
) -> None:
    clock.go(SATURDAY)
    announced.done(told="The telephone of somebody")
    activity = announced.activity()
    page = f"/activities/{activity.number}"
    typed = {"version": activity.version, "reason": "A telephone number stands there."}
    announced.as_(announced.desk).post(f"{page}/withholding", data=typed)
    hidden = announced.as_(None).get(page)
    assert hidden.status_code == 410
    assert "telephone of somebody" not in hidden.text
    assert "telephone number" not in hidden.text
    assert "Giardino" not in announced.as_(None).get("/care").text
    typed = {"version": announced.activity().version, "reason": "It was taken out."}
    assert announced.as_(announced.desk).post(f"{page}/restoration", data=typed).status_code == 403
    announced.as_(announced.manager).post(f"{page}/restoration", data=typed)
    assert announced.as_(None).get(page).status_code == 200


def test_ones_own_activities_and_how_they_stand(announced: CareScene) -> None:
    browser = announced.as_(announced.resident)
    assert announced.activity().number in browser.get("/me/activities").text
    assert (
        announced.activity().number
        not in announced.as_(announced.neighbour).get("/me/activities").text
    )
