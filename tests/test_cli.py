"""The command line: ready at once, one sentence an error, both processes end together."""

import os
import signal
import socket
import subprocess
import sys
import time
from http import HTTPStatus
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from pactregistry import commands
from pactregistry.cli import COMMANDS, main

Capture = pytest.CaptureFixture[str]
START_LIMIT = 60


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    folder = tmp_path / "data"
    for name in list(os.environ):
        if name.startswith("PACTREGISTRY_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("PACTREGISTRY_DATA_DIR", str(folder))
    return folder


def sentence(capture: Capture) -> str:
    """What stands on standard error: one line, no traceback."""
    told = capture.readouterr().err
    assert told.startswith("pactregistry")
    assert told.count("\n") == 1
    assert "Traceback" not in told
    return told


def test_init_makes_the_database_and_may_be_repeated(data: Path, capsys: Capture) -> None:
    assert main(["init"]) == 0
    assert (data / "registry.sqlite").exists()
    assert main(["init"]) == 0
    assert "Comune di Valfiorita" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["run-due"], ["serve"], ["admin", "ada@people.example"]])
def test_nothing_works_on_a_database_that_is_not_ready(command: list[str], capsys: Capture) -> None:
    assert main(command) == 1
    assert "run `pactregistry init` first" in sentence(capsys)


def test_run_due_may_be_repeated_and_takes_a_time(capsys: Capture) -> None:
    main(["init"])
    capsys.readouterr()
    for command in (["run-due"], ["run-due"], ["run-due", "--at", "2031-05-06T12:00"]):
        assert main(command) == 0
        assert capsys.readouterr().out == "Mails sent: 0.\n"


def test_the_first_administrator_gets_a_link(capsys: Capture) -> None:
    main(["init"])
    capsys.readouterr()
    assert main(["admin", "ada@people.example"]) == 0
    assert capsys.readouterr().out.startswith("http://127.0.0.1:5000/")


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["fly"],
        ["admin"],
        ["admin", "nobody"],
        ["run-due", "--at", "soon"],
        ["serve", "--port", "x"],
        ["check", "weather"],
    ],
)
def test_what_is_not_understood_ends_with_2(command: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(command)
    assert ended.value.code == 2
    assert "--help" in sentence(capsys)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("COLOUR", "blue", "Unknown setting PACTREGISTRY_COLOUR"),
        ("BASE_URL", "gopher://x", "http://"),
        ("PACK", "atlantis", "There is no pack atlantis"),
        ("NOW", "tomorrow", "tomorrow"),
        ("TIMEZONE", "Moon/Sea", "Moon/Sea"),
        ("DATABASE_URL", "sqlite:////nowhere/at/all.sqlite", "unable to open database file"),
        ("DATABASE_URL", "carrier-pigeon", "Could not parse"),
    ],
)
def test_a_wrong_setting_is_one_sentence(
    name: str, value: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv(f"PACTREGISTRY_{name}", value)
    assert main(["init"]) == 1
    assert told in sentence(capsys)


def test_a_city_that_does_not_fit_is_told(data: Path, capsys: Capture) -> None:
    data.mkdir()
    shipped = Path(__file__).parents[1] / "regulation" / "city.toml"
    text = shipped.read_text("utf-8").replace("inquiry = 45", "conciliation = 60")
    (data / "city.toml").write_text(text, "utf-8")
    assert main(["init"]) == 1
    told = sentence(capsys)
    assert "the text itself sets this term" in told
    assert "terms.inquiry" in told


@pytest.mark.parametrize(("stale", "code"), [([], 0), (["regulation/lifecycle.md"], 1)])
def test_the_regulation_is_checked(
    stale: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(commands, "stale_pages", lambda *_: stale)
    assert main(["check", "regulation"]) == code
    told = capsys.readouterr().err
    assert told == "".join(f"{page} is not what the program says now\n" for page in stale)


def test_a_pack_that_lacks_what_the_lifecycle_cites_is_told_line_by_line(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(commands, "stale_pages", lambda *_: [])
    thin = data / "regulation" / "thin"
    thin.mkdir(parents=True)
    shipped = Path(__file__).parents[1] / "regulation" / "bologna-2014"
    text = (shipped / "pack.toml").read_text("utf-8").replace('"bologna-2014"', '"thin"')
    (thin / "pack.toml").write_text(text, "utf-8")
    (thin / "articles").symlink_to(shipped / "articles")
    assert main(["check", "regulation"]) == 0
    capsys.readouterr()
    text = text.replace("[general_law.obstacles_notice]", "[general_law.another_notice]")
    (thin / "pack.toml").write_text(
        text.replace('cites = ["law:obstacles_notice"]', 'cites = ["11(8)"]'), "utf-8"
    )
    assert main(["check", "regulation"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert "thin: proposal.warn cites obstacles_notice, which does not stand in the pack" in lines


def test_every_command_has_its_help(capsys: Capture) -> None:
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            main([command.name, "--help"])
        assert ended.value.code == 0
        assert command.help in " ".join(capsys.readouterr().out.split())


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def healthy(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer:
            return bool(answer.status == HTTPStatus.OK)
    except (URLError, OSError):
        return False


def processes_of(group: int) -> list[str]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group and fields[0] != "Z":
                found.append(folder.name)
    return found


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_server_and_scheduler_serve_and_end_together(ending: signal.Signals) -> None:
    assert main(["init"]) == 0
    port = free_port()
    command = [sys.executable, "-m", "pactregistry.cli", "serve", "--port", str(port)]
    with subprocess.Popen(command, start_new_session=True) as server:
        try:
            limit = time.monotonic() + START_LIMIT
            while not healthy(port) and time.monotonic() < limit and server.poll() is None:
                time.sleep(0.2)
            assert healthy(port)
            server.send_signal(ending)
            assert server.wait(timeout=START_LIMIT) == 0
            limit = time.monotonic() + START_LIMIT
            while processes_of(server.pid) and time.monotonic() < limit:
                time.sleep(0.1)
            assert processes_of(server.pid) == []
        finally:
            if server.poll() is None:
                os.killpg(server.pid, signal.SIGKILL)
