"""Art. 34: in doubt, the reading that favours who wants to contribute."""

from datetime import date

import pytest

from tests.packs.conftest import walk
from tests.packs.walk import Walk

__all__ = ["walk"]


@pytest.mark.article("34(1)")
def test_34_1_what_is_missing_is_told_and_keeps_nobody_from_sending(walk: Walk) -> None:
    number = walk.propose(title="", description="", place="")
    proposal = walk.proposal(number)
    assert (proposal.state, proposal.number) == ("submitted", number)
    assert "where" in walk.entries(number)[-1].private["missing"]


@pytest.mark.article("34(1)")
def test_34_1_a_warning_is_marked_as_one_and_lets_the_office_go_on(walk: Walk) -> None:
    number = walk.propose()
    answer = walk.open_inquiry(number)  # no office is asked for an opinion
    assert answer.status_code == 302
    assert "offices_named" in walk.entries(number)[-1].warnings


@pytest.mark.article("34(1)")
def test_34_1_a_stop_says_what_under_which_article_who_mends_it_and_that_it_binds(
    walk: Walk,
) -> None:
    number = walk.propose()
    walk.open_inquiry(number)
    walk.clock.go(date(2026, 3, 17))  # the last day on which everyone may comment
    stopped = walk.accept(number)
    assert stopped.status_code == 409
    for told in (
        "Not possible yet:",
        "Everyone may still comment until 17 March 2026.",
        "Wait until the window has closed",
        "Art. 11(5)",
        "who can mend it: by itself, on its day",
    ):
        assert told in stopped.text
    walk.clock.go(date(2026, 3, 18))
    assert walk.accept(number).status_code == 302
