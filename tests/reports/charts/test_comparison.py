"""Figures over time and beside similar pacts: comparable, with gaps that are told. Art. 30(3)b."""

import csv
import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from flask.testing import FlaskClient
from sqlalchemy import event

from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.reports.models import Report
from pactregistry.workflow.states import CommonsKind
from pactregistry.workflow.states_reports import ReportKind
from tests.reports.charts.conftest import half
from tests.reports.charts.test_drawing import HTML, SVG, drawn_numbers, told_numbers

Make = Callable[..., Pact]
Reported = Callable[..., Report]
pytestmark = pytest.mark.article("30(3)")

# Eight half years of which three have no report.
HOURS = {
    (2022, 1): 120,
    (2022, 2): 150,
    (2023, 1): None,
    (2023, 2): Decimal("98.5"),
    (2024, 1): None,
    (2024, 2): None,
    (2025, 1): 210,
    (2025, 2): 180,
}


@pytest.fixture
def four_years(make_pact: Make, reported: Reported) -> Pact:
    """A pact of four years with eight half-yearly reports, three of them missing."""
    pact = make_pact("Via Lunga in flower")
    for period, hours in HOURS.items():
        figures = {} if hours is None else {"hours_volunteer": hours}
        reported(pact, half(*period), **figures)
    return pact


def page_of(client: FlaskClient, pact: Pact) -> Element:
    answer = client.get(f"/pacts/{pact.number}/figures")
    assert answer.status_code == 200
    root = tinyhtml5.parse(answer.text)
    assert drawn_numbers(root) == told_numbers(root)
    return root


def text_of(root: Element) -> str:
    return " ".join("".join(root.itertext()).split())


def lines_of(client: FlaskClient, pact: Pact) -> list[dict[str, str]]:
    answer = client.get(f"/pacts/{pact.number}/figures.csv")
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_missing_periods_are_gaps_and_the_rest_is_added_up(
    client: FlaskClient, four_years: Pact
) -> None:
    root = page_of(client, four_years)
    text = text_of(root)
    assert told_numbers(root) == ["120", "150", "180", "210", "98.5"]
    gaps = [e.text for e in root.iter(f"{HTML}span") if e.get("class") == "pr-chart-none"]
    assert gaps == ["no report"] * 3
    lines = [e for e in root.iter(f"{SVG}path") if e.get("stroke-dasharray")]
    assert [line.get("d", "").count("L") for line in lines] == [1, 1]  # two pairs; one stands alone
    assert "758.5 hours, the sum of 5 reports" in text
    assert "For 3 periods no report can be read" in text


@pytest.mark.parametrize("others", [1, 2])
def test_below_three_similar_pacts_stand_by_their_names(
    client: FlaskClient, four_years: Pact, make_pact: Make, reported: Reported, others: int
) -> None:
    for n in range(others):
        pact = make_pact(f"Garden {n}")
        reported(pact, half(2024, 1), hours_volunteer=1000)  # an earlier one does not count twice
        reported(pact, half(2025, 1), hours_volunteer=50 + n)
    text = text_of(page_of(client, four_years))
    assert "too few for a median" in text
    assert "Median of" not in text
    assert [line["value"] for line in lines_of(client, four_years) if line["of"] == "median"] == []
    for n in range(others):
        assert f"Garden {n}" in text
    similar = [line for line in lines_of(client, four_years) if line["of"] == "similar_pact"]
    assert [line["value"] for line in similar] == [f"{50 + n}.00" for n in reversed(range(others))]


def test_three_similar_pacts_have_a_median_and_their_number_is_told(
    client: FlaskClient, four_years: Pact, make_pact: Make, reported: Reported
) -> None:
    for hours in (10, 70, 40):
        reported(make_pact(f"Garden {hours}"), half(2025, 2), hours_volunteer=hours)
    root = page_of(client, four_years)
    text = text_of(root)
    assert "Median of 3 similar pacts" in text
    assert "Garden" not in text
    assert told_numbers(root).count("40") == 1
    (median,) = [line for line in lines_of(client, four_years) if line["of"] == "median"]
    assert (Decimal(median["value"]), median["pacts"]) == (40, "3")


def test_only_like_is_compared_with_like(
    client: FlaskClient, four_years: Pact, make_pact: Make, reported: Reported
) -> None:
    year = (date(2025, 1, 1), date(2025, 12, 31))
    reported(make_pact("A whole year"), year, hours_volunteer=1)
    reported(make_pact("Final"), half(2025, 2), ReportKind.FINAL, hours_volunteer=2)
    reported(make_pact("Another measure"), half(2025, 2), people_active=3)
    building = make_pact("A building", commons_kind=CommonsKind.BUILDING)
    reported(building, half(2025, 2), hours_volunteer=4)
    hidden = make_pact("Withheld")
    reported(hidden, half(2025, 2), hours_volunteer=5)
    hidden.withheld = True
    withheld = reported(make_pact("Withheld report"), half(2025, 2), hours_volunteer=6)
    withheld.withheld = True
    reported(make_pact("Due"), half(2025, 2))
    text = text_of(page_of(client, four_years))
    assert "No similar pact has this figure in a report of the same kind (interim report)" in text
    assert {line["of"] for line in lines_of(client, four_years)} == {"this_pact"}


def test_a_renewed_pact_goes_on_in_the_same_chart(
    client: FlaskClient, four_years: Pact, make_pact: Make, reported: Reported
) -> None:
    renewal = make_pact("Via Lunga goes on")
    renewal.predecessor = four_years
    reported(renewal, half(2026, 1), hours_volunteer=200)
    root = page_of(client, renewal)
    text = text_of(root)
    assert "200" in told_numbers(root)
    assert "758.5 hours, the sum of 5 reports" in text
    assert "All pacts together: 958.5 hours" in text
    assert "beside similar pacts, " not in text  # the renewed one is no other pact
    of = [line["of"] for line in lines_of(client, renewal)]
    assert (of.count("this_pact"), of.count("renewed_pact")) == (1, 8)


def test_the_final_report_says_the_whole_itself(
    client: FlaskClient, four_years: Pact, reported: Reported
) -> None:
    whole = (date(2022, 1, 1), date(2025, 12, 31))
    reported(four_years, whole, ReportKind.FINAL, hours_volunteer=900)
    text = text_of(page_of(client, four_years))
    assert "900 hours, by its final report on the whole pact" in text
    assert "900" not in told_numbers(page_of(client, four_years))  # not a ninth half year


def test_people_are_not_added_up_and_own_measures_not_compared(
    client: FlaskClient, make_pact: Make, reported: Reported
) -> None:
    pact, other = make_pact("Roses"), make_pact("More roses")
    for which, people in ((1, 12), (2, 15)):
        reported(pact, half(2025, which), people_active=people, roses=people * 2)
        reported(other, half(2025, which), roses=7)
    text = text_of(page_of(client, pact))
    assert "Roses: 15, by its latest report" in text
    assert "27" not in text
    assert "A measure of this pact's own" in text
    assert "More roses" not in text


def test_a_report_whose_day_has_not_come_is_no_gap(
    client: FlaskClient, four_years: Pact, reported: Reported
) -> None:
    reported(four_years, half(2026, 1))  # the clock stands in March 2026
    assert "For 3 periods no report" in text_of(page_of(client, four_years))


def test_what_is_not_public_is_not_there(
    client: FlaskClient, four_years: Pact, make_pact: Make
) -> None:
    four_years.withheld = True
    for address in (f"/pacts/{four_years.number}/figures", "/pacts/2026-9999/figures"):
        assert client.get(address).status_code == 404
        assert client.get(f"{address}.csv").status_code == 404
    empty = make_pact("Nothing yet")
    assert "No figures yet" in text_of(page_of(client, empty))


def test_queries_do_not_grow_with_reports_renewals_and_similar_pacts(
    client: FlaskClient, four_years: Pact, make_pact: Make, reported: Reported
) -> None:
    reported(make_pact("First"), half(2025, 2), hours_volunteer=9)
    few = _queries(client, four_years)
    before = four_years
    for n in range(4):
        earlier = make_pact(f"Earlier {n}")
        reported(earlier, half(2021 - n, 1), hours_volunteer=n + 1)
        before.predecessor, before = earlier, earlier
        reported(make_pact(f"Similar {n}"), half(2025, 2), hours_volunteer=n, people_active=n)
    assert _queries(client, four_years) == few


def _queries(client: FlaskClient, pact: Pact) -> int:
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    address = f"/pacts/{pact.number}/figures"
    db.session.commit()
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert client.get(address).status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)
