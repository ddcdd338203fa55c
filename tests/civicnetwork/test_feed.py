"""The feed: one entry for each publication act, never two, never one lost. Art. 11(11)."""

from collections.abc import Callable

import feedparser
from flask.testing import FlaskClient

from pactregistry.database import db
from pactregistry.journal import record
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from pactregistry.workflow.states import Role
from tests.civicnetwork.made import act, lawful


def test_feedparser_reads_the_entry_of_a_signed_pact(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    pact = make_pact("Flowerbeds")
    feed = feedparser.parse(client.get("/feed.atom").data)
    assert not feed.bozo
    (entry,) = [e for e in feed.entries if f"/pacts/{pact.number}" in e.link]
    assert entry.id.startswith("tag:")
    assert "Flowerbeds" in entry.title
    assert entry.updated
    assert [e.href for e in entry.enclosures] == [f"http://127.0.0.1:5000/pacts/{pact.number}.pdf"]
    assert {tag.term for tag in entry.tags} == {"public_space", "centro", "continuous"}


def test_each_act_has_one_entry_and_the_same_id_each_time(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    make_pact()
    first = [e.id for e in feedparser.parse(client.get("/feed.atom").data).entries]
    again = [item["id"] for item in client.get("/feed.json").json["items"]]
    assert first == again
    assert len(set(first)) == len(first) == 3  # received, opened for comment, signed


def test_a_receipt_names_place_but_not_title(
    client: FlaskClient, make_proposal: Callable[..., Proposal]
) -> None:
    make_proposal("Hidden title", opened=False)
    body = client.get("/feed.atom").text
    assert "Via Lunga" in body
    assert "Hidden title" not in body


def test_a_withheld_file_leaves_a_tombstone(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    pact = make_pact("Should not be here")
    record(pact, lawful("pact", "withhold", "signed", "signed", Role.DESK), act("by mistake"))
    db.session.commit()
    feed = feedparser.parse(client.get("/feed.atom").data)
    entry = next(e for e in feed.entries if f"/pacts/{pact.number}" in e.link)
    assert "Should not be here" not in str(entry)
    assert not entry.enclosures


def test_filters_and_older_pages(client: FlaskClient, make_pact: Callable[..., Pact]) -> None:
    for n in range(20):
        make_pact(f"Pact {n}")
    make_pact("By the river", district="fiume")
    only = client.get("/feed.json?district=fiume").json["items"]
    assert [item["title"].split(": ")[1] for item in only] == ["By the river"]
    seen: list[str] = []
    address = "/feed.json"
    while address:
        page = client.get(address).json
        seen += [item["id"] for item in page["items"]]
        address = page.get("next_url", "").replace("http://127.0.0.1:5000", "")
    assert len(seen) == len(set(seen)) == 21 * 3


def test_an_unchanged_feed_is_answered_304(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    make_pact()
    tag = client.get("/feed.atom").headers["ETag"]
    assert client.get("/feed.atom", headers={"If-None-Match": tag}).status_code == 304


def test_what_is_corrected_before_signature_is_not_told(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    pact = make_pact("A name that was wrong")
    pact.state = "forming"
    before = len(client.get("/feed.json").json["items"])
    record(pact, lawful("pact", "correct", "forming", "forming", Role.MANAGER), act("a slip"))
    db.session.commit()
    assert len(client.get("/feed.json").json["items"]) == before


def test_a_filter_is_repeated_as_it_was_given(client: FlaskClient) -> None:
    address = client.get("/feed.json?district=a%26b%3Dc").json["feed_url"]
    assert address.endswith("/feed.json?district=a%26b%3Dc")
