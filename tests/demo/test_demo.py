"""The demo city: every scenario at another stage, played through the real actions."""

from datetime import timedelta

import pytest
from flask import Flask
from flask_security import verify_password
from sqlalchemy import select
from werkzeug.test import TestResponse

from pactregistry.commons.calls.models import Call
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.modules.models import Activity
from pactregistry.conciliation.models import Dispute
from pactregistry.config import settings
from pactregistry.database import Base, db
from pactregistry.demo.marker import Mark
from pactregistry.journal import Entry, Subject, history
from pactregistry.notices.models import queue_length
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.people.models import account_by_email
from pactregistry.proposals.competing.models import Competition
from pactregistry.proposals.competing.models_choice import Choice
from pactregistry.proposals.models import Comment, Proposal
from pactregistry.proposals.sheet import clock_of
from pactregistry.reports.models import Report
from pactregistry.reports.yearly.models import YearlyReport
from pactregistry.supports.training.models import Session
from pactregistry.workflow.lifecycle import MACHINES

City = tuple[Flask, Mark]


def proposal(title: str) -> Proposal:
    return db.session.scalars(select(Proposal).where(Proposal.title == title)).one()


def test_every_stage_stands(city: City) -> None:
    states = set(db.session.scalars(select(Proposal.state)))
    assert states >= {
        "draft",
        "submitted",
        "incomplete",
        "inquiry",
        "before_executive",
        "warned",
        "accepted",
        "refused",
        "redirected",
        "withdrawn",
        "lapsed",
    }
    assert set(db.session.scalars(select(Pact.state))) >= {"forming", "signed", "active"}
    assert set(db.session.scalars(select(PactVersion.state))) == {"codesign", "ready", "signed"}
    withheld = db.session.scalars(select(Proposal.title).where(Proposal.withheld)).all()
    assert withheld == ["Il muretto del vicino"]


def test_scenario_7_is_late_by_twelve_days(city: City) -> None:
    found = proposal("Un palco di legno nel parco")
    clock = clock_of(found, history("proposal", found.id))
    assert clock is not None
    assert clock.late == 12
    assert [o.office for o in found.opinions if o.given_on is None] == ["gas"]


def test_scenario_2_came_to_its_signature(city: City) -> None:
    found = proposal("Via Lunga in fiore")
    pact = db.session.scalars(select(Pact).where(Pact.proposal_id == found.id)).one()
    assert pact.state == "active"
    assert [v.public_sha256 is not None for v in pact.versions] == [True]
    clock = clock_of(found, history("proposal", found.id))
    assert clock is not None
    assert clock.late == 0
    assert found.submitted_on is not None
    assert clock.elapsed == 32


def test_comments_have_replies_answers_and_one_is_hidden(city: City) -> None:
    comments = db.session.scalars(select(Comment)).all()
    assert any(c.parent_id and not c.is_answer for c in comments)
    assert any(c.is_answer for c in comments)
    assert [c.hidden_category for c in comments if c.hidden_category] == ["advertising"]
    assert sum(c.reports for c in comments) == 1


def test_states_come_from_the_journal_and_time_never_runs_back(city: City) -> None:
    machines = {machine.name: machine for machine in MACHINES}
    subjects = (mapper.class_ for mapper in Base.registry.mappers)
    models = {m.__tablename__: m for m in subjects if issubclass(m, Subject)}
    models |= {"version": PactVersion, "session": Session, "yearly": YearlyReport}
    entries = db.session.scalars(select(Entry).order_by(Entry.id)).all()
    last: dict[tuple[str, int], str | None] = {}
    for entry in entries:
        key = (entry.subject_kind, entry.subject_id)
        row = machines[entry.subject_kind].rows[entry.step]
        assert entry.from_state == last.get(key)
        assert entry.from_state in row.sources
        last[key] = entry.to_state
    for (kind, subject_id), state in last.items():
        assert db.session.get_one(models[kind], subject_id).state == state
    times = [entry.recorded_at for entry in entries]
    assert times == sorted(times)
    yesterday = settings().today() - timedelta(days=1)
    assert all(entry.occurred_on <= yesterday for entry in entries)


def test_people_sign_in_with_what_was_printed(city: City) -> None:
    app, mark = city
    for entrance in mark.entrances:
        account = account_by_email(entrance.email)
        assert account is not None
        assert bool(account.holdings) == bool(entrance.code_key)
        if account.holdings:
            factory = app.extensions["security"].totp_factory
            assert factory.get_totp_b32_key(account.tf_totp_secret) == entrance.code_key
    first = account_by_email(mark.entrances[0].email)
    assert first is not None
    assert verify_password(mark.password, first.password)
    assert len(mark.password) >= 15


def test_every_mail_was_written_and_lies_in_the_data_folder(city: City) -> None:
    app, _ = city
    assert queue_length() == 0
    page = app.test_client().get("/demo/mail")
    assert page.status_code == 200
    assert "manager@valfiorita.example" in page.text


PLAIN = (
    *("/", "/proposals/", "/pacts/", "/commons/", "/calls/", "/modules/", "/modules/manual"),
    *("/care", "/choices/", "/spaces/", "/training/", "/supports/", "/feed.atom", "/feed.json"),
    *("/reports/", "/questions/", "/figures", "/disputes/", "/conciliation"),
    *(f"/data/{name}.json" for name in ("proposals", "pacts", "commons", "reports", "disputes")),
    *(f"/api/v1/{name}" for name in ("calls", "choices", "commons", "modules", "care", "funds")),
    *(f"/api/v1/{name}" for name in ("reports", "evaluations", "grants", "disputes")),
)
NUMBERED = (
    ("proposals", Proposal),
    ("pacts", Pact),
    ("commons", Commons),
    ("calls", Call),
    ("choices", Choice),
    ("competitions", Competition),
    ("activities", Activity),
    ("training", Session),
    ("reports", Report),
    ("disputes", Dispute),
)
OF_A_PACT = ("money", "figures", "questions")


@pytest.fixture(scope="package")
def shown(city: City) -> dict[str, TestResponse]:
    """Every public page of the demo city, as a visitor reads it."""
    app, _ = city
    browser = app.test_client()
    pages = list(PLAIN)
    for name, model in NUMBERED:
        numbers = db.session.scalars(select(model.number).where(model.number.is_not(None)))
        pages += [f"/{name}/{number}" for number in numbers]
    for number in db.session.scalars(select(Pact.number)):
        pages += [f"/pacts/{number}/{part}" for part in OF_A_PACT]
    pages += [f"/figures/{year}" for year in db.session.scalars(select(YearlyReport.year))]
    return {page: browser.get(page) for page in pages}


def test_every_public_page_opens(shown: dict[str, TestResponse]) -> None:
    assert [page for page in PLAIN if shown[page].status_code != 200] == []
    broken = [page for page, answer in shown.items() if answer.status_code not in {200, 404, 410}]
    assert broken == []  # 410: what was taken from the public
    assert sum(answer.status_code == 200 for answer in shown.values()) > 100


@pytest.mark.parametrize(
    "secret",
    [
        "Persona Senza",
        "il martedì",
        "vicino: va riscritto",
        "Ortolana Due",
        "Immobiliare Inventata",
        "Da sei settimane il sottopasso",
        "ho il sabato libero",
        "Sara Canestri",
        "Falegnameria di quartiere",
        "il pozzo di via della Rocca",
        "Novecento ore in quattro mesi",
        "cocci di bottiglia",
        "la sera si scivola",
        "M-101/dimostrativo",
        "Ore di un socio del gruppo",
        "in quattro anni ci siamo arrivati",
        "Bozza: un solo patto",
        "la fontanella si chiude alle 18",
        "Mia sorella canta",
        "La musica finisce alle 22",
        "il muretto si è crepato",
        "tre solchi davanti al banco",
        "Quel pavimento ha sessant'anni",
        "a lezioni finite; prima",
        "Ada Ascolti",
        "Elio Equilibri",
        "Mina Mediani",
    ],
)
def test_what_is_private_is_on_no_public_page(shown: dict[str, TestResponse], secret: str) -> None:
    assert [page for page, answer in shown.items() if secret in answer.text] == []
