"""Scenario 5: an old washhouse for twelve years. Art. 11(9), 15(2), 15(6), 17."""

from datetime import date

import pytest

from pactregistry.documents import storage
from tests.scenarios.valfiorita import RESOLUTION, Valfiorita, paper, words_of

WASHHOUSE = {
    "what": {
        "title": "Lavatoio Aperto",
        "description": "Recuperare il lavatoio e farne un laboratorio aperto a tutti.",
        "benefits": "Un luogo chiuso da anni torna alla gente.",
        "intensity": "regeneration",
        "commons_kind": "building",
    },
    "where": {"place": "Lavatoio vecchio", "heritage_protected": "y"},
    "how": {"wished_from": "2026-06-01", "wished_until": "2038-06-01", "works": "y", "risk": "y"},
}
FOUR = ("explanatory_report", "maintenance_programme", "scaled_drawings", "estimate")
HERITAGE_ACT = "Soprintendenza 9/2026 del 20 giugno 2026"


@pytest.fixture
def inquiry(valfiorita: Valfiorita) -> str:
    """Received and numbered without the four papers; the inquiry is open."""
    city = valfiorita
    group = city.found_group("association", "Lavatoio Aperto", "Elmo", "Dina")
    city.bring_mandate(group)
    number = city.propose_at_length(group, **WASHHOUSE)
    received = city.proposal(number)
    assert (received.state, received.number) == ("submitted", number)
    assert city.open_inquiry(number, offices=["works"]).status_code == 302
    return number


@pytest.fixture
def table(valfiorita: Valfiorita, inquiry: str) -> str:
    """Papers asked and still out, the executive in favour, accepted: the text is written."""
    city, number = valfiorita, inquiry
    favourable = {"verdict": "favourable", "text": "La struttura regge."}
    city.give_opinion(number, city.works, "works", **favourable)
    asked = {f"texts-{place}": kind for place, kind in enumerate(FOUR)}
    assert city.step(city.desk, number, "supplement-request", **asked).status_code == 302
    bring = {"text": "Mancano ancora i disegni.", "paper_explanatory_report": paper(FOUR[0])}
    answer = city.post(city.resident, f"/proposals/{number}/supplement", number, **bring)
    assert answer.status_code == 302, answer.text
    city.refer_and_resolve(number)
    city.go(date(2026, 4, 20))
    assert city.accept(number).status_code == 302
    what = {"a": "Recuperare il lavatoio.", "d": "Aperto a tutti dalle 8 alle 20."}
    city.fill_sections(number, c="I lavori sono dei cittadini.", **what)
    return number


def state_everything(city: Valfiorita, number: str) -> None:
    """What a regeneration of a building is asked to state."""
    opening = {"opening": "Aperto a tutti dalle 8 alle 20.", "balance": "Poco costo, molto luogo."}
    city.state(number, "use", aim="open", kept_open="y", **opening)
    shares = {"citizens_amount": "150000", "city_amount": "30000", "qualified": "y"}
    city.state(number, "regeneration", mode="both", executor="citizens", **shares)
    kept = {"additions": "Un forno e i servizi.", "additions_kept": "y", "works": "Il tetto."}
    city.state(number, "building", purpose="Laboratorio aperto, sempre.", **kept)
    city.state(number, "risks", risks=["heights", "emergency"])
    city.state(number, "insurance", insurer="citizens", cover="Infortuni e terzi.")
    grounds = {"long_term_grounds": "Il recupero del tetto.", "long_term_amount": "180000"}
    city.set_terms(number, supervisor="Elmo", **grounds)


def add_annex(city: Valfiorita, number: str, kind: str) -> None:
    """The desk adds a paper to the text."""
    answer = city.write(number, "annexes", label=kind, file=paper(kind), public="")
    assert answer.status_code == 302, answer.text


@pytest.mark.article("11(9)")
def test_the_desk_is_led_to_the_executive(valfiorita: Valfiorita, inquiry: str) -> None:
    city, number = valfiorita, inquiry
    page = city.enter(city.desk).get(f"/desk/proposals/{number}").text
    assert "Is it a substantial change?" in page
    assert "works are planned on a building" in page
    report = city.enter(city.desk).get(f"/desk/proposals/{number}/executive-report")
    assert report.status_code == 200
    assert "Un luogo chiuso da anni torna alla gente." in report.text
    assert city.enter(city.resident).get(
        f"/desk/proposals/{number}/executive-report"
    ).status_code in {403, 404}
    city.refer_and_resolve(number)
    assert city.proposal(number).state == "inquiry"
    assert "Is it a substantial change?" not in (
        city.enter(city.desk).get(f"/desk/proposals/{number}").text
    )


@pytest.mark.article("15(2)", "17(1)", "17(2)", "17(3)", "17(4)", "11(9)", "15(6)")
def test_from_the_first_page_to_the_beginning_of_the_works(
    valfiorita: Valfiorita, table: str
) -> None:
    city, number = valfiorita, table
    pact = city.pact(number).number
    # The table names what is open, each with its page; it is not silent on twelve years.
    page = city.enter(city.desk).get(f"/pacts/{pact}/codesign").text
    for open_point in ("lasts longer than the normal limit", "who carries out the works"):
        assert open_point in page
    assert "Regeneration needs these papers before signing" in page
    state_everything(city, number)
    city.agree_and_freeze(number)
    text = city.text(number)
    assert text.resolution == RESOLUTION

    # Three of the four papers are still out: nobody signs.
    refused = city.sign(number, city.resident)
    assert refused.status_code == 409
    assert "15#p2" in refused.text or "Art. 15(2)" in refused.text
    why = {"version": text.version, "reason": "I documenti mancanti."}
    answer = city.enter(city.desk).post(f"/pacts/{pact}/rework", data=why)
    assert answer.status_code == 302, answer.text
    for kind in FOUR[1:]:
        add_annex(city, number, kind)
    city.agree_and_freeze(number)
    city.clock.go(date(2026, 5, 10))
    assert city.sign_all(number).state == "signed"

    # Its first day comes and it does not begin: everyone reads who is waited for.
    city.go(date(2026, 6, 1))
    assert city.pact(number).state == "signed"
    assert any("Cannot start yet" in subject for subject in city.mailed(city.desk))
    waiting = city.browser().get(f"/pacts/{pact}").text
    assert "Waiting for: Ufficio beni comuni" in waiting
    asked = city.on_pact(number, "heritage-request", date(2026, 6, 2), protocol="88/2026")
    assert asked.status_code == 409  # not yet the day
    city.clock.go(date(2026, 6, 2))
    assert city.on_pact(number, "heritage-request", date(2026, 6, 2)).status_code == 302
    assert "Waiting for: the heritage authority" in city.browser().get(f"/pacts/{pact}").text
    city.go(date(2026, 6, 20))
    assert city.pact(number).state == "signed"
    act = {"outcome": "approved", "act": HERITAGE_ACT, "conditions": "Solo calce."}
    assert city.on_pact(number, "heritage", date(2026, 6, 20), **act).status_code == 302
    city.go(date(2026, 6, 21))
    assert city.pact(number).state == "active"
    public = city.browser().get(f"/pacts/{pact}").text
    assert HERITAGE_ACT in public
    assert "none: the building is given free of charge" in public
    record = city.browser().get(f"/pacts/{pact}.json").json
    assert record["heritage"]["act"] == HERITAGE_ACT
    assert record["ends_on"] == "2038-06-01"

    # The public file says so too.
    words = words_of(storage.get(city.text(number).public_sha256 or ""))
    for said in ("Laboratorio aperto, sempre.", "180.000", "150.000", RESOLUTION, "Solo"):
        assert (said in words) is (said != "Solo")  # the authority's conditions came later


@pytest.mark.article("17(3)")
@pytest.mark.parametrize(
    ("starts", "ends", "too_long"),
    [
        ("2026-06-01", "2035-06-01", False),
        ("2026-06-01", "2035-06-02", True),
        ("2028-02-29", "2037-02-28", False),
        ("2028-02-29", "2037-03-01", True),
        ("2027-02-28", "2036-02-28", False),
        ("2027-02-28", "2036-02-29", True),
        ("", "2035-04-20", False),
        ("", "2035-04-21", True),
    ],
)
def test_nine_years_to_the_day(
    valfiorita: Valfiorita, table: str, starts: str, ends: str, *, too_long: bool
) -> None:
    city, number = valfiorita, table
    city.set_terms(number, starts_on=starts, ends_on=ends)
    pact = city.pact(number).number
    page = city.enter(city.desk).get(f"/pacts/{pact}/freezing").text
    assert ("lasts longer than the normal limit" in page) is too_long
    grounds = {"long_term_grounds": "Il tetto.", "long_term_amount": "180000"}
    city.set_terms(number, starts_on=starts, ends_on=ends, **grounds)
    page = city.enter(city.desk).get(f"/pacts/{pact}/freezing").text
    assert "lasts longer than the normal limit" not in page
