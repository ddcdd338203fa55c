"""A small town for random acts: its people, their browsers, days, and stages to begin from."""

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from pactregistry.config import Settings
from pactregistry.database import db
from pactregistry.documents.actions import attach
from pactregistry.documents.uploads import Upload
from pactregistry.people.models import Account, Group, Holding, Membership
from pactregistry.scheduler import SWEEPS
from pactregistry.workflow.states import ProposerKind, Role
from tests.databases import Database, Rows, Tables

CITIZENS = ("rita", "nino", "lina")
OFFICERS: Mapping[str, tuple[Role, str]] = {
    "desk": (Role.DESK, "commons"),
    "second_desk": (Role.DESK, "commons"),
    "manager": (Role.MANAGER, "commons"),
    "substitute": (Role.MANAGER, "commons"),
    "executive": (Role.EXECUTIVE, "executive"),
    "green": (Role.REVIEWER, "green"),
    "president": (Role.DISTRICT, "centro"),
}
EVERYONE = (*CITIZENS, *OFFICERS)
# Of disputes: who may sit on a committee, and who convenes one. Art. 33(1)
SAGES = ("prima", "secondo", "terza", "quarto")
SECRETARIES: Mapping[str, tuple[Role, str]] = {
    "sira": (Role.SECRETARY, ""),
    "sandro": (Role.SECRETARY, ""),
}
HELD = {**OFFICERS, **SECRETARIES}
# Signing in, its limits and the repeated request are no acts on a file.
MACHINERY = frozenset({"sign_in", "attempt", "request_done"})


@dataclass(frozen=True)
class Snapshot:
    """The whole database at an instant, read beside the application."""

    tables: Tables

    def __getitem__(self, table: str) -> Rows:
        return self.tables[table]

    def find(self, table: str, row_id: int) -> Mapping[str, Any]:
        """A row by its number."""
        return next(row for row in self.tables[table] if row["id"] == row_id)

    @cached_property
    def digest(self) -> str:
        """One fingerprint of all that an act may touch, the mails to send included."""
        acts = {name: rows for name, rows in self.tables.items() if name not in MACHINERY}
        # A one-time code that was typed is spent, whatever became of the act.
        acts["account"] = tuple({**row, "tf_last_counter": None} for row in self.tables["account"])
        return hashlib.sha256(json.dumps(acts, default=str, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Request:
    """A form as somebody sent it."""

    who: str
    page: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Played:
    """A town whose stages are kept, for the next test that begins from them."""

    ids: Mapping[str, int]
    stages: Mapping[str, datetime]
    group_id: int
    files: Path


@dataclass
class Town:
    """People of the town, each with a browser, and the day it is."""

    name: str
    app: Flask
    database: Database
    clock: Any
    sign_in: Callable[..., None]
    ids: dict[str, int] = field(default_factory=dict)
    browsers: dict[str, FlaskClient] = field(default_factory=dict)
    stages: dict[str, datetime] = field(default_factory=dict)
    group_id: int = 0
    people: tuple[str, ...] = EVERYONE
    seen: tuple[object, Snapshot] | None = None

    @property
    def here(self) -> Settings:
        """The settings, with the clock as it is set."""
        found: Settings = self.app.config["SETTINGS"]
        return found

    @property
    def names(self) -> Mapping[int, str]:
        """Who stands behind an account's number."""
        return {number: name for name, number in self.ids.items()}

    @property
    def today(self) -> date:
        """The day it is."""
        return self.here.today()

    def rate(self) -> None:
        """Let the city collect ratings."""
        here = self.here
        oversight = replace(here.city.oversight, ratings=True)
        self.app.config["SETTINGS"] = replace(here, city=replace(here.city, oversight=oversight))

    def remember(self, files: Path) -> Played:
        """What the next test needs to begin from the same stages; its files are copied."""
        shutil.copytree(self.here.data_dir / "files", files, dirs_exist_ok=True)
        return Played(dict(self.ids), dict(self.stages), self.group_id, files)

    def recall(self, played: Played) -> None:
        """Stand as another test left the stages."""
        shutil.copytree(played.files, self.here.data_dir / "files")
        self.ids, self.stages = dict(played.ids), dict(played.stages)
        self.group_id = played.group_id

    def settle(self, person: Callable[..., Account]) -> None:
        """Let the people open their accounts; Lina has a group."""
        secret = self.app.extensions["security"].totp_factory.generate_totp_secret()
        for name in self.people:
            held = [HELD[name]] if name in HELD else []
            account = person(f"{name.title()} Inventata", f"{name}@people.example", roles=held)
            account.tf_totp_secret = secret if Role.MANAGER in {r for r, _ in held} else None
            self.ids[name] = account.id
        managing = db.session.scalars(db.select(Holding).filter_by(role=Role.MANAGER)).all()
        managing[1].substitute_for_id, managing[1].act = managing[0].id, "Act 7/2026"
        group = Group(
            name="Via Lunga in Fiore",
            kind=ProposerKind.INFORMAL_GROUP,
            created_at=self.here.now(),
            members=[
                Membership(account_id=self.ids["lina"], is_lead=True, since=date(2026, 1, 1)),
                Membership(name="Socia Inventata", since=date(2026, 1, 1)),
            ],
        )
        db.session.add(group)
        db.session.flush()
        self.group_id = group.id
        minutes = Upload("verbale.pdf", "application/pdf", b"%PDF-1.4 minutes", 1)
        subject = ("group", group.id)
        attach(minutes, subject, "mandate", added_at=self.here.now(), added_by_id=None)
        db.session.commit()

    def keep(self, stage: str) -> None:
        """Keep the database as it stands, to begin from it again."""
        self._close()
        self.database.keep(f"{self.name}-{stage}")
        self.stages[stage] = self.here.now()

    def begin(self, stage: str) -> None:
        """Go back to a stage, with everybody signed in."""
        self._close()
        self.seen = None
        self.database.begin(f"{self.name}-{stage}")
        later = (self.stages[stage] + timedelta(minutes=5)).astimezone(self.here.city.zone)
        self.clock.go(later.date(), later.time())
        for name in self.people:
            account = db.session.get_one(Account, self.ids[name])
            self.browsers[name] = self.app.test_client()
            self.sign_in(self.browsers[name], account)
        self.browsers["nobody"] = self.app.test_client()

    def _close(self) -> None:
        db.session.remove()
        db.engine.dispose()

    def send(self, request: Request) -> TestResponse:
        """Send a form."""
        db.session.expire_all()
        data = MultiDict(request.data)
        return self.browsers[request.who].post(request.page, data=data)

    def post(self, who: str, page: str, **data: Any) -> TestResponse:
        """Send a form that must be taken."""
        answer = self.send(Request(who, page, data))
        assert answer.status_code == 302, (page, answer.status_code, answer.text)
        return answer

    def read(self, page: str, who: str = "nobody") -> TestResponse:
        """Open a page."""
        return self.browsers[who].get(page)

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.clock.go(self.today + timedelta(days=days))
        db.session.commit()

    def sweep(self) -> None:
        """Let time do what is due, as the scheduler does; here a failure is seen."""
        db.session.remove()
        for take_due_steps in SWEEPS:
            take_due_steps(self.here.now())
        db.session.remove()

    def snapshot(self) -> Snapshot:
        """The database as it is on the disk, read anew where the disk has changed."""
        db.session.rollback()
        mark = self.database.changed()
        if self.seen is None or self.seen[0] != mark:
            self.seen = mark, Snapshot(self.database.read())
        return self.seen[1]
