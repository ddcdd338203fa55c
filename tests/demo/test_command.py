"""`demo` fills an empty database only, once, and says how to sign in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, text

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.demo import early, filling, marker
from pactregistry.demo.stage import Moment, at, play
from pactregistry.people.models import Account
from pactregistry.proposals.models import Proposal


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """One story is enough to see what the command does."""
    monkeypatch.setattr(filling, "_stories", lambda cast, minutes: [early.withdrawn(cast)])
    monkeypatch.setattr(filling, "render_pdf", lambda html: b"%PDF")


def _count() -> int:
    return db.session.scalar(select(func.count()).select_from(Proposal)) or 0


def test_it_fills_once_and_prints_the_same_accounts_again(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--if-empty") == 0
    first = capsys.readouterr().out
    assert "desk@valfiorita.example" in first
    assert "code key" in first
    assert run("--if-empty") == 0
    assert capsys.readouterr().out == first
    assert run() == 0
    assert _count() == 1


def test_it_refuses_a_database_that_holds_other_data(
    run: Callable[..., int], person: Callable[..., Account], capsys: pytest.CaptureFixture[str]
) -> None:
    person("Somebody Real")
    for arguments in ((), ("--reset",)):
        assert run(*arguments) == 1
        told = capsys.readouterr()
        assert told.err.count("\n") == 1
        assert "holds other data" in told.err
        assert told.out == ""
    assert run("--if-empty") == 0
    assert capsys.readouterr().out == ""
    assert db.session.scalar(select(func.count()).select_from(Account)) == 1


def test_a_mark_of_another_database_counts_for_nothing(
    run: Callable[..., int], person: Callable[..., Account]
) -> None:
    person("Somebody Real")
    marker.write(marker.Mark("elsewhere", "x", whole=True, entrances=()))
    assert run("--reset") == 1
    assert db.session.scalar(select(func.count()).select_from(Account)) == 1


def test_reset_empties_and_fills_again(run: Callable[..., int]) -> None:
    assert run() == 0
    before = marker.read()
    mails = len(list((settings().data_dir / "mail").glob("*.eml")))
    assert run("--reset") == 0
    after = marker.read()
    assert before is not None
    assert after is not None
    assert before.key != after.key
    assert _count() == 1
    assert len(list((settings().data_dir / "mail").glob("*.eml"))) == mails


def test_a_filling_that_broke_off_is_begun_anew(
    run: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(html: str) -> bytes:
        raise OSError(html[:3])

    with monkeypatch.context() as patch:
        patch.setattr(filling, "render_pdf", breaks)
        with pytest.raises(OSError, match="<!d"):
            run()
    assert run("--if-empty") == 0
    mark = marker.read()
    assert mark is not None
    assert mark.whole
    assert _count() == 1


def test_while_it_serves_every_commit_waits_for_the_disk(
    run: Callable[..., int], unserved: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As shipped: the application that tests share does not wait for the disk."""

    def waits() -> int:
        return int(db.session.execute(text("PRAGMA synchronous")).scalar_one())

    before, within = waits(), []
    monkeypatch.setattr(filling, "render_pdf", lambda _html: within.append(waits()) or b"%PDF")
    assert run() == 0
    assert within[0] < before == waits()


def test_no_mail_leaves(
    run: Callable[..., int], app: Flask, capsys: pytest.CaptureFixture[str]
) -> None:
    app.config["SETTINGS"] = replace(settings(), smtp_url="smtp://127.0.0.1:9")
    assert run() == 1
    assert "mail server" in capsys.readouterr().err
    assert _count() == 0


def test_the_mails_are_shown_only_where_the_demo_stands(
    run: Callable[..., int], client: FlaskClient
) -> None:
    missing = client.get("/demo/nothing")
    assert client.get("/demo/mail").status_code == 404 == missing.status_code
    assert run() == 0
    assert client.get("/demo/mail").status_code == 200


def test_the_clock_is_put_back_and_stories_keep_the_order_of_their_days(app: Flask) -> None:
    seen: list[tuple[str, int]] = []
    today = settings().today()

    def story(name: str, *days: int) -> Iterator[Moment]:
        for day in days:
            yield at(day, 9)
            seen.append((name, (settings().today() - today).days))

    before = app.config["SETTINGS"]
    play([story("a", -9, -2), story("b", -5, -1)])
    assert seen == [("a", -9), ("b", -5), ("a", -2), ("b", -1)]
    assert app.config["SETTINGS"] is before
    assert at(-1, 9) == (-1, time(9))
    with pytest.raises(ValueError, match="yesterday"):
        at(0, 9)
    with pytest.raises(ValueError, match="back in time"):
        play([story("c", -2, -3)])
