"""Who may not: each page for each role, and what is private is as if it were not there. Art. 4, 10.

The table of permissions says which role opens which page; the file says who of them sits at it.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.people.permissions import PERMISSIONS, STAFF
from pactregistry.reports.oversight.models import Problem, Question, Rating
from pactregistry.workflow.states import Role
from tests.pacts.life.scene import Scene
from tests.people.test_permissions import OFFICES
from tests.reports.reading.sent import ReportScene, sent_report
from tests.reports.trust.story import Story

MISSING = {"number": "2099-R-9999", "year": "1999", "code": "it", "piece": "results"}
TOKEN = re.compile(r'name="(?:request_id|csrf_token)"[^>]*>')
ROLES = (None, Role.CITIZEN, *sorted(STAFF))


def ways(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Each way into the pages of this room that names a file."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint.startswith("reports.") and rule.arguments:
            for method in sorted({"GET", "POST"} & (rule.methods or set())):
                yield rule, method


def filled(rule: Rule, known: dict[str, str]) -> str:
    """The address of a rule with these arguments; 9999 for what is not named."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: known.get(found[1], "9999"), rule.rule)


def browser_of(
    app: Flask, person: Callable[..., Account], sign_in: Callable[..., None], role: Role | None
) -> FlaskClient:
    """A browser of somebody with a role and nothing to do with any file."""
    browser = app.test_client()
    if role is not None:
        roles = [(role, OFFICES[role])] if role in STAFF else []
        sign_in(browser, person(f"Someone {role}", roles=roles))
    return browser


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_each_way_opens_for_whom_the_table_says(
    app: Flask,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    role: Role | None,
) -> None:
    browser = browser_of(app, person, sign_in, role)
    asked = 0
    for rule, method in ways(app):
        address = filled(rule, MISSING)
        answer = browser.open(address, method=method)
        allowed = PERMISSIONS[rule.endpoint] & {
            Role.VISITOR,
            *([Role.CITIZEN, role] if role else []),
        }
        if allowed:
            assert answer.status_code == 404, (method, address, answer.status_code)
        elif role is None:
            assert answer.location.startswith("/sign-in?"), (method, address)
        else:
            assert answer.status_code == 403, (method, address, answer.status_code)
        asked += 1
    assert asked > 80


@pytest.fixture
def hidden(scene: Scene) -> ReportScene:
    """A report that waits, with photographs and costs; a problem; a question withheld at once."""
    sent = sent_report(scene)
    lead = scene.enter(scene.cast.lead)
    sent.takes(scene.cast.desk, "return", reason="Say more.")
    told = {"text": "The tap leaks."}
    assert lead.post(f"/pacts/{scene.cast.number}/problem", data=told).status_code == 302
    asked = {"about": "pact", "text": "Whose is the tap?"}
    assert lead.post(f"/pacts/{scene.cast.number}/questions/new", data=asked).status_code == 302
    db.session.scalars(db.select(Question)).one().awaits_moderation = True
    db.session.commit()
    return sent


def as_missing(answer: TestResponse, here: str, there: str) -> tuple[int, str, str]:
    """What an answer says, whichever address it was asked of."""
    told = TOKEN.sub("", answer.text).replace(there, here)
    return answer.status_code, told, (answer.location or "").replace(there, here)


@pytest.mark.article("30(3)")
@pytest.mark.article("3(1)b")
@pytest.mark.parametrize("role", [None, Role.CITIZEN, Role.REVIEWER, Role.DISTRICT, Role.ADMIN])
def test_what_is_private_answers_like_what_is_not_there(
    hidden: ReportScene,
    app: Flask,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    role: Role | None,
) -> None:
    report, browser = hidden.report, browser_of(app, person, sign_in, role)
    known = {
        "number": report.number,
        "photograph_id": str(report.photographs[0].id),
        "cost_id": str(report.costs[0].id),
        "problem_id": str(db.session.scalars(db.select(Problem.id)).one()),
        "question_id": str(db.session.scalars(db.select(Question.id)).one()),
        "piece": "results",
    }
    asked = 0
    for rule, method in ways(app):
        if not rule.rule.startswith(("/reports/", "/problems/", "/questions/", "/desk/questions/")):
            continue
        here, there = (
            filled(rule, known),
            filled(rule, {"number": "2099-R-9999"} | {"piece": "results"}),
        )
        seen = as_missing(browser.open(here, method=method), here, here)
        missing = as_missing(browser.open(there, method=method), here, there)
        assert seen == missing, (method, here)
        asked += 1
    assert asked > 45
    assert hidden.report.state == "drafted"


@pytest.mark.article("4(3)")
def test_what_hangs_on_another_report_is_not_there(hidden: ReportScene) -> None:
    lead = hidden.scene.cast.lead
    browser = hidden.enter(lead)
    cost, photograph = hidden.report.costs[0].id, hidden.report.photographs[0].id
    for page in (f"receipts/{cost}", f"write/costs/{cost}", f"photographs/{photograph}"):
        assert browser.get(f"/reports/2099-R-9999/{page}").status_code == 404


@pytest.mark.article("30(8)")
@pytest.mark.parametrize(
    "page", ["our-view", "money", "figures", "figures.csv", "ratings", "rating", "problem"]
)
def test_a_pact_that_is_not_public_has_none_of_these_pages(
    scene: Scene, app: Flask, sign_in: Callable[..., None], page: str
) -> None:
    scene.takes(scene.cast.desk, "withholding", reason="A name stood in it.")
    browser = app.test_client()
    sign_in(browser, scene.cast.stranger)
    here, there = f"/pacts/{scene.cast.number}/{page}", f"/pacts/2099-9999/{page}"
    seen = as_missing(browser.get(here), here, here)
    missing = as_missing(browser.get(there), here, there)
    assert seen == (missing[0], missing[1].replace("2099-9999", scene.cast.number), missing[2])
    assert seen[0] == 404


@pytest.mark.article("10(1)")
def test_who_stepped_aside_decides_on_nothing_that_the_public_said(story: Story) -> None:
    cast = story.scene.cast
    story.scene.takes(cast.desk, "abstention", reason="My brother lives there.")
    question, rating, problem = (story.last(model).id for model in (Question, Rating, Problem))
    browser = story.scene.enter(cast.desk)
    for page in (
        f"/desk/questions/{question}/showing",
        f"/desk/questions/{question}/answer",
        f"/desk/ratings/{rating}/showing",
        f"/desk/ratings/{rating}/withholding",
        f"/problems/{problem}/setting-aside",
        f"/reports/{story.sent.report.number}/withholding",
        f"/pacts/{cast.number}/evaluation",
    ):
        assert browser.post(page).status_code in {403, 404}, page
