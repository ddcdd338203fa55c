"""Open data and API: the contract's fields, nothing personal, nothing that a spreadsheet runs."""

import csv
import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate

from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal
from tests.civicnetwork.made import CANARY

PACT_FIELDS = [
    "number",
    "title",
    "summary",
    "state",
    "pack",
    "track",
    "intensity",
    "kind",
    "pact_kind",
    "commons",
    "parties",
    "proposal",
    "renews",
    "registry_number",
    "act",
    "adherents",
    "imported",
    "signed_on",
    "published_at",
    "starts_on",
    "ends_on",
    "ended",
    "evaluations",
    "disputes",
    "sections",
    "conditions",
    "heritage",
    "owner_consent",
    "supports",
    "reports",
    "versions",
    "history",
    "links",
]


def test_a_pact_as_json_follows_the_contract(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    pact = make_pact()
    record = client.get(f"/pacts/{pact.number}.json").json
    assert sorted(record) == sorted(PACT_FIELDS)
    assert record == client.get(f"/api/v1/pacts/{pact.number}").json
    assert record["supports"][0]["amount_ceiling"] == "300.00"
    assert record["signed_on"] == "2026-03-02"
    assert record["published_at"].endswith("+00:00")
    assert {"source": "statute", "article": 11, "paragraph": 11, "letter": None} in record[
        "history"
    ][0]["cites"]


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/pacts/",
        "/proposals/",
        "/feed.atom",
        "/feed.json",
        "/data/pacts.csv",
        "/data/pacts.json",
        "/data/proposals.csv",
        "/data/proposals.json",
        "/api/v1/pacts",
        "/api/v1/proposals",
        "/pacts/2026-0001.json",
        "/proposals/2026-P-0001.json",
    ],
)
def test_nothing_private_is_public(
    client: FlaskClient, make_pact: Callable[..., Pact], address: str
) -> None:
    make_pact()
    response = client.get(address)
    assert response.status_code == 200
    assert CANARY not in response.text


def test_cells_that_look_like_formulas_stay_text(
    client: FlaskClient, make_proposal: Callable[..., Proposal]
) -> None:
    for title in ("=1+1", "+1", "-1", "@SUM(A1)", "\tx"):
        make_proposal(title)
    rows = list(csv.DictReader(io.StringIO(client.get("/data/proposals.csv").text)))
    assert len(rows) == 5
    assert all(row["title"].startswith("'") for row in rows)


def test_the_api_describes_itself_and_pages_by_cursor(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    description = client.get("/api/openapi.json").json
    validate(description)
    assert description["openapi"].startswith("3.1")
    for n in range(3):
        make_pact(f"Pact {n}")
    first = client.get("/api/v1/pacts?limit=2").json
    rest = client.get(f"/api/v1/pacts?limit=2&after={first['next']}").json
    numbers = [item["number"] for item in first["items"] + rest["items"]]
    assert numbers == ["2026-0001", "2026-0002", "2026-0003"]
    assert rest["next"] is None


@pytest.mark.parametrize("query", ["limit=0", "limit=101", "after=-1", "after=x"])
def test_a_wrong_cursor_is_said_to_be_wrong(client: FlaskClient, query: str) -> None:
    assert client.get(f"/api/v1/pacts?{query}").status_code == 422


def test_the_api_is_open_to_other_sites_and_revalidated(
    client: FlaskClient, make_pact: Callable[..., Pact]
) -> None:
    make_pact()
    response = client.get("/api/v1/pacts")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    again = client.get("/api/v1/pacts", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("number", ["2026-9999", "x", "2026-P-9999"])
def test_what_is_missing_is_404(client: FlaskClient, number: str) -> None:
    assert client.get(f"/pacts/{number}.json").status_code == 404
    assert client.get(f"/api/v1/pacts/{number}").status_code == 404
