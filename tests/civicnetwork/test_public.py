"""What the public finds: lists, search, filters, pages. Art. 3(1)b, 11(5), 11(11)."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event

from pactregistry.database import db
from pactregistry.pacts.models import Pact
from pactregistry.proposals.models import Proposal

Make = Callable[..., Pact]
MakeProposal = Callable[..., Proposal]


def test_an_empty_registry_says_what_will_stand_there(client: FlaskClient) -> None:
    assert client.get("/").status_code == 200
    assert client.get("/pacts/").status_code == 200
    assert client.get("/proposals/").status_code == 200


def test_search_finds_words_without_accents_and_case(client: FlaskClient, make_pact: Make) -> None:
    make_pact("Là dove c'era un Orto")
    make_pact("Benches")
    found = client.get("/pacts/?q=ORTO+la").text
    assert "Orto" in found
    assert "Benches" not in found


@pytest.mark.parametrize(("name", "value"), [("district", "fiume"), ("kind", "building")])
def test_filters_choose(client: FlaskClient, make_pact: Make, name: str, value: str) -> None:
    column = {"kind": "commons_kind"}.get(name, name)
    make_pact("Chosen", **{column: value})
    make_pact("Other")
    found = client.get(f"/pacts/?{name}={value}").text
    assert "Chosen" in found
    assert "Other" not in found


def test_a_received_proposal_shows_one_line_until_its_sheet_is_public(
    client: FlaskClient, make_proposal: MakeProposal
) -> None:
    proposal = make_proposal("A secret title", opened=False)
    page = client.get("/proposals/").text
    assert str(proposal.number) in page
    assert "A secret title" not in page


def test_a_withheld_file_is_found_nowhere(client: FlaskClient, make_pact: Make) -> None:
    pact = make_pact("As it was proposed")
    pact.title = "Withheld one"
    pact.withheld = True
    db.session.commit()
    for address in ("/", "/pacts/", "/data/pacts.json", "/api/v1/pacts"):
        assert "Withheld one" not in client.get(address).text
    assert client.get(f"/pacts/{pact.number}.json").status_code == 404


def test_pages_follow_each_other_and_end(client: FlaskClient, make_pact: Make) -> None:
    for n in range(21):
        make_pact(f"Pact {n:02d}")
    first = client.get("/pacts/").text
    second = client.get("/pacts/?page=2").text
    assert "Pact 20" in first
    assert "Pact 00" not in first
    assert "Pact 00" in second
    assert client.get("/pacts/?page=3").status_code == 404


@pytest.mark.parametrize("address", ["/", "/pacts/", "/proposals/", "/feed.atom", "/api/v1/pacts"])
def test_queries_do_not_grow_with_the_number_of_pacts(
    client: FlaskClient, make_pact: Make, address: str
) -> None:
    make_pact("First")
    few = _queries(client, address)
    for n in range(12):
        make_pact(f"Pact {n}")
    assert _queries(client, address) == few


def _queries(client: FlaskClient, address: str) -> int:
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            seen.append(statement)

    db.session.remove()
    event.listen(db.engine, "before_cursor_execute", note)
    try:
        assert client.get(address).status_code == 200
    finally:
        event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)
