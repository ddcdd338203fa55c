"""Figures as people read them. Art. 30(5)."""

from decimal import Decimal

from babel.numbers import format_decimal

from pactregistry.languages import written


def as_written(value: Decimal) -> str:
    """A figure in the reader's language, with all its decimals and no zeros that nobody typed."""
    return str(format_decimal(value, "#,##0.##", locale=written(), decimal_quantization=False))
