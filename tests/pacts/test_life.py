"""After and instead of the signature: given up, withheld, started, ended. Art. 3(1)b, 5(2)b."""

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.notices.models import Mail
from pactregistry.pacts import sweep
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import PactState, VersionState
from tests.pacts.cases import Cast, code_of, sign_as

Enter = Callable[[Account], FlaskClient]
PAGE = "/pacts/2026-0001"


@pytest.fixture
def signed(frozen: Cast, clock: object, enter: Enter) -> Cast:
    clock.go(date(2026, 4, 10))  # type: ignore[attr-defined]
    assert sign_as(enter(frozen.lead), frozen, onerous="yes").status_code == 302
    answer = sign_as(enter(frozen.manager), frozen, code=code_of(frozen.manager))
    assert answer.status_code == 302
    return frozen


def mails(template: str) -> int:
    subjects = db.session.scalars(db.select(Mail.subject)).all()
    return sum(1 for subject in subjects if subject.startswith(template))


def sweep_on(clock: object, day: date) -> int:
    clock.go(day)  # type: ignore[attr-defined]
    db.session.commit()
    return sweep.run(settings().now())


@pytest.mark.article("3(1)i")
def test_a_pact_given_up_before_signature_says_so(
    frozen: Cast, client: FlaskClient, enter: Enter
) -> None:
    form = {"version": str(frozen.text.version), "reason": "Il gruppo si è sciolto."}
    assert enter(frozen.lead).post(f"{PAGE}/abandonment", data=form).status_code == 302
    assert (frozen.pact.state, frozen.text.state) == (PactState.ENDED, VersionState.ABANDONED)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "Il gruppo si è sciolto." in page.text
    assert "dodici aiuole" not in page.text
    assert client.get(f"{PAGE}.pdf").status_code == 404


def test_what_is_withheld_is_gone_at_once(signed: Cast, client: FlaskClient, enter: Enter) -> None:
    desk, manager = enter(signed.desk), enter(signed.manager)
    form = {"version": str(signed.pact.version), "reason": "Vi sta un indirizzo di casa."}
    assert desk.post(f"{PAGE}/withholding", data=form).status_code == 302
    missing = client.get("/pacts/2026-9999").data.replace(b"2026-9999", b"2026-0001")
    assert client.get(PAGE).data == missing
    assert client.get(f"{PAGE}.pdf").status_code == 404
    assert desk.get(PAGE).status_code == 200
    form = {"version": str(signed.pact.version), "reason": "È stato tolto."}
    assert desk.post(f"{PAGE}/restoration", data=form).status_code == 403
    assert manager.post(f"{PAGE}/restoration", data=form).status_code == 302
    page = client.get(PAGE)
    assert page.status_code == 200
    assert "indirizzo di casa" not in page.text


def test_a_correction_says_what_and_why(signed: Cast, client: FlaskClient, enter: Enter) -> None:
    pact = signed.pact
    form = {
        "version": str(pact.version),
        "title": pact.title,
        "summary": "Tredici aiuole curate da chi abita la via.",
        "place_name": pact.place_name,
        "district": pact.district,
        "theme": pact.theme,
        "reason": "Le aiuole erano contate male.",
    }
    assert enter(signed.manager).post(f"{PAGE}/correction", data=form).status_code == 302
    assert signed.pact.summary.startswith("Tredici")
    assert "contate male" in client.get(PAGE).text


@pytest.mark.article("5(2)b")
def test_a_pact_starts_reminds_and_ends_on_its_days(signed: Cast, clock: object) -> None:
    assert sweep_on(clock, date(2026, 4, 14)) == 0
    assert [sweep_on(clock, date(2026, 4, 15)) for _ in range(2)] == [1, 0]
    assert signed.pact.state == PactState.ACTIVE
    assert [sweep_on(clock, date(2028, 1, 15)) for _ in range(2)] == [1, 0]  # 90 days before
    assert [sweep_on(clock, date(2028, 4, 10)) for _ in range(2)] == [1, 0]  # late: 7, not 30 too
    assert sweep_on(clock, date(2028, 4, 14)) == 0  # the last day is included
    assert [sweep_on(clock, date(2028, 4, 16)) for _ in range(2)] == [1, 0]
    assert signed.pact.state == PactState.ENDED


@pytest.mark.article("15(6)")
def test_works_on_a_protected_place_wait_for_the_heritage_act(
    signed: Cast, clock: object, enter: Enter
) -> None:
    proposal = db.session.get(Proposal, signed.proposal.id)
    assert proposal is not None
    proposal.heritage_protected = proposal.works = True
    db.session.commit()
    assert [sweep_on(clock, date(2026, 4, 15)) for _ in range(2)] == [1, 0]
    assert signed.pact.state == PactState.SIGNED
    assert mails("Cannot start yet") == 1
    pact = signed.pact
    names = ("title", "summary", "place_name", "district", "theme")
    form = {name: getattr(pact, name) for name in names}
    form |= {"version": str(pact.version), "heritage_act": "77/2026", "reason": "È arrivata."}
    assert enter(signed.manager).post(f"{PAGE}/correction", data=form).status_code == 302
    assert sweep_on(clock, date(2026, 4, 16)) == 1
    assert signed.pact.state == PactState.ACTIVE
