"""The order of entries is a function of their scores: ties, zeros, limits, something missing."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactregistry.proposals.answering.ranking import Scored, rank, unscored

CRITERIA = ("c1", "c2")


def entry(number: str, *points: str) -> Scored:
    """An entry with its points in the order of the criteria."""
    named = zip(CRITERIA, points, strict=False)
    return Scored(number, {key: Decimal(value) for key, value in named})


@pytest.mark.article("16(3)")
def test_the_highest_totals_are_taken() -> None:
    entries = [entry("A", "3", "4"), entry("B", "9", "1"), entry("C", "0", "6.5")]
    found = rank(entries, CRITERIA, places=2)
    assert [(one.number, one.total, one.rank) for one in found.order] == [
        ("B", Decimal(10), 1),
        ("A", Decimal(7), 2),
        ("C", Decimal("6.5"), 3),
    ]
    assert (found.taken, found.level) == (("B", "A"), ())
    assert found.taken_with(()) == ("B", "A")


def test_the_order_of_arrival_changes_nothing() -> None:
    entries = [
        entry("A", "3", "4"),
        entry("B", "7", "0"),
        entry("C", "2", "5"),
        entry("D", "1", "1"),
    ]
    results = {rank(list(order), CRITERIA, places=2) for order in permutations(entries)}
    assert len(results) == 1


@pytest.mark.article("16(3)")
def test_a_tie_on_the_last_place_is_not_broken_by_the_scores() -> None:
    entries = [
        entry("A", "9", "0"),
        entry("B", "4", "3"),
        entry("C", "3", "4"),
        entry("D", "1", "1"),
    ]
    found = rank(entries, CRITERIA, places=2)
    assert (found.taken, found.level, found.places_left) == (("A",), ("B", "C"), 1)
    assert found.taken_with(()) is None
    assert found.taken_with(("B", "C")) is None
    assert found.taken_with(("D",)) is None
    assert found.taken_with(("C",)) == ("A", "C")


def test_a_tie_above_the_last_place_needs_no_choice() -> None:
    entries = [entry("A", "5", "2"), entry("B", "4", "3"), entry("C", "1", "1")]
    found = rank(entries, CRITERIA, places=2)
    assert [(one.rank, one.is_level) for one in found.order] == [(1, True), (1, True), (3, False)]
    assert (found.taken, found.level) == (("A", "B"), ())


def test_all_zeros_are_one_tie() -> None:
    entries = [entry(name, "0", "0") for name in "ABC"]
    found = rank(entries, CRITERIA, places=1)
    assert (found.taken, found.level, found.places_left) == ((), ("A", "B", "C"), 1)
    assert rank(entries, CRITERIA, places=3).taken == ("A", "B", "C")
    assert rank(entries, CRITERIA).taken == ("A", "B", "C")


def test_a_missing_criterion_is_not_a_zero() -> None:
    entries = [entry("A", "9"), entry("B", "0", "0")]
    assert unscored(entries, CRITERIA) == ("A",)
    assert [one.number for one in rank(entries, CRITERIA, places=1).order] == ["B"]


def test_no_criteria_and_no_entries() -> None:
    assert unscored([Scored("A", {})], ()) == ()
    assert rank([Scored("A", {}), Scored("B", {})], (), places=1).level == ("A", "B")
    assert rank([], CRITERIA, places=1).order == ()


@pytest.mark.parametrize(("least", "taken"), [(6, ("A", "B")), (7, ("A", "B")), (8, ("A",))])
def test_the_lowest_total(least: int, taken: tuple[str, ...]) -> None:
    entries = [entry("A", "5", "5"), entry("B", "4", "3"), entry("C", "1", "1")]
    assert rank(entries, CRITERIA, places=2, least=least).taken == taken


POINTS = st.decimals(0, 10, places=1)
ENTRIES = st.lists(st.tuples(POINTS, POINTS), max_size=8)


@given(ENTRIES, st.none() | st.integers(1, 8))
def test_never_more_than_the_places_and_never_a_lower_before_a_higher(
    drawn: list[tuple[Decimal, Decimal]], places: int | None
) -> None:
    entries = [
        Scored(f"{number}", dict(zip(CRITERIA, points, strict=True)))
        for number, points in enumerate(drawn)
    ]
    found = rank(entries, CRITERIA, places)
    totals = {one.number: one.total for one in found.order}
    taken = found.taken_with(found.level[: found.places_left])
    assert taken is not None
    assert len(taken) == min(len(entries), places or len(entries))
    left = set(totals) - set(taken)
    assert not left or not taken or max(totals[n] for n in left) <= min(totals[n] for n in taken)
