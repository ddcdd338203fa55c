"""The acts of scenario 6, in the order in which they happen, each by one person in a browser."""

from pathlib import Path

from tests.journeys import at_length, table
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker

EMAIL = "sara@people.example"
NUMBER = "2026-P-0001"
MONEY = f"/pacts/{table.PACT}/money"
OWN_WORK = "Paga oraria di un socio"
FEES = "Progettista che insegna"
SPENT = {
    "Banchi e attrezzi": ("900,00", "goods"),
    "Legno e vernici": ("400,00", "consumables"),
    "Polizza dei ragazzi": ("300,00", "insurance"),
    FEES: ("1.800,00", "fees"),
    OWN_WORK: ("500,00", "services"),
}
TOLD = {
    "Objectives": "Insegnare a costruire.",
    "Actions": "Quaranta pomeriggi di officina.",
    "Results": "Ventidue ragazzi, dodici panche.",
    "Resources": "Denaro del Comune e tempo dei soci.",
}
ACCOUNT = [
    ("Purchase or hire of goods", "€900.00"),
    ("Consumables", "€400.00"),
    ("Insurance", "€300.00"),
    ("Professional fees", "€1,800.00"),
    ("Pay for the citizens' own work, €500.00: never reimbursed", "–"),
    ("Costs that can be reimbursed", "€3,400.00"),
    ("Professional fees of €1,800.00 are 52.9 % of these costs", "-€200.00"),
    ("The pact states at most €4,000.00: not more than that", "–"),
    ("Reimbursed in all", "€3,200.00"),
    ("Less what was granted until now", "-€1,000.00"),
    ("Granted now", "€2,200.00"),
]
"""The account line by line: how each begins, and its sum to the cent."""


def proposes(stage: Stage, folder: Path) -> Walker:
    """An association with a mandate asks for money."""
    lead = stage.visitor("resident")
    lead.open("/sign-in")
    lead.sign_in(EMAIL)
    table.opens_group(lead, "Officina dei giovani", ["Dario Piallati"], folder)
    at_length.proposes(
        lead,
        "continuous care",
        needs=["We ask the City for money"],
        group="Officina dei giovani",
        who={"Name that the public reads": "Officina dei giovani"},
        what={
            "Title": "Officina dei giovani",
            "What you want to do": "Un laboratorio di pomeriggio con attrezzi e un progettista.",
        },
        place="Parco del Mulino",
        how={
            "How many people take part": "3",
            "You would begin on": "2026-05-01",
            "You would end on": "2026-12-31",
            "What you need from the City": "Denaro per i costi, una parte in anticipo.",
        },
    )
    return lead


def agrees_on_money(desk: Walker) -> None:
    """At most 4,000 euro, 1,000 of them in advance; the other sections as they stand."""
    desk.go("Duration, supervisor, acts")
    desk.write("Supervisor", "Dario Piallati")
    desk.go("Save")
    desk.go("Support by the City")
    desk.choose("Kind of support", "reimbursement of costs")
    desk.write("What exactly", "Costi del laboratorio, su ricevuta")
    desk.write("At most, in euro", "4.000,00")
    desk.go("Save")
    desk.open(f"/pacts/{table.PACT}/codesign/supports/1")
    desk.write("Why things and help", "In deposito non c'è nulla.")
    desk.write("Paid in advance", "1.000,00")
    desk.go("Save")
    desk.open(f"/pacts/{table.PACT}/codesign")
    desk.go("Change the whole text on one screen")
    for letter in "abcdefghilm":
        section = f"fieldset:has(#section_{letter}-text)"
        if not desk.page.locator(section).get_by_label("Text").first.input_value():
            desk.tick("Does not apply", section)
            desk.write("Why it does not apply", table.WHY, section)
    desk.go("Save")
    desk.go("We agree with the whole text")


def grants_the_advance(manager: Walker) -> None:
    """One cent more than the pact states at most is refused, and kept; then the sum itself."""
    manager.go("Grant an advance")
    manager.write("How much, in euro", "4.000,01")
    manager.is_refused("Grant an advance")
    assert manager.page.get_by_label("How much, in euro").input_value() == "4.000,01"
    manager.write("How much, in euro", "1.000,00")
    manager.go("Grant an advance")


def records_payment(desk: Walker, order: str) -> None:
    """The file offers the payment that is open."""
    desk.open(f"/desk/pacts/{table.PACT}")
    desk.go("Record a payment")
    desk.write("Payment order", order)
    desk.go("Record a payment")


def report_in(address: str) -> str:
    """The number of the report to which an address leads."""
    return address.split("/reports/")[1].split("/")[0]


def tells(lead: Walker, number: str, *blocks: str) -> None:
    """The blocks of a report one after the other, from the first, each saved by itself."""
    lead.open(f"/reports/{number}/write")
    lead.go("Objectives")
    *others, last = blocks
    for block in others:
        lead.page.locator("main textarea").fill(TOLD[block])
        lead.go("Save and go on")
    lead.page.locator("main textarea").fill(TOLD[last])
    lead.go("Save and close")


def adds_costs(lead: Walker, number: str, folder: Path) -> None:
    """One at a time, each with the picture of its receipt; the last is pay for own work."""
    for what, (amount, kind) in SPENT.items():
        lead.open(f"/reports/{number}/write/costs/new")
        lead.write("What for", what)
        lead.write("Amount, in euro", amount)
        lead.write("Day on the receipt", "2026-10-05")
        lead.page.locator("#category").select_option(kind)
        if what == FEES:
            lead.page.locator("#fee_purpose").select_option("design")
        if what == OWN_WORK:
            lead.tick("It is pay for the work of one of us")
        lead.page.locator("#receipt").set_input_files(table.picture(folder, what))
        lead.go("Save")
    assert lead.sees("it is never reimbursed")


def sends(lead: Walker, number: str) -> None:
    lead.open(f"/reports/{number}/write/sending")
    lead.go("Send the report")


def examines(desk: Walker, number: str) -> None:
    """The law's own answer is ready; pay for own work cannot be admitted at all."""
    desk.open(f"/reports/{number}/costs/examination")
    pay = desk.page.locator("fieldset.pr-part", has_text=OWN_WORK)
    assert pay.get_by_label("Reject it").is_checked()
    pay.get_by_label("Admit it").check()
    desk.is_refused("Examine the costs")
    assert desk.sees("never paid")
    pay.get_by_label("Reject it").check()
    desk.go("Examine the costs")


def accepts(desk: Walker, number: str) -> None:
    desk.open(f"/reports/{number}/acceptance")
    desk.go("Accept")


def cannot_settle(manager: Walker, number: str, why: str) -> None:
    """The page of the settlement says what stands against it, before and after it is pressed."""
    manager.open(f"/reports/{number}/settlement")
    assert manager.sees(why), why
    manager.is_refused("Settle the reimbursement")
    assert manager.sees(why), why


def account_on(page: Walker) -> list[tuple[str, str]]:
    """The account as a page shows it: what, how much."""
    rows = page.page.locator("table:has(#account-told) tbody tr")
    return [(row.locator("th").inner_text(), row.locator("td").inner_text()) for row in rows.all()]


def is_to_the_cent(page: Walker) -> None:
    """Line by line what the scenario reckons, nothing more."""
    found = account_on(page)
    assert [amount for _what, amount in found] == [amount for _what, amount in ACCOUNT]
    for (what, _sum), (beginning, _amount) in zip(found, ACCOUNT, strict=True):
        assert what.startswith(beginning), what
