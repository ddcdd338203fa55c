"""The mark of a demo in the data folder: its accounts, and which database they belong to."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import select

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Account


@dataclass(frozen=True)
class Entrance:
    """How one invented person signs in."""

    name: str
    email: str
    role: str
    code_key: str


@dataclass(frozen=True)
class Mark:
    """What a demo left behind; `key` is held by one of its accounts too."""

    key: str
    password: str
    whole: bool
    entrances: tuple[Entrance, ...]


def write(mark: Mark) -> None:
    """Keep the mark, readable by the operator alone."""
    path = _path()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.touch(mode=0o600)
    part.write_text(json.dumps(asdict(mark), indent=2), "utf-8")
    part.replace(path)


def read() -> Mark | None:
    """The mark of the demo that fills this very database, or None."""
    path = _path()
    if not path.exists():
        return None
    told = json.loads(path.read_text("utf-8"))
    entrances: Sequence[dict[str, str]] = told["entrances"]
    mark = Mark(
        told["key"], told["password"], told["whole"], tuple(Entrance(**e) for e in entrances)
    )
    query = select(Account.id).where(Account.fs_uniquifier == mark.key)
    return mark if db.session.scalar(query) is not None else None


def _path() -> Path:
    return settings().data_dir / "demo.json"
