"""What is typed wrongly on a telephone: a clear sentence each time, and nothing is lost."""

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.journeys import table
from tests.journeys.conftest import NARROW
from tests.journeys.reports import writing
from tests.journeys.reports.writing import CLOSE, NUMBER
from tests.journeys.stage import Stage
from tests.journeys.walking import Walker
from tests.pacts.life.scene import Scene

WRONG = HTTPStatus.UNPROCESSABLE_ENTITY
WRITE = f"/reports/{NUMBER}/write"
HOURS, PEOPLE = "hours of volunteers (hours)", "active citizens"
TABLE = "Sabato\tOre\n2 maggio\t12\n9 maggio\t14"
MISREAD = {
    "120\n500": "Write 120500 if it is one number",
    TABLE: "several cells of a table",
    "-3": "leave out the minus sign",
    "12 kg": "another unit: hours",
    "1000001": "surely a typing mistake",
    "una ventina": "not understood as a number",
}
"""What is pasted or typed as hours, and what the page says of it."""
PAINT = {"What for": "Vernice e teli", "Day on the receipt": "2026-06-01"}
COPIES = {"viewport": NARROW, "permissions": ["clipboard-read", "clipboard-write"]}


@pytest.mark.article("24(4)", "30(5)", "30(6)")
@pytest.mark.parametrize("stage", [COPIES], indirect=True)
def test_a_clear_sentence_and_nothing_lost(agreed: Scene, stage: Stage, tmp_path: Path) -> None:
    writing.can_sign_in(agreed, stage.somebody("Rosa Passiflora", email=writing.FRIEND))
    stage.go(date(2026, 10, 15))
    lead = writing.begins(stage, writing.LEAD)
    _pastes_where_a_number_belongs(lead)
    _has_a_receipt_over_the_ceiling(lead, tmp_path)
    _sends_pictures_that_are_too_large(lead, tmp_path)
    assert stage.faults() == []


def _pastes_where_a_number_belongs(lead: Walker) -> None:
    lead.open(f"{WRITE}/figures")
    for typed, told in MISREAD.items():
        lead.write(PEOPLE, "14")
        _paste(lead.page, HOURS, typed)
        pasted = lead.page.get_by_label(HOURS).input_value()
        lead.is_refused(CLOSE, WRONG)
        assert lead.sees(told), (typed, told)
        _stands(lead, {PEOPLE: "14", HOURS: pasted})
    lead.write(HOURS, "26 ore")
    lead.go(CLOSE)
    assert lead.sees("2 figures")
    lead.go("Actions and services")
    _paste(lead.page, "Actions and services", TABLE)
    lead.go(CLOSE)
    lead.go("Actions and services")
    _stands(lead, {"Actions and services": TABLE})


def _has_a_receipt_over_the_ceiling(lead: Walker, folder: Path) -> None:
    """The pact pays up to 500 euro back: one cent more is kept, and told wherever one looks."""
    lead.open(f"{WRITE}/costs/new")
    for label, text in PAINT.items():
        lead.write(label, text)
    lead.choose("Kind of cost", "consumables")
    receipt = lead.page.locator("#receipt")
    for amount, told in {
        "-120,50": "leave out the minus sign",
        "12.500": "two ways",
        "9999999999": "typing mistake",
        "120 USD": "another unit: euros",
    }.items():
        lead.write("Amount, in euro", amount)
        receipt.set_input_files(table.picture(folder, "scontrino"))
        lead.is_refused("Save", WRONG)
        assert lead.sees(told), (amount, told)
        assert lead.sees("Choose the file again")
        _stands(lead, PAINT | {"Amount, in euro": amount})
        assert lead.page.get_by_label("Kind of cost").input_value() == "consumables"
    lead.write("Amount, in euro", "500,01")
    receipt.set_input_files(table.picture(folder, "scontrino"))
    lead.go("Save")
    for page in (f"{WRITE}/costs", WRITE, f"{WRITE}/sending"):
        lead.open(page)
        assert lead.sees("ask €500.01 back, and the pact states €500.00 at most"), page


def _sends_pictures_that_are_too_large(lead: Walker, folder: Path) -> None:
    """Fifty million points are the limit: above it the sentence, below it a smaller picture."""
    lead.open(f"{WRITE}/photographs")
    for side, told in ((8_000, "too many pixels"), (5_000, "Le aiuole")):
        path = folder / f"{side}.jpg"
        Image.new("RGB", (8_000, side), "green").save(path)
        lead.attach("Photograph", path)
        if side > 5_000:
            lead.write("What it shows", "Le aiuole")
            lead.is_refused("Add it", WRONG)
            _stands(lead, {"What it shows": "Le aiuole"})
        else:
            lead.go("Add it")
        assert lead.sees(told), told
    lead.unfold("See it")
    shown = lead.page.locator("main img")
    shown.evaluate("each => each.decode()")
    assert shown.evaluate("each => each.naturalWidth") == 3_000


def _paste(page: Page, label: str, text: str) -> None:
    """As from a spreadsheet: a browser makes of it what a field can hold."""
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    field = page.locator("main").get_by_label(label).first
    field.fill("")
    field.focus()
    page.keyboard.press("Control+V")


def _stands(walker: Walker, typed: Mapping[str, str]) -> None:
    """What was typed is in its fields."""
    for label, text in typed.items():
        field = walker.page.locator("main").get_by_label(label).first
        assert field.input_value() == text, label
