"""Settings: a wrong one stops the start with one sentence; a right one is used."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from pactregistry import create_app
from pactregistry.config import Settings, SettingsFault, folder, read_settings


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("PACTREGISTRY_DATBASE_URL", "sqlite://", "Unknown setting PACTREGISTRY_DATBASE_URL"),
        ("PACTREGISTRY_BASE_URL", "pacts.example", "must begin with http:// or https://"),
        ("PACTREGISTRY_SMTP_URL", "http://mail.example", "must begin with smtp:// or smtps://"),
        ("PACTREGISTRY_PACK", "atlantis", "There is no pack atlantis"),
        ("PACTREGISTRY_TIMEZONE", "Europe/Atlantis", "Europe/Atlantis"),
        ("PACTREGISTRY_NOW", "yesterday", "yesterday"),
    ],
)
def test_a_wrong_setting_stops_the_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsFault, match=said):
        read_settings()


def test_the_set_clock_runs_on_from_its_start(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PACTREGISTRY_NOW", "2026-03-29T00:30")
    set_clock = read_settings()
    first = set_clock.now()
    assert set_clock.today().isoformat() == "2026-03-29"
    assert set_clock.now() >= first


def _own_city(data: Path, logo: str) -> None:
    data.mkdir(exist_ok=True)
    text = (folder("regulation") / "city.toml").read_text("utf-8")
    (data / "city.toml").write_text(text.replace('logo = ""', f'logo = "{logo}"'), "utf-8")


def test_the_citys_logo_stands_at_the_head_of_pages(settings: Settings) -> None:
    (settings.data_dir / "arms.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    _own_city(settings.data_dir, "arms.svg")
    client = create_app(read_settings()).test_client()
    assert 'src="data:image/svg+xml;base64,' in client.get("/sign-in").text


@pytest.mark.parametrize(("logo", "said"), [("arms.gif", "must be one of"), ("no.svg", "no.svg")])
def test_a_logo_that_cannot_be_shown_is_said_at_the_start(
    settings: Settings, logo: str, said: str
) -> None:
    _own_city(settings.data_dir, logo)
    with pytest.raises(SettingsFault, match=said):
        read_settings()


@pytest.mark.parametrize(
    ("host", "status"), [("127.0.0.1", 200), ("localhost", 200), ("elsewhere.example", 400)]
)
def test_the_site_answers_under_its_own_name_only(
    settings: Settings, host: str, status: int
) -> None:
    client = create_app(settings).test_client()
    with client.get("/static/icon.svg", base_url=f"http://{host}") as answer:
        assert answer.status_code == status


def _speaking(data: Path, code: str) -> None:
    data.mkdir(exist_ok=True)
    text = (folder("regulation") / "city.toml").read_text("utf-8")
    (data / "city.toml").write_text(text.replace('"es"]', f'"es", "{code}"]'), "utf-8")


def test_a_further_language_is_a_catalogue(settings: Settings) -> None:
    _speaking(settings.data_dir, "ar")
    with pytest.raises(SettingsFault, match="no catalogue for ar"):
        read_settings()
    catalogue = Catalog(locale="ar")
    catalogue.add("Sign in", "تسجيل الدخول")
    own = settings.data_dir / "translations/ar/LC_MESSAGES/messages.mo"
    own.parent.mkdir(parents=True)
    with own.open("wb") as out:
        write_mo(out, catalogue)
    client = create_app(read_settings()).test_client()
    page = client.get("/sign-in", headers={"Accept-Language": "ar"}).text
    assert '<html lang="ar" dir="rtl">' in page
    assert "تسجيل الدخول" in page


@pytest.mark.parametrize(("reader", "named"), [("en", "Italian"), ("es", "italiano"), ("it", "")])
def test_the_binding_language_is_named_beside_a_translation(
    settings: Settings, reader: str, named: str
) -> None:
    client = create_app(settings).test_client()
    page = client.get("/regulation/5", headers={"Accept-Language": reader}).text
    assert ("pr-binding" in page) == bool(named)
    assert named in page
