"""Numbers as people type them: understood or refused, never misread. Art. 24(4), 30(5)."""

from decimal import Decimal

import pytest

from pactregistry.people.numbers import Measure, Misread, read

EURO = Measure(2, units=("€", "euro"))
HOURS = Measure(1, Decimal(1000000), ("h", "ore", "hours"))
COUNT = Measure(0, Decimal(100000), ("n",))


@pytest.mark.parametrize(
    ("typed", "measure", "value"),
    [
        ("1.234,50", EURO, "1234.50"),
        ("1,234.50", EURO, "1234.50"),
        ("1\u202f234,50", EURO, "1234.50"),
        ("1'234.50", EURO, "1234.50"),
        ("1\u00a0234,5", EURO, "1234.50"),
        ("1.234.567", EURO, "1234567"),
        ("1.234.567,89", EURO, "1234567.89"),
        ("€ 12", EURO, "12"),
        ("12 €", EURO, "12"),
        ("0,990", EURO, "0.99"),
        (" 7 ", EURO, "7"),
        ("1.234", COUNT, "1234"),
        ("1,234", COUNT, "1234"),
        ("12,0", COUNT, "12"),
        ("100000", COUNT, "100000"),
        ("12h", HOURS, "12"),
        ("12,5 Ore", HOURS, "12.5"),
        ("-0", HOURS, "0"),
    ],
)
def test_a_number_is_understood(typed: str, measure: Measure, value: str) -> None:
    assert read(typed, measure) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "measure", "reason"),
    [
        ("1.234", EURO, "two_ways"),
        ("1,234", EURO, "two_ways"),
        ("0,999", EURO, "decimals"),
        ("1.234,567", EURO, "decimals"),
        ("12.55", HOURS, "decimals"),
        ("12,5", COUNT, "decimals"),
        ("100001", COUNT, "most"),
        ("-3", EURO, "negative"),
        ("12 kg", HOURS, "unit"),
        ("12 h", EURO, "unit"),
        ("12\t13", EURO, "several"),
        ("12\n13", EURO, "several"),
        ("30-40", EURO, "several"),
        ("12 13", EURO, "several"),
        ("120 500", EURO, "joined"),
        ("1 234,50", EURO, "joined"),
        ("1 234 €", EURO, "joined"),
        ("12, 13", EURO, "several"),
        ("1e5", EURO, "several"),
        ("9" * 5000, EURO, "several"),
        ("NaN", EURO, "no_number"),
        ("Infinity", EURO, "no_number"),
        ("circa 30", EURO, "no_number"),
        ("1.23.4", EURO, "no_number"),
        ("1234.567,8", EURO, "no_number"),
        ("12,345,6", EURO, "no_number"),
        ("12,", EURO, "no_number"),
        (",5", EURO, "no_number"),
        ("١٢", EURO, "no_number"),
    ],
)
def test_what_is_no_clear_number_is_refused(typed: str, measure: Measure, reason: str) -> None:
    with pytest.raises(Misread) as refusal:
        read(typed, measure)
    assert refusal.value.reason == reason
