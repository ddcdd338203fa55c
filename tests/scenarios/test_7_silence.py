"""Scenario 7: silence, refusal and answer. Art. 11(4), 11(6), 11(8)."""

from datetime import date

import pytest

from tests.scenarios.valfiorita import Valfiorita

STAGE = {
    "what": {
        "title": "Un palco di legno nel parco",
        "description": "Un palco fisso di quaranta metri quadrati per letture e musica.",
        "intensity": "shared_management",
        "commons_kind": "public_space",
    },
    "where": {"place": "Parco del Mulino"},
    "how": {"works": "y", "people_count": "1"},
}
PIPE = (
    "Sotto il prato passa la condotta del gas: nessun palco fisso può stare entro cinque metri "
    "dalla sua traccia, e il progetto ne dista due."
)
MOVABLE = "Un palco smontabile di dodici metri quadrati, lontano dalla condotta."


@pytest.fixture
def inquiry(valfiorita: Valfiorita) -> str:
    """The resident's stage in its inquiry of 45 days; gas network and district are asked."""
    city = valfiorita
    number = city.propose_at_length(**STAGE)
    opened = city.open_inquiry(number, offices=["gas"], district="y")
    assert opened.status_code == 302, opened.text
    return number


@pytest.mark.article("11(4)", "11(6)", "3(1)b")
@pytest.mark.parametrize(
    ("day", "late"), [(date(2026, 4, 16), 0), (date(2026, 4, 17), 1), (date(2026, 4, 28), 12)]
)
def test_the_public_file_counts_the_delay_and_names_who_is_awaited(
    valfiorita: Valfiorita, inquiry: str, day: date, late: int
) -> None:
    city = valfiorita
    assert city.clock_on(inquiry, day).late == late
    page = city.browser().get(f"/proposals/{inquiry}").text
    assert (f"late by {late} day" in page or f"Late by {late} day" in page) is (late > 0)
    assert "Gas network office" in page
    assert city.gas.name not in page


@pytest.mark.article("11(8)")
@pytest.mark.parametrize("reason", ["Non si può.", "Per motivi tecnici", "x" * 79])
def test_a_refusal_gives_reasons_or_cannot_be_saved(
    valfiorita: Valfiorita, inquiry: str, reason: str
) -> None:
    city = valfiorita
    answer = city.step(city.manager, inquiry, "refusal", **{"texts-0": reason})
    assert answer.status_code == 409
    assert reason in answer.text
    assert city.proposal(inquiry).state == "inquiry"


@pytest.mark.article("11(7)", "11(8)")
def test_the_answer_to_obstacles_leads_to_another_text_and_to_the_pact(
    valfiorita: Valfiorita, inquiry: str
) -> None:
    city, number = valfiorita, inquiry
    city.go(date(2026, 4, 28))
    unfavourable = {"verdict": "unfavourable", "text": PIPE}
    city.give_opinion(number, city.gas, "gas", **unfavourable)
    favourable = {"verdict": "favourable", "text": "Il parco ne ha bisogno."}
    city.give_opinion(number, city.president, "fiume", **favourable)

    assert city.step(city.manager, number, "warning", **{"texts-0": PIPE}).status_code == 302
    page = city.enter(city.resident).get(f"/proposals/{number}/answer").text
    assert "8 May 2026" in page  # ten days
    changed = {"text": "Ne basta uno piccolo.", "description": MOVABLE, "title": "Un palco mobile"}
    city.clock.go(date(2026, 5, 8))
    answer = city.post(city.resident, f"/proposals/{number}/answer", number, **changed)
    assert answer.status_code == 302, answer.text
    assert city.proposal(number).state == "inquiry"
    public = city.browser().get(f"/proposals/{number}").text
    assert MOVABLE in public

    assert city.accept(number).status_code == 302
    city.fill_sections(number, d="Il palco si usa a turno, gratis, e il prato resta libero.")
    text = city.text(number)
    assert MOVABLE in text.sections[0].text
    kinds = {premise["kind"] for premise in text.premises}
    assert {"constitution", "statute", "regulation", "proposal", "opinion", "district"} <= kinds
    city.agree_and_freeze(number)
    assert city.sign_all(number).state == "signed"
    for account in (city.resident, city.gas, city.president):
        assert city.mailed(account), account.name
    assert any("Pact" in subject or "pact" in subject for subject in city.mailed(city.resident))
