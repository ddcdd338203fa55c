"""Signs that nobody sees, and numbers that no database counts to, harm nothing."""

from collections.abc import Callable

import feedparser
import pytest
from flask.testing import FlaskClient

from pactregistry.people.models import Account
from pactregistry.typed import seen
from tests.proposals.writing import latest, write

UNSEEN = "Flower\x00\x0b\x1b\u202ebeds\u2069\uffff"


def test_lines_and_letters_stay() -> None:
    assert seen("Perù,\r\n\tعربي \u200d e\u0301") == "Perù,\r\n\tعربي \u200d e\u0301"


def test_what_is_typed_holds_no_unseen_sign(
    client: FlaskClient, person: Callable[..., Account], sign_in: Callable[..., None]
) -> None:
    sign_in(client, person("Ada Riva"))
    draft = write(client, title=UNSEEN, place="", place_name=UNSEEN)
    client.post(f"/drafts/{draft.id}/submission", data={"version": latest().version})
    assert latest().title == "Flowerbeds"
    feed = feedparser.parse(client.get("/feed.atom").data)
    assert not feed.bozo
    assert "Flowerbeds" in feed.entries[0].title


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/drafts/99999999999999999999", 404),
        (f"/drafts/{'9' * 5000}", 404),
        ("/pacts/2026%000001", 404),
        ("/pacts/?page=99999999999999999999", 404),
        ("/feed.json?before=99999999999999999999", 200),
        ("/feed.json?before=-99999999999999999999", 200),
        ("/feed.json?kind=nothing", 200),
        ("/proposals/?kind=nothing&intensity=%00", 200),
        ("/proposals/?q=%00", 200),
    ],
)
def test_no_address_breaks_the_server(
    client: FlaskClient,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    address: str,
    code: int,
) -> None:
    sign_in(client, person("Ada Riva"))
    assert client.get(address).status_code == code


def test_a_version_that_never_was_is_refused(
    client: FlaskClient, person: Callable[..., Account], sign_in: Callable[..., None]
) -> None:
    sign_in(client, person("Ada Riva"))
    draft = write(client)
    answer = client.post(f"/drafts/{draft.id}/deletion", data={"version": "9" * 5000})
    assert answer.status_code == 409
