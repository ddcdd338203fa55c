"""Art. 30: reporting, measuring and evaluating."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry import journal
from pactregistry.config import Settings, settings
from pactregistry.database import db
from pactregistry.pacts.conditions.reporting import agreed_in
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import pact_by_number
from pactregistry.people.models import Account
from pactregistry.reports.models import Report
from pactregistry.reports.scheduling.queries import overdue_figures
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.lifecycle import REPORT
from pactregistry.workflow.states import ReportState, Role
from tests.commons.modules.scene import SATURDAY, CareScene
from tests.conftest import SetClock
from tests.pacts.life.scene import Scene
from tests.proposals.writing import picture
from tests.reports.charts.conftest import half
from tests.reports.evaluating.judging import effect
from tests.reports.reading.sent import sent_report
from tests.reports.scheduling.asking import agree, asked, go
from tests.reports.writing.desk_of import Desk, fall_due
from tests.scenarios.table import Table
from tests.supports.giving import lend, stock

BLOCKS = ("objectives", "actions", "results", "resources")
LAST_DAY = date(2028, 4, 14)


@pytest.mark.article("30(1)", "34(1)")
def test_1_the_city_s_silence_does_not_hide_the_citizens_work() -> None:
    early, due = ReportFacts(term_over=False), ReportFacts(term_over=True)
    with pytest.raises(Unlawful):
        REPORT.take("publish_unexamined", ReportState.SUBMITTED, Role.CLOCK, early)
    step = REPORT.take("publish_unexamined", ReportState.SUBMITTED, Role.CLOCK, due)
    assert step.publishes == "report_published"


@pytest.mark.article("30(1)")
@pytest.mark.parametrize(("days", "over"), [(29, False), (30, False), (31, True)])
def test_1_the_city_has_its_days_to_examine_a_report(
    settings: Settings, days: int, over: bool
) -> None:
    term = settings.city.term(settings.pack, "report_examination")
    sent = date(2028, 5, 2)
    last = last_day(sent, term.value or 0, term.unit)
    assert (sent + timedelta(days=days) > last) is over


@pytest.mark.article("30(2)")
def test_2_how_to_report_is_agreed_in_section_h(scene: Scene, client: FlaskClient) -> None:
    sections = client.get(f"/pacts/{scene.cast.number}.json").json["sections"]
    (reporting,) = [section for section in sections if section["letter"] == "h"]
    assert reporting["text"] == "Tre domande e una fotografia alla scadenza."


@pytest.mark.article("30(3)")
@pytest.mark.parametrize(("days", "in_time"), [(59, True), (60, True), (61, False)])
def test_3_a_final_report_is_due_within_the_city_s_days_after_the_end(
    settings: Settings, days: int, in_time: bool
) -> None:
    term = settings.city.term(settings.pack, "report_after_end")
    assert (term.source, term.reminders) == ("city", (30, 7))
    last = last_day(LAST_DAY, term.value or 0, term.unit)
    assert (LAST_DAY + timedelta(days=days) <= last) is in_time


@pytest.mark.article("30(3)")
@pytest.mark.parametrize(("days", "in_time"), [(29, True), (30, True), (31, False)])
def test_3_an_interim_report_has_the_city_s_days_after_its_period(
    scene: Scene, days: int, in_time: bool
) -> None:
    agree(scene, 6)
    go(scene, date(2026, 10, 16))
    (report,) = asked()
    assert report.due_on is not None
    assert (report.period_to + timedelta(days=days) <= report.due_on) is in_time


@pytest.mark.article("30(3)")
def test_3_reports_fall_due_by_themselves_and_a_return_says_why() -> None:
    assert REPORT.take("schedule", None, Role.CLOCK, ReportFacts()).to is ReportState.DUE
    with pytest.raises(Unlawful):
        REPORT.take("return", ReportState.SUBMITTED, Role.DESK, ReportFacts(reasons=()))
    said = ReportFacts(reasons=("The hours of May are missing.",))
    returned = REPORT.take("return", ReportState.SUBMITTED, Role.DESK, said)
    assert returned.to is ReportState.DRAFTED


@pytest.mark.article("30(4)", "34(1)")
@pytest.mark.parametrize("block", BLOCKS)
def test_4_each_of_the_four_parts_is_asked_for_and_a_gap_only_warns(block: str) -> None:
    facts = ReportFacts(empty_blocks=(block,))
    step = REPORT.take("submit", ReportState.DRAFTED, Role.LEAD, facts)
    assert [obstacle.name for obstacle in step.warnings] == ["blocks_filled"]
    whole = REPORT.take("submit", ReportState.DRAFTED, Role.LEAD, ReportFacts())
    assert not whole.warnings


@pytest.mark.article("30(5)", "30(3)b")
def test_5_figures_have_a_unit_and_an_explanation() -> None:
    bare = ReportFacts(indicators_without_unit=("hours",), figures_unexplained=("hours",))
    sent = REPORT.take("submit", ReportState.DRAFTED, Role.LEAD, bare)
    assert [obstacle.name for obstacle in sent.warnings] == ["units_given"]
    accepted = REPORT.take("accept", ReportState.SUBMITTED, Role.DESK, bare)
    assert [obstacle.name for obstacle in accepted.warnings] == ["figures_explained"]


@pytest.mark.article("30(6)")
def test_6_a_photograph_tells_what_was_done(care: CareScene, clock: SetClock) -> None:
    care.module()
    clock.go(SATURDAY)
    care.announce()
    assert care.done(photograph=picture(), photograph_allowed="y").status_code == 302
    shown = care.as_(None).get(f"/activities/{care.activity().number}/photograph")
    assert shown.mimetype == "image/png"


@pytest.mark.article("30(7)")
@pytest.mark.parametrize("state", [ReportState.SUBMITTED, ReportState.UNEXAMINED])
def test_7_an_accepted_report_is_published_in_the_same_step(state: ReportState) -> None:
    step = REPORT.take("accept", state, Role.DESK, ReportFacts())
    assert (step.to, step.publishes) == (ReportState.ACCEPTED, "report_published")


@pytest.mark.article("30(8)")
def test_8_both_sides_confirm_a_collaboration_by_a_new_pact(scene: Scene) -> None:
    scene.takes(scene.cast.lead, "renewal-request", reason="The street wants to go on.")
    scene.takes(scene.cast.desk, "renewal")
    renewal = pact_by_number("2026-0002")
    assert renewal.predecessor is not None
    assert renewal.predecessor.number == "2026-0001"
    assert renewal.versions[0].sections[0].text == scene.pact.versions[0].sections[0].text
    assert scene.pact.state == "active"  # the pact that is renewed stays as it was


@pytest.mark.article("30(3)b")
@pytest.mark.parametrize(("pacts", "has_median"), [(2, False), (3, True)])
def test_3_figures_are_compared_over_time_and_with_similar_pacts(
    client: FlaskClient,
    make_pact: Callable[..., Pact],
    reported: Callable[..., Report],
    pacts: int,
    has_median: bool,
) -> None:
    pact = make_pact("The flowerbeds")
    reported(pact, half(2024, 1), hours_volunteer=120)
    reported(pact, half(2024, 2))  # nobody reported on it
    reported(pact, half(2025, 1), hours_volunteer=150)
    for number in range(pacts):
        reported(make_pact(f"Garden {number}"), half(2025, 1), hours_volunteer=100)
    page = client.get(f"/pacts/{pact.number}/figures").text
    assert "no report" in page
    assert "270 hours, the sum of 2 reports" in page
    assert (f"Median of {pacts} similar pacts" in page) is has_median
    assert ("Garden 0" in page) is not has_median


@pytest.mark.article("30(5)")
def test_5_figures_stand_in_a_chart_a_table_and_words(
    client: FlaskClient, make_pact: Callable[..., Pact], reported: Callable[..., Report]
) -> None:
    pact = make_pact("The flowerbeds")
    reported(pact, half(2025, 1), people_active=12)
    page = client.get(f"/pacts/{pact.number}/figures").text
    assert '<text class="pr-chart-value"' in page
    assert '<data value="12.00">12</data>' in page
    assert "Different people who took part at least once in the period." in page


@pytest.mark.article("30(8)", "3(1)b")
@pytest.mark.parametrize("outcome", ["confirm", "modify", "end"])
def test_8_effects_are_measured_with_the_citizens_and_all_read_what_follows(
    scene: Scene, client: FlaskClient, outcome: str
) -> None:
    view = "The bench was worth it."
    scene.enter(scene.cast.lead).post(f"/pacts/{scene.cast.number}/our-view", data={"text": view})
    found = {"outcome": outcome, "reason": "The street is used more.", "what_changes": "Water."}
    better = effect(0, "Children play there", value="14", unit="n", nature="tangible")
    worse = effect(1, "Noise in the evening", sign="negative")
    scene.takes(scene.cast.desk, "evaluation", **found, **better, **worse, citizens_view=view)
    told = client.get(f"/pacts/{scene.cast.number}.json").json["evaluations"][0]
    assert (told["outcome"], told["citizens"]["view"]) == (outcome, view)
    assert [e["sign"] for e in told["externalities"]] == ["positive", "negative"]
    assert "Noise in the evening" in client.get(f"/pacts/{scene.cast.number}").text


@pytest.mark.article("30(8)", "30(3)b")
def test_8_what_a_renewed_pact_measures_stays_comparable(scene: Scene) -> None:
    agreed = {"every_months": 6, "indicators": ["hours_volunteer"], "own": []}
    scene.pact.versions[-1].conditions = {"reporting": agreed}
    db.session.commit()
    scene.takes(scene.cast.desk, "renewal")
    assert pact_by_number("2026-0002").versions[0].conditions["reporting"] == agreed


@pytest.mark.article("30(8)", "22(2)", "34(1)")
def test_8_what_was_lent_and_reported_is_looked_at_before_the_end(scene: Scene) -> None:
    lend(scene, stock("Rakes", 4))
    file = {"outcome": "confirm", "reason": "It went well.", "taking_part": "A walk."}
    scene.takes(scene.cast.desk, "evaluation", **file)
    assert set(scene.last().warnings) == {"loans_returned", "report_accepted"}


@pytest.mark.article("30(3)", "34(1)")
def test_3_a_file_without_a_report_is_closed_with_a_reason(
    scene: Scene, client: FlaskClient
) -> None:
    scene.go(LAST_DAY + timedelta(days=61))
    assert scene.post(scene.cast.manager, "closing-without-report", reason="").status_code == 409
    why = "The association was dissolved and nobody could be reached."
    scene.takes(scene.cast.manager, "closing-without-report", reason=why)
    assert why in client.get(f"/pacts/{scene.cast.number}").text


@pytest.mark.article("30(3)d", "3(1)b")
def test_3_d_anyone_asks_about_what_is_public_and_silence_is_public_too(
    scene: Scene, client: FlaskClient
) -> None:
    page = f"/pacts/{scene.cast.number}/questions"
    question = {"about": "money", "text": "What did the hose cost?"}
    scene.enter(scene.cast.stranger).post(f"{page}/new", data=question)
    scene.go(date(2026, 5, 15))  # the thirtieth day
    assert "waiting for 30 days" in client.get(page).text
    assert "late" not in client.get(page).text
    scene.go(date(2026, 5, 16))
    assert "1 day late" in client.get(page).text


@pytest.mark.article("30(8)")
def test_8_places_are_rated_only_where_the_city_switches_it_on(
    scene: Scene, client: FlaskClient
) -> None:
    assert not settings().city.oversight.ratings
    assert client.get(f"/pacts/{scene.cast.number}/ratings").status_code == 404


@pytest.mark.article("30(4)")
def test_4_citizens_write_the_four_parts_piece_by_piece_and_send_them(
    scene: Scene, enter: Callable[[Account], FlaskClient]
) -> None:
    fall_due(scene)
    desk = Desk(scene, enter)
    for block in BLOCKS:
        assert desk.save(f"text/{block}", **{block: f"Our {block}"}).status_code == 302
    assert desk.send().status_code == 302
    assert desk.report.parts == {block: f"Our {block}" for block in BLOCKS}
    assert journal.history("report", desk.report.id)[-1].warnings == []


@pytest.mark.article("30(4)", "34(1)", "3(1)f")
def test_4_three_questions_and_a_photograph_are_a_whole_report(
    scene: Scene, enter: Callable[[Account], FlaskClient]
) -> None:
    fall_due(scene, short=True)
    desk = Desk(scene, enter)
    typed = {"actions": "Planted", "results": "They flower", "value_people_active": "9"}
    assert desk.save("short", **typed, photograph=picture()).status_code == 302
    assert desk.send().status_code == 302
    assert journal.history("report", desk.report.id)[-1].warnings == []


@pytest.mark.article("30(6)", "law:privacy")
@pytest.mark.parametrize(("agreed", "public"), [("y", True), ("", False)])
def test_6_a_face_is_shown_only_where_the_person_agreed(
    scene: Scene, enter: Callable[[Account], FlaskClient], agreed: str, public: bool
) -> None:
    fall_due(scene)
    desk = Desk(scene, enter)
    desk.save("photographs", photograph=picture(), faces="y", consent=agreed)
    assert [photograph.is_public for photograph in desk.report.photographs] == [public]


@pytest.mark.article("30(2)", "5(2)h")
def test_2_both_sides_agree_how_often_to_report_and_what_is_counted(table: Table) -> None:
    nests = {"own-0-label": "Nests of birds", "own-0-unit": "n"}
    table.state("reporting", every_months="6", indicators="hours_volunteer", **nests)
    agreed = agreed_in(table.text)
    assert (agreed.every_months, agreed.indicators) == (6, ("hours_volunteer",))
    assert [own.label for own in agreed.own] == ["Nests of birds"]


@pytest.mark.article("30(3)", "5(2)h")
def test_3_c_interim_reports_come_when_the_pact_says_and_a_final_one_at_its_end(
    scene: Scene,
) -> None:
    agree(scene, 12)
    assert go(scene, date(2027, 4, 14)) == []
    assert [kind for kind, *_ in go(scene, date(2027, 4, 15))] == ["interim"]
    kinds = [kind for kind, *_ in go(scene, LAST_DAY + timedelta(days=1))]
    assert kinds == ["interim", "interim", "final"]


@pytest.mark.article("30(3)", "3(1)b")
def test_3_late_reports_are_counted_in_public_and_nobody_is_named(scene: Scene) -> None:
    go(scene, LAST_DAY + timedelta(days=1))
    go(scene, LAST_DAY + timedelta(days=61))
    late = overdue_figures()
    assert (late.total, dict(late.by_district)) == (1, {"centro": 1})
    assert scene.mails("Not here yet")


@pytest.mark.article("30(7)", "30(5)")
def test_7_accepted_everyone_reads_it_as_page_file_data_and_feed(
    scene: Scene, client: FlaskClient
) -> None:
    sent = sent_report(scene)
    sent.takes(scene.cast.desk, "acceptance")
    address = f"/reports/{sent.report.number}"
    assert "Eleven of twelve beds" in client.get(address).text
    assert client.get(f"{address}.pdf").data.startswith(b"%PDF")
    assert client.get(f"{address}.json").json["state"] == "accepted"
    for place in ("/feed.atom", "/reports/", "/data/reports.csv"):
        assert address in client.get(place).text
    assert scene.mails("Accepted and published")


@pytest.mark.article("30(1)", "30(7)", "34(1)")
@pytest.mark.parametrize(("day", "public"), [(19, False), (20, True)])
def test_7_not_examined_in_time_it_is_published_all_the_same_and_says_so(
    scene: Scene, client: FlaskClient, day: int, public: bool
) -> None:
    sent = sent_report(scene)
    go(scene, date(2026, 11, day))
    page = client.get(f"/reports/{sent.report.number}")
    assert page.status_code == (200 if public else 404)
    assert ("Nobody at the City has examined this report yet" in page.text) is public


@pytest.mark.article("30(3)", "3(1)b")
def test_3_a_report_goes_back_only_with_remarks_and_they_are_not_public(
    scene: Scene, client: FlaskClient
) -> None:
    sent = sent_report(scene)
    assert sent.post(scene.cast.desk, "return", reason="").status_code == 409
    sent.takes(scene.cast.desk, "return", reason="How were the hours counted?")
    assert client.get(f"/reports/{sent.report.number}").status_code == 404
    assert "How were the hours counted?" in scene.mails("Returned with remarks")[0].text
