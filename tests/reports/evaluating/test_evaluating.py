"""A pact is evaluated with its citizens: confirm, modify, end; effects in words and figures."""

import re
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.reports.evaluating.queries import outcomes
from pactregistry.workflow.states_reports import Outcome, ReportKind
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import Scene
from tests.reports.evaluating.judging import (
    FOUND,
    NUMBER,
    PAGE,
    effect,
    evaluation,
    reported,
)
from tests.supports.giving import lend, stock


def untyped(page: bytes) -> bytes:
    """A page without what a session or an address puts into its forms."""
    return re.sub(rb'value="[^"]*"', b"", page)


@pytest.mark.article("30(8)")
def test_an_evaluation_is_public_with_its_effects(scene: Scene, client: FlaskClient) -> None:
    rows = effect(0) | effect(1, "", sign="", reach="", nature="")
    rows |= effect(2, "Less dust", nature="tangible", reach="direct", value="1.250,5", unit="kg")
    scene.takes(scene.cast.desk, "evaluation", **FOUND, **rows)
    found = evaluation()
    assert [e["text"] for e in found.externalities] == ["Neighbours meet", "Less dust"]
    assert (found.externalities[1]["value"], found.externalities[1]["unit"]) == ("1250.50", "kg")
    assert scene.last().facts == {"outcome": "confirm"}
    assert "citizens_took_part" not in scene.last().warnings
    page = client.get(f"/pacts/{NUMBER}").text
    for told in ("Fewer papers would help", "eleven residents", "Neighbours meet", "1,250.5", "kg"):
        assert told in page
    assert "Il patto è stato valutato" in client.get("/feed.atom").text
    assert scene.mails("The pact was evaluated")


@pytest.mark.article("30(8)")
@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"text": "", "value": "3", "unit": "n"}, "Say in words what the effect is"),
        ({"sign": ""}, "Choose one of the two"),
        ({"value": "3"}, "Say what the figure counts"),
        ({"unit": "kg"}, "Write the figure, or choose no unit"),
        ({"value": "3,5", "unit": "n"}, "at most 0 decimals"),
        ({"value": "-3", "unit": "n"}, "leave out the minus sign"),
        ({"value": "1.234", "unit": "n"}, "two ways"),
        ({"value": "about ten", "unit": "n"}, "not understood"),
    ],
)
def test_a_row_that_cannot_be_keeps_what_was_typed(
    scene: Scene, row: dict[str, str], told: str
) -> None:
    answer = scene.post(scene.cast.desk, "evaluation", **FOUND, **effect(0), **effect(1, **row))
    assert answer.status_code == 422
    assert told in answer.text
    assert 'href="#effects-1-' in answer.text
    assert "eleven residents" in answer.text
    assert evaluation() is None


def test_changes_are_named_and_days_have_passed(scene: Scene) -> None:
    typed = {**FOUND, "outcome": "modify", "met_on": "2026-04-16", "what_changes": " "}
    answer = scene.post(scene.cast.desk, "evaluation", **typed)
    assert answer.status_code == 422
    assert "Say what should change" in answer.text
    assert "lies in the future" in answer.text


def test_another_row_is_asked_for_without_losing_any(scene: Scene) -> None:
    answer = scene.post(scene.cast.desk, "evaluation", **FOUND, **effect(0), more="1")
    assert answer.status_code == 200
    assert 'name="effects-1-text"' in answer.text
    assert "Neighbours meet" in answer.text
    assert evaluation() is None


@pytest.mark.article("30(8)", "34(1)")
def test_an_evaluation_without_reason_is_refused_without_citizens_warned(scene: Scene) -> None:
    bare = {"outcome": "confirm", "reason": ""}
    assert scene.post(scene.cast.desk, "evaluation", **bare).status_code == 409
    page = scene.enter(scene.cast.desk).get(PAGE).text
    assert "how the citizens took part" in page
    scene.takes(scene.cast.desk, "evaluation", **{**bare, "reason": "It went well."})
    assert {"citizens_took_part", "report_accepted"} <= set(scene.last().warnings)


@pytest.mark.article("22(2)", "30(8)")
def test_loans_that_are_out_are_listed_with_their_return(scene: Scene) -> None:
    assert lend(scene, stock("Rakes", 4)) == 302
    page = scene.enter(scene.cast.desk).get(PAGE).text
    assert "Not returned yet" in page
    assert "/loans/2026-L-0001" in page
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    assert "loans_returned" in scene.last().warnings


@pytest.mark.article("30(3)", "30(8)")
def test_the_report_that_counts_is_the_last_one_due_then_the_final_one(scene: Scene) -> None:
    reported(scene, kind=ReportKind.INTERIM, until=date(2026, 10, 14))
    scene.go(date(2026, 10, 13))
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    assert "report_accepted" in scene.last().warnings
    scene.go(date(2026, 10, 14))
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    assert "report_accepted" not in scene.last().warnings
    scene.go(date(2028, 4, 15))
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    assert "report_accepted" in scene.last().warnings
    reported(scene)
    scene.takes(scene.cast.desk, "renewal")
    assert "report_accepted" not in scene.last().warnings


@pytest.mark.article("30(8)")
def test_citizens_write_their_view_and_the_desk_finds_it(scene: Scene, client: FlaskClient) -> None:
    lead = scene.enter(scene.cast.lead)
    assert f"/pacts/{NUMBER}/our-view" in lead.get(f"/pacts/{NUMBER}").text
    empty = lead.post(f"/pacts/{NUMBER}/our-view", data={"text": ""})
    assert empty.status_code == 422
    sent = lead.post(f"/pacts/{NUMBER}/our-view", data={"text": "The hose is too short."})
    assert sent.status_code == 302
    assert scene.mails("Words of the citizens")
    page = scene.enter(scene.cast.desk).get(PAGE).text
    assert page.count("The hose is too short.") == 2  # as it was written, and taken up in the form
    assert "how the citizens took part: " not in page
    assert "The hose is too short." not in client.get(f"/pacts/{NUMBER}").text
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    assert "The hose is too short." not in scene.enter(scene.cast.desk).get(PAGE).text
    assert "The hose is too short." in lead.get("/me/data.json").text


@pytest.mark.article("4(3)", "11(8)", "30(8)")
def test_who_may_evaluate_and_who_may_say_a_view(scene: Scene, client: FlaskClient) -> None:
    cast = scene.cast
    assert client.get(PAGE).status_code in {302, 401}
    assert scene.enter(cast.lead).get(PAGE).status_code == 403
    assert scene.enter(cast.manager).get(PAGE).status_code == 403
    view = f"/pacts/{NUMBER}/our-view"
    missing = scene.enter(cast.stranger).get("/pacts/2026-9999/our-view")
    hidden = scene.enter(cast.stranger).get(view)
    assert (hidden.status_code, untyped(hidden.data)) == (404, untyped(missing.data))
    assert scene.enter(cast.desk).post(view, data={"text": "As the office"}).status_code == 403
    pact = scene.pact
    pact.versions[-1].signatories[0].account_id = cast.desk.id
    db.session.commit()
    answer = scene.post(cast.desk, "evaluation", **FOUND)
    assert answer.status_code == 409
    assert "signed it for the citizens cannot decide" in answer.text


@pytest.mark.article("30(8)", "5(2)m")
def test_each_outcome_leads_on(scene: Scene) -> None:
    desk = scene.enter(scene.cast.desk)
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    assert (
        f"/pacts/{NUMBER}/renewal" in desk.get(f"/pacts/{NUMBER}").text.split('id="evaluation"')[1]
    )
    changed = {**FOUND, "outcome": "modify", "what_changes": "Water is brought by the City."}
    scene.takes(scene.cast.desk, "evaluation", **changed)
    page = desk.get(f"/pacts/{NUMBER}").text.split('id="evaluation"')[1]
    assert f"/pacts/{NUMBER}/amendment" in page
    assert "1 earlier evaluation" in page
    assert "Water is brought by the City." in desk.get(f"/pacts/{NUMBER}/amendment").text
    scene.takes(scene.cast.desk, "evaluation", **{**FOUND, "outcome": "end"})
    manager = scene.enter(scene.cast.manager).get(f"/pacts/{NUMBER}").text
    assert f"/pacts/{NUMBER}/termination" in manager.split('id="evaluation"')[1]
    assert "It ends by itself on its last day, 14 April 2028" in manager
    assert "Water is brought" not in desk.get(f"/pacts/{NUMBER}/amendment").text


@pytest.mark.article("30(8)", "35(2)")
def test_outcomes_are_counted_between_two_days(scene: Scene) -> None:
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    today = settings().today()
    assert outcomes(today, today)[Outcome.CONFIRM] == 1
    assert outcomes(date(2026, 1, 1), date(2026, 4, 14))[Outcome.CONFIRM] == 0
    assert outcomes(today, today)[Outcome.END] == 0
    scene.pact.withheld = True
    assert outcomes(today, today)[Outcome.CONFIRM] == 0


def test_nothing_is_written_before_it_is_time(scene: Scene) -> None:
    scene.go(date(2026, 5, 1))
    scene.takes(scene.cast.desk, "suspension", cause="", reason="A burst main.")
    lead = scene.enter(scene.cast.lead)
    answer = lead.post(f"/pacts/{NUMBER}/our-view", data={"text": "Kept all the same."})
    assert answer.status_code == 409
    assert "Kept all the same." in answer.text
    assert "evaluated while it is active" in answer.text


def test_nobody_is_named_in_public(scene: Scene, client: FlaskClient) -> None:
    scene.enter(scene.cast.lead).post(f"/pacts/{NUMBER}/our-view", data={"text": "We go on."})
    scene.takes(scene.cast.desk, "evaluation", **FOUND)
    for address in (f"/pacts/{NUMBER}", f"/pacts/{NUMBER}.json", "/data/evaluations.json"):
        assert CANARY not in client.get(address).text


@pytest.mark.article("9(2)", "30(8)")
def test_evaluations_are_open_data_with_their_effects(scene: Scene, client: FlaskClient) -> None:
    rows = effect(0, "Less dust", nature="tangible", reach="direct", value="12,5", unit="kg")
    scene.takes(scene.cast.desk, "evaluation", **FOUND, **rows, **effect(1, sign="negative"))
    (told,) = client.get(f"/pacts/{NUMBER}.json").json["evaluations"]
    assert told["outcome"] == "confirm"
    assert told["citizens"]["met_on"] == "2026-04-15"
    assert told["externalities"][0] == {
        "text": "Less dust",
        "sign": "positive",
        "reach": "direct",
        "nature": "tangible",
        "value": "12.50",
        "unit": "kg",
    }
    assert told["externalities"][1]["value"] is None
    (line,) = client.get("/data/evaluations.json").json["evaluations"]
    assert (line["pact"], line["links"]["html"][-11:]) == (NUMBER, "#evaluation")
    assert client.get("/api/v1/evaluations").json["items"] == [line]
    table = client.get("/data/evaluations.csv").text
    assert "Less dust (positive, direct, tangible): 12.50 kg" in table
    scene.pact.withheld = True
    db.session.commit()
    assert client.get("/data/evaluations.json").json["evaluations"] == []
