"""The count alone: equality, one more, nobody; the same papers give the same result. Art. 10(7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactregistry.proposals.competing.counting import Assembly, digest_of, papers_table, tally

pytestmark = pytest.mark.article("10(7)")
CLUB, COMMITTEE = 1, 2


def ballots(club: int, committee: int, blank: int = 0) -> list[int | None]:
    return [CLUB] * club + [COMMITTEE] * committee + [None] * blank


def counted(papers, assembly=None, roll=None):
    return tally([CLUB, COMMITTEE], papers, len(papers) if roll is None else roll, assembly)


def test_the_greater_number_is_chosen():
    result = counted(ballots(58, 38))
    assert (result.winner, result.ballots, result.adds_up) == (CLUB, 96, True)


def test_one_vote_more_decides():
    assert counted(ballots(48, 48)).winner is None
    assert counted(ballots(49, 48)).winner == CLUB
    assert counted(ballots(48, 49)).winner == COMMITTEE


def test_blank_votes_take_part_and_choose_nobody():
    result = counted(ballots(1, 0, blank=5))
    assert (result.winner, result.ballot_blank, result.ballots) == (CLUB, 5, 6)
    assert counted(ballots(0, 0, blank=3)).winner is None


def test_nobody_who_votes_chooses_nothing():
    assert not counted([]).adds_up
    assert not counted([], Assembly(40, {CLUB: 0, COMMITTEE: 0})).adds_up
    assert counted([], Assembly(40, {CLUB: 1, COMMITTEE: 0})).adds_up


@pytest.mark.parametrize(("present", "adds_up"), [(39, False), (40, True), (41, True)])
def test_an_assembly_has_no_more_votes_than_people(present, adds_up):
    assembly = Assembly(present, {CLUB: 20, COMMITTEE: 15}, blank=3, invalid=2)
    assert counted([], assembly).adds_up is adds_up


def test_numbers_below_zero_and_foreign_papers_do_not_add_up():
    assert not counted([], Assembly(40, {CLUB: 20, COMMITTEE: -1})).adds_up
    assert not counted([CLUB, 7]).adds_up
    assert not counted(ballots(2, 1), roll=2).adds_up
    assert not counted(ballots(2, 1), roll=4).adds_up


def test_ballot_and_assembly_are_counted_together():
    result = counted(ballots(10, 12), Assembly(30, {CLUB: 16, COMMITTEE: 13}))
    assert [(line.assembly, line.ballot, line.votes) for line in result.lines] == [
        (16, 10, 26),
        (13, 12, 25),
    ]
    assert result.winner == CLUB


@given(st.lists(st.sampled_from(["2026-P-0001", "2026-P-0002", "blank"])), st.randoms())
def test_the_published_papers_tell_no_order(papers, chance):
    shuffled = list(papers)
    chance.shuffle(shuffled)
    assert papers_table(shuffled) == papers_table(papers)
    assert digest_of(papers_table(shuffled)) == digest_of(papers_table(papers))


@given(st.lists(st.sampled_from([CLUB, COMMITTEE, None])))
def test_every_paper_is_counted_once(papers):
    result = counted(papers)
    assert sum(line.ballot for line in result.lines) + result.ballot_blank == len(papers)
