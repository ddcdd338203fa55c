"""Scenario 6: a youth workshop and the 50 % rule, from first page to last. Art. 24, 30(7)."""

from datetime import date

import pytest

from pactregistry.documents import storage
from pactregistry.workflow.states_reports import ReportKind
from tests.scenarios.money import OWN_WORK, Purse, account_on
from tests.scenarios.valfiorita import Valfiorita, words_of

FINAL, ADVANCE = ReportKind.FINAL, ReportKind.ADVANCE
WORKSHOP = {
    "what": {
        "title": "Officina dei giovani",
        "description": "Un laboratorio di pomeriggio, con attrezzi e un progettista che insegna.",
        "intensity": "shared_management",
        "commons_kind": "public_space",
    },
    "where": {"place": "Parco del Mulino"},
    "how": {
        "wished_from": "2026-05-01",
        "wished_until": "2026-12-31",
        "people_count": "3",
        "money": "y",
    },
}
OPEN = {"aim": "integrate", "kept_open": "y", "opening": "Aperta a tutti i ragazzi."}
MONEY = {"supports-0-kind": "money", "supports-0-description": "Costi del laboratorio"}
DETAILS = {"why_not_in_kind": "In deposito non c'è nulla.", "advance": "1000,00"}
SPENT = (
    ("goods", "900,00"),
    ("consumables", "400,00"),
    ("insurance", "300,00"),
    ("fees", "1800,00"),
    (OWN_WORK, "500,00"),
)
ACCOUNT = [
    ("Purchase or hire of goods", "€900.00"),
    ("Consumables", "€400.00"),
    ("Insurance", "€300.00"),
    ("Professional fees", "€1,800.00"),
    ("Pay for the citizens' own work, €500.00: never reimbursed", "–"),
    ("Costs that can be reimbursed", "€3,400.00"),
    (
        "Professional fees of €1,800.00 are 52.9 % of these costs. They may be at most 50 % of "
        "what is reimbursed: €1,600.00. The rest is left out",
        "-€200.00",
    ),
    ("The pact states at most €4,000.00: not more than that", "–"),
    ("Reimbursed in all", "€3,200.00"),
    ("Less what was granted until now", "-€1,000.00"),
    ("Granted now", "€2,200.00"),
]


@pytest.fixture
def purse(valfiorita: Valfiorita) -> Purse:
    """The pact in force from 1 May: at most 4,000 euro, 1,000 of them in advance."""
    city = valfiorita
    group = city.found_group("association", "Officina dei giovani", "Fabbro", "Sarta")
    city.bring_mandate(group)
    number = city.propose_at_length(group, **WORKSHOP)
    assert city.open_inquiry(number).status_code == 302
    city.go(date(2026, 4, 3))
    assert city.accept(number).status_code == 302
    city.fill_sections(number, d="Aperta a tutti i ragazzi, tre pomeriggi la settimana.")
    city.state(number, "use", **OPEN)
    city.state(number, "insurance", insurer="none")
    city.set_terms(number, supervisor="Fabbro")
    ceiling = {"supports-0-amount_ceiling": "4000,00"}
    assert city.write(number, "supports", **MONEY, **ceiling).status_code == 302
    assert city.write(number, "supports/1", **DETAILS).status_code == 302
    city.agree_and_freeze(number)
    city.clock.go(date(2026, 4, 10))
    assert city.sign_all(number).state == "signed"
    purse = Purse(city, number)
    purse.go(date(2026, 5, 1))
    assert city.pact(number).state == "active"
    return purse


@pytest.mark.article("24(3)", "24(4)", "24(5)", "24(6)", "24(7)", "30(7)", "5(2)g")
def test_the_youth_workshop_to_the_cent(purse: Purse) -> None:
    manager = purse.city.manager
    assert purse.on_pact(manager, "advance", amount="4.000,01").status_code == 409
    granted = purse.on_pact(manager, "advance", amount="1.000,00", act="PG 1234/2026")
    assert granted.status_code == 302, granted.text
    purse.city.clock.go(date(2026, 5, 6))
    assert purse.pay_next("M-1-riservato").status_code == 302
    assert "€1,000.00" in purse.public(f"/pacts/{purse.number}/money")

    purse.go(date(2027, 1, 2))  # the last day is over: the final report is due
    purse.write(FINAL, *SPENT)
    locked = purse.settle(FINAL)
    assert locked.status_code == 409
    assert "only against a report that the City has accepted" in locked.text
    paid_work = purse.examine(FINAL, all_admitted=True)
    assert paid_work.status_code == 409
    assert "never paid, neither directly nor indirectly" in paid_work.text
    assert purse.examine(FINAL).status_code == 302
    purse.accept(FINAL)
    no_report = purse.settle(FINAL)
    assert no_report.status_code == 409
    assert "has no accepted report of its own" in no_report.text
    assert purse.report(ADVANCE).number in no_report.text
    purse.write(ADVANCE)
    assert purse.settle(FINAL).status_code == 409  # sent is not accepted
    purse.accept(ADVANCE)

    assert purse.settlement(FINAL) == ACCOUNT
    assert purse.settle(FINAL).status_code == 302
    assert purse.settle(FINAL).status_code == 409  # once
    assert purse.pay_next("M-2-riservato").status_code == 302

    public = purse.public(f"/pacts/{purse.number}/money")
    assert account_on(public) == ACCOUNT
    for told in ("€4,000.00", "€1,000.00", "€3,200.00", "€2,200.00"):
        assert told in public, told
    assert "riservato" not in public
    assert "what went to" not in public
    report = purse.report(FINAL)
    printed = words_of(storage.get(report.public_sha256 or ""))
    for told in ("3.400,00", "1.600,00", "3.200,00", "2.200,00"):
        assert told in printed, told
    assert any("were paid" in subject for subject in purse.city.mailed(purse.city.resident))


@pytest.mark.article("24(7)")
@pytest.mark.parametrize(
    ("fees", "share", "cut", "payable"),
    [
        ("1599,99", "are 50 % of these costs: not more than the 50 % allowed", "–", "€3,199.99"),
        ("1600,00", "are 50 % of these costs: not more than the 50 % allowed", "–", "€3,200.00"),
        ("1600,01", "are a little over 50 % of these costs", "-€0.01", "€3,200.00"),
    ],
)
def test_fees_at_half_and_a_cent_beside(
    purse: Purse, fees: str, share: str, cut: str, payable: str
) -> None:
    purse.go(date(2027, 1, 2))
    purse.write(FINAL, *SPENT[:3], ("fees", fees))
    assert purse.examine(FINAL).status_code == 302
    purse.accept(FINAL)
    account = purse.settlement(FINAL)
    assert [amount for what, amount in account if share in what] == [cut]
    assert ("Reimbursed in all", payable) in account
    assert account[-1] == ("Granted now", payable)
    assert purse.settle(FINAL).status_code == 302
    assert account_on(purse.public(f"/pacts/{purse.number}/money")) == account
