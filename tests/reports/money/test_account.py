"""The arithmetic of Art. 24, to the cent."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactregistry.reports.money.account import Account, Key, Spent, Terms

SCENARIO = (
    Spent(Decimal("900.00"), "goods"),
    Spent(Decimal("400.00"), "consumables"),
    Spent(Decimal("300.00"), "insurance"),
    Spent(Decimal("1800.00"), "fees", is_fee=True),
    Spent(Decimal("500.00"), "services", own_work=True),
)
amounts = st.decimals("0.01", "99999.99", places=2)
costs = st.builds(
    Spent,
    amount=amounts,
    category=st.sampled_from(["goods", "consumables", "fees"]),
    is_fee=st.booleans(),
    is_listed=st.sampled_from([True, True, True, False]),
    own_work=st.sampled_from([False, False, False, True]),
    asked_back=st.sampled_from([True, True, True, False]),
    is_rejected=st.sampled_from([False, False, False, True]),
)
terms = st.builds(
    Terms,
    ceiling=st.decimals("0.00", "200000.00", places=2),
    fees_share=st.integers(0, 100),
    granted=st.decimals("-100.00", "50000.00", places=2),
    is_last=st.booleans(),
)


def account(
    *costs: Spent,
    ceiling: str = "4000.00",
    granted: str = "0.00",
    share: int = 50,
    is_last: bool = True,
) -> Account:
    """An account under a ceiling, the fees at most half."""
    return Account(costs, Terms(Decimal(ceiling), share, Decimal(granted), is_last))


def fee(amount: str) -> Spent:
    """A professional's bill."""
    return Spent(Decimal(amount), "fees", is_fee=True)


def goods(amount: str) -> Spent:
    """Things bought."""
    return Spent(Decimal(amount), "goods")


@pytest.mark.article("24(3)", "24(4)", "24(7)")
def test_the_youth_workshop_to_the_cent() -> None:
    found = account(*SCENARIO, granted="1000.00")
    assert found.reimbursable == Decimal("3400.00")
    assert found.allowed_fees == Decimal("1600.00")
    assert found.payable == Decimal("3200.00")
    assert found.balance == Decimal("2200.00")
    lines = {line.key: line for line in found.lines}
    assert lines[Key.OWN_WORK].details["left_out"] == "500.00"
    assert lines[Key.FEES_CUT].amount == Decimal("-200.00")
    assert round(Decimal(lines[Key.FEES_CUT].details["percent"]), 1) == Decimal("52.9")
    assert lines[Key.BALANCE].amount == Decimal("2200.00")


@pytest.mark.article("24(7)")
@pytest.mark.parametrize(
    ("fees", "allowed"),
    [("1599.99", "1599.99"), ("1600.00", "1600.00"), ("1600.01", "1600.00")],
)
def test_fees_just_under_at_and_over_half(fees: str, allowed: str) -> None:
    assert account(goods("1600.00"), fee(fees)).allowed_fees == Decimal(allowed)


@pytest.mark.article("24(7)")
def test_fees_alone_are_not_reimbursed() -> None:
    found = account(fee("1800.00"))
    assert found.allowed_fees == found.payable == Decimal("0.00")


@pytest.mark.article("24(7)")
@pytest.mark.parametrize(
    ("share", "allowed"), [(100, "1800.00"), (0, "0.00"), (30, "42.86"), (33, "49.25")]
)
def test_another_share_rounds_down_to_the_cent(share: int, allowed: str) -> None:
    found = account(goods("100.01"), fee("1800.00"), share=share)
    assert found.allowed_fees == Decimal(allowed)


@pytest.mark.article("24(4)")
@pytest.mark.parametrize(
    ("ceiling", "payable"),
    [("3199.99", "3199.99"), ("3200.00", "3200.00"), ("3200.01", "3200.00")],
)
def test_the_ceiling_just_under_at_and_over(ceiling: str, payable: str) -> None:
    assert account(*SCENARIO, ceiling=ceiling).payable == Decimal(payable)


@pytest.mark.article("24(5)")
def test_an_advance_that_was_not_used_is_given_back_at_the_end() -> None:
    found = account(goods("400.00"), granted="1000.00")
    assert found.balance == Decimal("-600.00")
    assert found.lines[-1].key is Key.GIVE_BACK
    assert found.lines[-1].amount == Decimal("600.00")


@pytest.mark.article("24(5)")
def test_an_advance_that_is_not_used_yet_stays_until_the_end() -> None:
    found = account(goods("400.00"), granted="1000.00", is_last=False)
    assert found.balance == Decimal("0.00")
    assert found.lines[-1].key is Key.CARRIED


@given(st.lists(costs, max_size=8), terms)
def test_never_over_the_ceiling_and_fees_never_over_their_share(
    spent: list[Spent], limits: Terms
) -> None:
    found = Account(tuple(spent), limits)
    assert found.payable <= limits.ceiling
    assert found.allowed_fees * 100 <= limits.fees_share * (found.goods + found.allowed_fees)
    more = found.allowed_fees + Decimal("0.01")
    if found.allowed_fees < found.fees:
        assert more * 100 > limits.fees_share * (found.goods + more)


@given(st.lists(costs, max_size=8), terms, costs)
def test_a_cost_more_never_means_less_money(spent: list[Spent], limits: Terms, more: Spent) -> None:
    assert Account((*spent, more), limits).payable >= Account(tuple(spent), limits).payable


@given(st.lists(costs, max_size=8), terms)
def test_the_lines_add_up(spent: list[Spent], limits: Terms) -> None:
    found = Account(tuple(spent), limits)
    lines = {line.key: line.amount for line in found.lines if line.key is not Key.CATEGORY}
    by_kind = [line.amount for line in found.lines if line.key is Key.CATEGORY]
    cuts = [lines.get(key, 0) for key in (Key.FEES_CUT, Key.CEILING_CUT)]
    assert sum(by_kind) == lines[Key.REIMBURSABLE]
    assert lines[Key.REIMBURSABLE] + sum(cuts) == lines[Key.PAYABLE]
    last = found.lines[-1]
    signed = last.amount if last.key is Key.BALANCE else -last.amount
    assert lines[Key.PAYABLE] + lines[Key.GRANTED] == signed
    assert all(line.amount == line.amount.quantize(Decimal("0.01")) for line in found.lines)
