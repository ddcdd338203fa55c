"""Scenario 4: a shopping street and its 66 %, from first page to last. Art. 13(4), 13(5)."""

from datetime import date

import pytest

from tests.scenarios.valfiorita import Valfiorita

STREET = {
    "what": {
        "title": "Via del Forno, una strada di tutti",
        "description": "Panche, fioriere e vetrine curate insieme, con un calendario di feste.",
        "intensity": "shared_management",
        "commons_kind": "public_space",
    },
    "where": {"place": "Via del Forno"},
    "how": {"wished_from": "2026-05-01", "wished_until": "2029-04-30", "people_count": "41"},
}
OPEN = {"aim": "integrate", "kept_open": "y", "opening": "La strada resta aperta a tutti."}


def shops(part: int, total: int, **more: str) -> dict[str, object]:
    return {"basis": "shops", "total": total, "represented": part, **more}


@pytest.fixture
def street(valfiorita: Valfiorita) -> str:
    """The consortium's proposal, accepted on 3 April; the pact is in co-design."""
    city = valfiorita
    group = city.found_group("association", "Consorzio Via del Forno", "Fornaio", "Libraia")
    number = city.propose_at_length(group, **STREET)
    assert city.open_inquiry(number).status_code == 302
    city.go(date(2026, 4, 3))
    assert city.accept(number).status_code == 302
    city.bring_mandate(group)
    city.fill_sections(number, d="La strada resta di tutti, senza posti riservati.")
    city.state(number, "use", **OPEN)
    city.state(number, "insurance", insurer="none")
    city.set_terms(number, supervisor="Fornaio")
    return number


@pytest.mark.article("13(4)", "13(5)")
def test_41_of_62_shops_open_pre_emption(valfiorita: Valfiorita, street: str) -> None:
    city = valfiorita
    asked = {"gathered_as": "consortium", "preemption": "y", "green_area": "Aiuola del Forno"}
    city.state(street, "representation", **shops(41, 62, **asked))
    page = city.enter(city.desk).get(f"/pacts/{city.pact(street).number}/codesign/conditions").text
    assert "41 of 62 shops = 66.13 %" in page
    assert "may be asked for" in page
    city.agree_and_freeze(street)
    city.clock.go(date(2026, 4, 10))
    pact = city.sign_all(street)
    public = city.browser().get(f"/pacts/{pact.number}").text
    assert "41 of 62 shops = 66.13 %" in public
    assert "Aiuola del Forno" in public
    share = city.browser().get(f"/pacts/{pact.number}.json").json["conditions"][1]["share"]
    assert share["reaches_aim"] is True
    assert share["opens_preemption"] is True


@pytest.mark.article("13(4)", "13(5)", "34(1)")
def test_40_of_62_shops_sign_all_the_same_without_pre_emption(
    valfiorita: Valfiorita, street: str
) -> None:
    city = valfiorita
    pact = city.pact(street).number
    asked = {"gathered_as": "consortium", "preemption": "y"}
    city.state(street, "representation", **shops(40, 62, **asked))
    # The table says what is open and leads to where it is mended.
    table = city.enter(city.desk).get(f"/pacts/{pact}/codesign").text
    assert "Pre-emption is stated" in table
    assert f"/pacts/{pact}/codesign/conditions/representation" in table
    form = {"version": city.text(street).version}
    refused = city.enter(city.desk).post(f"/pacts/{pact}/freezing", data=form)
    assert refused.status_code == 409
    assert "/regulation/13" in refused.text

    city.state(street, "representation", **shops(40, 62, gathered_as="consortium"))
    city.agree_and_freeze(street)
    city.clock.go(date(2026, 4, 10))
    assert city.sign_all(street).state == "signed"
    share = city.browser().get(f"/pacts/{pact}.json").json["conditions"][1]["share"]
    assert (share["percent"], share["reaches_aim"]) == ("64.52", False)
    city.go(date(2026, 5, 1))
    assert city.pact(street).state == "active"


@pytest.mark.article("13(4)")
def test_properties_and_shops_differ_so_the_basis_is_stated(
    valfiorita: Valfiorita, street: str
) -> None:
    city = valfiorita
    nameless = city.write(street, "conditions/representation", total=30, represented=19)
    assert "Say whether properties or shops are counted (Art. 13(4))." in nameless.text
    assert 'value="19"' in nameless.text
    counted = {"basis": "properties", "total": 30, "represented": 19, "gathered_as": "consortium"}
    city.state(street, "representation", **counted)
    page = city.enter(city.desk).get(f"/pacts/{city.pact(street).number}/codesign/conditions").text
    assert "19 of 30 properties = 63.33 %" in page
    assert "Pre-emption on urban green is not open" in page
