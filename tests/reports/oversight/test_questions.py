"""Questions of the public: asked, answered, left without an answer, withheld. Art. 3(1)b, 30(3)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import event
from werkzeug.test import TestResponse

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.people.models import Account
from pactregistry.reports.models import Report
from pactregistry.reports.oversight import sweep
from pactregistry.reports.oversight.models import Question
from pactregistry.workflow.states import Role
from tests.pacts.life.scene import Scene
from tests.reports.charts.conftest import half

ASKED_ON = date(2026, 4, 15)
DUE = date(2026, 5, 15)  # thirty days after
WORDS = "Why are the beds near the fountain dry?"


def ask(scene: Scene, who: Account, text: str = WORDS, **more: object) -> TestResponse:
    form = {"about": "pact", "text": text, **more}
    return scene.enter(who).post(f"/pacts/{scene.cast.number}/questions/new", data=form)


def the_question() -> Question:
    db.session.expire_all()
    return db.session.scalars(db.select(Question)).one()


def at_desk(scene: Scene, act: str, who: Account | None = None, **form: object) -> TestResponse:
    question = the_question()
    today = settings().today().isoformat()
    data = {"version": question.version, "occurred_on": today, **form}
    browser = scene.enter(who or scene.cast.desk)
    return browser.post(f"/desk/questions/{question.id}/{act}", data=data)


@pytest.fixture
def asked(scene: Scene) -> Scene:
    assert ask(scene, scene.cast.stranger).status_code == 302
    return scene


@pytest.mark.article("3(1)b", "30(3)")
def test_a_question_and_its_answer_are_public_and_told(asked, client):
    page = f"/questions/{the_question().id}"
    assert WORDS in client.get(page).text
    assert WORDS in client.get("/questions/?progress=waiting").text
    assert "rino.passante" not in client.get(page).text
    assert [m.to_address for m in asked.mails("A question on pact")] == [asked.cast.desk.email]
    asked.clock.go(DUE)
    assert at_desk(asked, "answer", text="  ").status_code == 409
    assert at_desk(asked, "answer", text="The main is mended on Monday.").status_code == 302
    assert "The main is mended on Monday." in client.get(page).text
    assert "answered after 30 days" in client.get(page).text
    assert "late" not in client.get(page).text
    told = {mail.to_address for mail in asked.mails("The City answered")}
    assert told == {asked.cast.stranger.email, asked.cast.lead.email}
    assert at_desk(asked, "addition", text="It was mended.").status_code == 302
    assert "The main is mended on Monday." in client.get(page).text
    assert "It was mended." in client.get(page).text
    assert at_desk(asked, "answer", text="Again").status_code == 409


@pytest.mark.article("3(1)b", "34(1)")
@pytest.mark.parametrize(("day", "late"), [(DUE, False), (DUE + timedelta(days=1), True)])
def test_the_silence_of_the_city_is_public_from_the_day_after_the_term(asked, client, day, late):
    asked.clock.go(day)
    days = (day - ASKED_ON).days
    for page in (f"/questions/{the_question().id}", "/questions/"):
        text = client.get(page).text
        assert f"waiting for {days} days" in text
        assert ("1 day late" in text) is late
    assert (WORDS in client.get("/questions/?progress=late").text) is late
    assert ("beyond the term" in client.get(f"/pacts/{asked.cast.number}").text) is late


@pytest.mark.article("3(1)b")
def test_the_desk_is_reminded_before_the_term_and_once_after(asked):
    before, after = "A question on pact 2026-0001 waits", "Late: a question"

    def swept(day: date) -> tuple[int, int]:
        asked.clock.go(day)
        db.session.commit()
        sweep.run(settings().now())
        sweep.run(settings().now())
        return len(asked.mails(before)), len(asked.mails(after))

    assert swept(DUE - timedelta(days=8)) == (0, 0)
    assert swept(DUE - timedelta(days=7)) == (1, 0)
    assert swept(DUE) == (1, 0)
    assert swept(DUE + timedelta(days=1)) == (1, 2)  # the desk and the managing officer
    assert swept(DUE + timedelta(days=40)) == (1, 2)


@pytest.mark.article("11(8)", "3(1)b")
def test_who_asked_or_takes_part_does_not_answer_for_the_city(scene, person):
    cast = scene.cast
    cast.lead.holdings = [*person("Altra Sportello", roles=[(Role.DESK, "commons")]).holdings]
    assert ask(scene, cast.stranger).status_code == 302
    refused = at_desk(scene, "answer", who=cast.lead, text="All is well.")
    assert refused.status_code == 409
    assert "Who takes part in the pact does not answer for the City." in refused.text
    assert "All is well." in refused.text


def test_a_question_needs_words_a_name_and_a_public_pact(scene, person):
    nameless = person("Senza Nome")
    nameless.public_name = ""
    refused = ask(scene, nameless)
    assert refused.status_code == 409
    assert "A public name is missing" in refused.text
    assert WORDS in refused.text
    assert ask(scene, scene.cast.stranger, text=" ").status_code == 409
    assert ask(scene, scene.cast.stranger, about="report").status_code == 422
    scene.takes(scene.cast.desk, "withholding", reason="A name stands in it.")
    missing = scene.enter(scene.cast.stranger).get("/pacts/2026-9999/questions/new")
    hidden = scene.enter(scene.cast.stranger).get("/pacts/2026-0001/questions/new")
    assert hidden.status_code == missing.status_code == 404
    assert db.session.scalars(db.select(Question)).all() == []


def test_many_questions_at_once_wait(scene):
    for number in range(5):
        assert ask(scene, scene.cast.stranger, f"{number}?").status_code == 302
    flood = ask(scene, scene.cast.stranger, "One more?")
    assert flood.status_code == 429
    assert "One more?" in flood.text


@pytest.mark.article("3(1)b")
def test_what_should_not_be_public_is_withheld_and_its_reason_too(asked, client):
    question = the_question()
    page = f"/questions/{question.id}"
    assert at_desk(asked, "withholding", reason="It names Anna Rossi-Finta.").status_code == 302
    gone = client.get(page)
    assert gone.status_code == 410
    assert WORDS not in gone.text
    assert "Rossi-Finta" not in gone.text
    assert WORDS not in client.get("/questions/").text
    assert WORDS not in client.get("/data/questions.json").text
    assert "Rossi-Finta" in asked.enter(asked.cast.stranger).get(page).text
    reason = "Looked at again: no name in it."
    denied = at_desk(asked, "restoration", reason=reason)
    assert denied.status_code == 403
    back = at_desk(asked, "restoration", who=asked.cast.manager, reason=reason)
    assert back.status_code == 302
    assert WORDS in client.get(page).text
    assert [e.step for e in history("question", question.id)] == ["ask", "withhold", "restore"]


def test_where_the_city_reads_first_a_question_waits_to_be_read(scene, app, client):
    here = app.config["SETTINGS"]
    switches = {**here.city.switches, "moderate_before": True}
    app.config["SETTINGS"] = replace(here, city=replace(here.city, switches=switches))
    assert ask(scene, scene.cast.stranger).status_code == 302
    page = f"/questions/{the_question().id}"
    assert client.get(page).status_code == 404
    assert WORDS not in client.get("/questions/").text
    assert WORDS in scene.enter(scene.cast.stranger).get(page).text
    shelf = scene.enter(scene.cast.desk).get("/desk/questions?shelf=to_read")
    assert WORDS in shelf.text
    assert at_desk(scene, "showing").status_code == 302
    assert WORDS in client.get(page).text


def test_the_desk_records_what_came_by_telephone(scene, client):
    form = {"public_author": "A neighbour", "received_on": "2026-04-10"}
    assert ask(scene, scene.cast.desk, **form).status_code == 302
    question = the_question()
    assert question.author_id is None
    assert question.answer_by == date(2026, 5, 10)
    assert "A neighbour" in client.get(f"/questions/{question.id}").text
    later = ask(scene, scene.cast.desk, **{**form, "received_on": "2026-04-16"})
    assert later.status_code == 409
    assert "lies in the future" in later.text


def test_anyone_tells_the_office_of_a_question_that_should_not_stand(asked, client):
    page = f"/questions/{the_question().id}/report"
    assert client.post(page, data={"reason": ""}).status_code == 422
    assert client.post(page, data={"reason": "It insults."}).status_code == 302
    assert len(asked.mails("A reader reported")) == 1
    shelf = asked.enter(asked.cast.desk).get("/desk/questions?shelf=told_of")
    assert "reported 1 time" in shelf.text
    assert at_desk(asked, "keeping").status_code == 302
    assert the_question().reports == 0
    assert asked.enter(asked.cast.stranger).get("/desk/questions").status_code == 403


@pytest.mark.article("9(2)", "3(1)b")
def test_questions_are_open_data_without_anything_private(asked, client):
    record = client.get("/data/questions.json").json["questions"][0]
    assert record["text"] == WORDS
    assert record["answer"] is None
    assert record["days"] == 0
    assert "rino.passante" not in str(record)
    assert WORDS in client.get("/data/questions.csv").text


@pytest.mark.article("30(3)", "3(1)b")
def test_a_question_may_be_about_a_public_report(scene, reported, client):
    report = reported(scene.pact, half(2026, 1), hours_volunteer=Decimal(12))
    number = report.number
    page = client.get(f"/reports/{number}")
    assert "Nobody has asked the City anything yet." in page.text
    assert ask(scene, scene.cast.stranger, about="report", report="2026-R-9999").status_code == 422
    answer = ask(scene, scene.cast.stranger, about="report", report=number)
    assert answer.status_code == 302, answer.text
    assert "1 question to the City" in client.get(f"/reports/{number}").text
    assert f'href="/reports/{number}"' in client.get(f"/questions/{the_question().id}").text
    assert client.get("/data/questions.json").json["questions"][0]["report"] == number
    db.session.get_one(Report, report.id).withheld = True
    db.session.commit()
    assert f'href="/reports/{number}"' not in client.get(f"/questions/{the_question().id}").text


def test_lists_ask_the_database_the_same_however_long_they_are(scene, client):
    def asked_of_the_database(page: str) -> int:
        seen: list[str] = []

        def note(*given: object) -> None:
            seen.append(str(given[2]))

        event.listen(db.engine, "before_cursor_execute", note)
        assert client.get(page).status_code == 200
        event.remove(db.engine, "before_cursor_execute", note)
        return len(seen)

    pages = ("/questions/", "/pacts/2026-0001/questions", "/pacts/2026-0001")
    ask(scene, scene.cast.stranger, "The first?")
    few = [asked_of_the_database(page) for page in pages]
    for number in range(4):
        ask(scene, scene.cast.stranger, f"{number}?")
    assert [asked_of_the_database(page) for page in pages] == few
