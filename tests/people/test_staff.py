"""Roles for the City: invited, dated, substituted, ended."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.people.actions_staff import make_first_admin
from pactregistry.people.current import holds, roles_today
from pactregistry.people.models import Account, Holding, account_by_email
from pactregistry.workflow.states import Role
from tests.conftest import TODAY, SetClock
from tests.people.doors import PASSWORD, enter, link_in, mails_to

LIA = "lia@city.example"
DAY = timedelta(days=1)

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def admin(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
) -> Account:
    account = person("Aldo Admin", roles=[(Role.ADMIN, "")])
    sign_in(client, account)
    return account


def invitation(**more: str) -> dict[str, str]:
    words = {"email": LIA, "name": "Lia Desk", "role": "desk", "office": "commons"}
    return words | {"since": TODAY.isoformat(), "until": "", "act": "Act 12/2026"} | more


@pytest.mark.usefixtures("admin")
def test_an_invited_officer_chooses_a_password_then_a_code(
    client: FlaskClient,
) -> None:
    assert client.post("/staff/invitation", data=invitation()).location == "/staff/"
    (mail,) = mails_to(LIA)
    link = link_in(mail)
    guest = client.application.test_client()
    assert guest.get(link).status_code == 200
    weak = {"password": "fourteen chars", "again": "fourteen chars"}
    assert "15" in guest.post(link, data=weak).text
    good = {"password": PASSWORD, "again": PASSWORD}
    assert guest.post(link, data=good).location == "/sign-in"
    assert guest.get(link).status_code == 410, "once"
    assert enter(guest, LIA).location == "/me/one-time-code"
    lia = account_by_email(LIA)
    assert lia is not None
    assert holds(lia, Role.DESK, "commons")
    assert not holds(lia, Role.DESK, "green")
    assert not holds(lia, Role.MANAGER)


@pytest.mark.usefixtures("admin")
def test_what_was_typed_stays_when_an_invitation_is_refused(
    client: FlaskClient,
) -> None:
    page = client.post("/staff/invitation", data=invitation(role="district")).text
    assert LIA in page
    assert "not held there" in page
    assert account_by_email(LIA) is None
    page = client.post("/staff/invitation", data=invitation(until="2026-01-01")).text
    assert "before the first" in page


def test_nobody_gives_a_role_to_themselves(client: FlaskClient, admin: Account) -> None:
    mine = invitation(email=admin.email.upper(), role="manager")
    page = client.post("/staff/invitation", data=mine).text
    assert "to themselves" in page
    assert not holds(admin, Role.MANAGER)


@pytest.mark.usefixtures("admin")
def test_giving_roles_takes_a_fresh_password(client: FlaskClient) -> None:
    with client.session_transaction() as session:
        session["fs_paa"] = datetime.now(UTC).timestamp() - 6 * 60
    assert client.get("/staff/invitation").location.startswith("/sign-in/again?")
    page = client.post("/staff/invitation", data=invitation()).text
    assert LIA in page
    assert account_by_email(LIA) is None


@pytest.mark.parametrize(
    ("since", "until", "counts"),
    [
        (TODAY - DAY, TODAY - DAY, False),
        (TODAY - DAY, TODAY, True),
        (TODAY, None, True),
        (TODAY, TODAY + DAY, True),
        (TODAY + DAY, None, False),
    ],
)
def test_a_role_counts_from_its_first_day_to_its_last(
    person: Callable[..., Account],
    since: date,
    until: date | None,
    counts: bool,
) -> None:
    lia = person("Lia Desk")
    db.session.add(Holding(account=lia, role=Role.DESK, office="commons", since=since, until=until))
    db.session.commit()
    assert holds(lia, Role.DESK) is counts
    assert bool(roles_today(lia)) is counts


@pytest.mark.usefixtures("admin")
def test_a_substitute_acts_in_the_same_office_while_the_role_stands(
    client: FlaskClient, clock: SetClock, person: Callable[..., Account]
) -> None:
    boss = person("Dina Manager", roles=[(Role.MANAGER, "commons")])
    number = boss.holdings[0].id
    period = {"since": TODAY.isoformat(), "until": (TODAY + 10 * DAY).isoformat()}
    words = {"email": LIA, "name": "Lia Vice", "act": "Delegation 3/2026"} | period
    assert client.post(f"/staff/{number}/substitute", data=words).location == "/staff/"
    lia = account_by_email(LIA)
    assert lia is not None
    (own,) = roles_today(lia)
    assert (own.role, own.office, own.act) == (Role.MANAGER, "commons", "Delegation 3/2026")
    client.post(f"/staff/{number}/end", data={"until": TODAY.isoformat()})
    assert holds(lia, Role.MANAGER)
    clock.go(TODAY + DAY)
    assert not holds(lia, Role.MANAGER)
    assert not holds(boss, Role.MANAGER)


def test_the_first_administrator_comes_from_the_command_line(client: FlaskClient) -> None:
    link = make_first_admin("first@city.example").removeprefix("http://127.0.0.1:5000")
    data = {"password": PASSWORD, "again": PASSWORD}
    assert client.post(link, data=data).location == "/sign-in"
    assert enter(client, "first@city.example").location == "/me/one-time-code"
    assert make_first_admin("first@city.example").endswith("/sign-in")
    account = account_by_email("first@city.example")
    assert account is not None
    assert len(account.holdings) == 1
