"""The people and things of scenario 1, all invented, and what they do through the pages."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.modules.models import Activity, Module
from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.journal import Act, next_number, record
from pactregistry.people.models import Account, Group, Membership
from pactregistry.supports.loans.models import Loan, Thing
from pactregistry.workflow.facts import CommonsFacts
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsKind, ProposerKind, Role

KEY = "small-repairs"
SATURDAY = date(2026, 3, 14)
TERMS = "Water paint only, and the colour that is there."


@dataclass
class CareScene:
    """A resident, a neighbour, the desk and the managing officer, each with a browser."""

    app: Flask
    resident: Account
    neighbour: Account
    desk: Account
    manager: Account
    sign_in: Callable[..., None]

    def as_(self, account: Account | None) -> FlaskClient:
        """A browser signed in as somebody, or as nobody."""
        client = self.app.test_client()
        if account is not None:
            self.sign_in(client, account)
        return client

    @property
    def settings(self) -> Settings:
        """The settings as they stand now."""
        here: Settings = self.app.config["SETTINGS"]
        return here

    def stock(self, **counts: int) -> dict[str, int]:
        """Put things into the stock; gives their ids by name."""
        desk = self.as_(self.desk)
        for name, quantity in counts.items():
            desk.post("/desk/things/new", data={"name": name, "quantity": quantity, "offered": "y"})
        return {thing.name: thing.id for thing in db.session.scalars(select(Thing))}

    def module(self, **changes: Any) -> Module:
        """A module written by the desk and put in force by the managing officer."""
        usual = {
            "key": KEY,
            "titles_it": "Small furniture repair",
            "scopes_it": "Repaint or mend up to three benches.",
            "terms_it": TERMS,
            "risk_sheets_it": "Wear gloves. Open the tins in the open air.",
            "items_it": "benches",
            "most_items": 3,
            "no_heritage": "y",
            "loan_days": 7,
            "fetch_days": 2,
        }
        data = {k: v for k, v in (usual | changes).items() if v is not None}
        self.as_(self.desk).post("/desk/modules/new", data=data)
        return self.put_in_force(data["key"])

    def put_in_force(self, key: str = KEY, act: str = "P.G. 100/2026") -> Module:
        """Let the managing officer put the latest version of a family in force."""
        draft = self.latest(key)
        page = f"/desk/modules/{key}/{draft.ordinal}/publication"
        self.as_(self.manager).post(page, data={"version": draft.version, "act": act})
        return self.latest(key)

    def next_version(self, key: str = KEY, **changes: Any) -> Module:
        """Write the next version and put it in force."""
        now = self.latest(key)
        desk = self.as_(self.desk)
        desk.post(f"/desk/modules/{key}/{now.ordinal}/next")
        draft = self.latest(key)
        texts = {"titles_it": draft.titles["it"], "scopes_it": draft.scopes["it"]}
        limits = {"most_items": draft.conditions["most_items"], "loan_days": 7, "fetch_days": 2}
        data = {"version": draft.version, "key": key, "terms_it": TERMS, **texts, **limits}
        desk.post(f"/desk/modules/{key}/{draft.ordinal}/text", data=data | changes)
        return self.put_in_force(key)

    def latest(self, key: str = KEY) -> Module:
        """The latest version of a family as it stands."""
        db.session.expire_all()
        query = select(Module).where(Module.key == key).order_by(Module.ordinal.desc())
        return db.session.scalars(query.limit(1)).one()

    def commons(self, name: str = "Giardino dei Tigli", **changes: Any) -> Commons:
        """A listed commons of the City."""
        here = self.settings
        values = {"kind": CommonsKind.PUBLIC_SPACE, "district": "centro", "aims": "play"}
        position = {"longitude": 11.0467, "latitude": 44.6189}
        commons = Commons(
            **values | position | changes,
            name=name,
            created_at=here.now(),
            pack_id=here.pack.id,
            pack_version=here.pack.version,
        )
        commons.number = next_number("B", here.today().year)
        step = COMMONS.take("list", None, Role.DESK, CommonsFacts())
        record(commons, step, Act(self.desk.id, here.today(), here.now()))
        db.session.commit()
        return commons

    def group(self, name: str, lead: Account) -> Group:
        """A group that somebody represents."""
        since = date(2026, 1, 1)
        group = Group(name=name, kind=ProposerKind.INFORMAL_GROUP, created_at=self.settings.now())
        group.members = [Membership(account_id=lead.id, is_lead=True, since=since)]
        db.session.add(group)
        db.session.commit()
        return group

    def announce(self, by: Account | None = None, key: str = KEY, **typed: Any) -> TestResponse:
        """Send the form of a module as the resident fills it in."""
        return self.as_(by or self.resident).post(
            f"/modules/{key}/activity", data=self.typed(key, **typed)
        )

    def typed(self, key: str = KEY, **typed: Any) -> dict[str, Any]:
        """What the resident types."""
        usual = {
            "ordinal": self.latest(key).ordinal,
            "place": "Giardino dei Tigli",
            "heritage": "no",
            "happens_on": SATURDAY,
            "items": 2,
            "people_count": 1,
            "accepts": "y",
            "risk_read": "y",
        }
        return {k: v for k, v in (usual | typed).items() if v is not None}

    def activity(self) -> Activity:
        """The latest activity as it stands."""
        db.session.expire_all()
        query = select(Activity).order_by(Activity.id.desc()).limit(1)
        return db.session.scalars(query).one()

    def activities(self) -> int:
        """How many activities there are."""
        db.session.expire_all()
        return len(db.session.scalars(select(Activity)).all())

    def loan(self) -> Loan:
        """The latest loan as it stands."""
        db.session.expire_all()
        return db.session.scalars(select(Loan).order_by(Loan.id.desc()).limit(1)).one()

    def done(self, by: Account | None = None, **typed: Any) -> TestResponse:
        """Say that the latest activity is done."""
        activity = self.activity()
        data = {"version": activity.version, "done_on": activity.happens_on} | typed
        return self.as_(by or self.resident).post(f"/activities/{activity.number}/done", data=data)
