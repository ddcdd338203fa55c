"""The 51 applications that a real city publishes: all taken, none guessed, none public."""

from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from pactregistry.database import db
from pactregistry.journal import Entry
from pactregistry.notices.models import Mail
from pactregistry.pacts.importing.queries import waiting_files
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from tests.conftest import SetClock

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "../shared/data/palermo/applications-2025-08-18.csv"


@pytest.mark.article("36(1)")
def test_all_51_are_taken_and_wait_for_a_person(
    run: Callable[..., int],
    client: FlaskClient,
    clock: SetClock,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(REGISTER, "palermo") == 0
    out = capsys.readouterr().out
    proposals = db.session.scalars(select(Proposal).order_by(Proposal.id)).all()
    assert len(proposals) == 51
    assert proposals[0].number == "2026-P-0001"
    assert proposals[-1].number == "2026-P-0051"
    assert not any(p.import_confirmed or p.submitted_on for p in proposals)
    states = {
        state: sum(p.state == state for p in proposals) for state in {p.state for p in proposals}
    }
    assert states == {"inquiry": 17, "incomplete": 11, "accepted": 9, "refused": 14}
    pacts = db.session.scalars(select(Pact)).all()
    assert sorted(p.state for p in pacts) == ["active"] * 3 + ["signed"] * 6
    assert db.session.scalar(select(func.count()).select_from(Mail)) == 0
    assert db.session.scalars(select(Entry).where(Entry.publishes.is_not(None))).all() == []
    assert "51" in out
    for address in ("/proposals/", "/pacts/", "/feed.atom", "/data/proposals.json", "/"):
        page = client.get(address).get_data(as_text=True)
        assert not any(p.title in page for p in proposals)
    assert client.get("/proposals/2026-P-0001").status_code == 404


def test_what_the_register_hides_is_asked(run: Callable[..., int]) -> None:
    assert run(REGISTER, "palermo") == 0
    asked = {found.row: {q.code for q in found.questions} for found in waiting_files()}
    assert "refusal_to_send" in asked["008"]
    assert "inquiry_signed" in asked["010"]
    assert "papers_came" in asked["013"]
    assert "place_missing" in asked["014"]
    assert "date_unreal" in asked["016"]
    assert "kind_unknown" in asked["005"]
    assert "kind_unknown" in asked["029"]
    assert "same_place" in asked["020"]
    assert "pact_approved_only" in asked["037"]
    assert "refusal_untold" in asked["038"]
    assert "district_differs" in asked["047"]
    assert "person_is_body" in asked["049"]
    assert all("district_unknown" in codes for codes in asked.values())


def test_a_dry_run_writes_nothing_and_reports_the_same(
    run: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dry, wet = tmp_path / "dry.csv", tmp_path / "wet.csv"
    assert run(REGISTER, "palermo", "--dry-run", "--report", str(dry)) == 0
    assert db.session.scalar(select(func.count()).select_from(Proposal)) == 0
    assert db.session.scalar(select(func.count()).select_from(Entry)) == 0
    assert run(REGISTER, "palermo", "--report", str(wet)) == 0
    capsys.readouterr()
    assert len(dry.read_text("utf-8-sig").splitlines()) == len(
        wet.read_text("utf-8-sig").splitlines()
    )
    assert run(REGISTER, "palermo") == 1
    assert "imported already" in capsys.readouterr().err
    assert db.session.scalar(select(func.count()).select_from(Proposal)) == 51
