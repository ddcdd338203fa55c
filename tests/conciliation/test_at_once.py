"""Several people in one dispute at the same instant: each act reads what it decides on. Art. 33."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import update

from pactregistry.conciliation.access import place_in
from pactregistry.conciliation.deliberating import actions_proposal, texts
from pactregistry.conciliation.deliberating.actions_text import Drafted, save_draft
from pactregistry.conciliation.deliberating.actions_vote import Voice, vote
from pactregistry.conciliation.models import Answer, DisputeText, Draft, Member, MemberVote, Sitting
from pactregistry.config import settings
from pactregistry.database import db, lock
from pactregistry.people.acting import Actor
from pactregistry.people.models import Account
from pactregistry.workflow.engine import Unlawful
from pactregistry.workflow.states import Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Effect, Side
from tests.conciliation.closing.conftest import PROPOSED, propose
from tests.conciliation.deliberating.conftest import sitting
from tests.conciliation.scene import Table
from tests.databases import on_each_database

__all__ = ["sitting"]
pytestmark = [pytest.mark.article("33(1)"), on_each_database]

Sent = tuple[Account, str, dict[str, str]]


def at_once(app: Flask, table: Table, forms: Sequence[Sent]) -> list[int]:
    """Send forms at the same instant, each from a browser of its own; gives the answers' codes."""
    together = Barrier(len(forms))
    browsers = [table.enter(who) for who, _rest, _form in forms]
    seen, today = str(table.dispute.version), settings().today().isoformat()
    db.session.commit()  # nobody waits for the test itself

    def send(number: int) -> int:
        _who, rest, form = forms[number]
        data = {"version": seen, "occurred_on": today, **form}
        with app.app_context():
            together.wait()
            page = f"/disputes/{table.number}{rest}"
            return browsers[number].post(page, data=data).status_code

    with ThreadPoolExecutor(len(forms)) as pool:
        return list(pool.map(send, range(len(forms))))


def before_the_vote(table: Table) -> DisputeText:
    """A text is before the vote, in the rows alone."""
    text = DisputeText(
        dispute_id=table.dispute.id,
        ordinal=1,
        text="Water on Mondays.",
        effect=Effect.NOTHING,
        fixed_at=settings().now(),
        digest="d",
    )
    db.session.add(text)
    db.session.commit()
    return text


def test_who_locks_a_dispute_reads_anew_all_that_stands_below_it(sitting: Table) -> None:
    text, now, day = before_the_vote(sitting), settings().now(), settings().today()
    dispute = sitting.dispute
    dispute.sittings.append(Sitting(held_on=day))
    dispute.answers.append(Answer(side=Side.CITY, accepted=False, answered_on=day))
    dispute.draft = Draft(text="Water.", effect=Effect.NOTHING, revision=1)
    member = dispute.members[0]
    text.votes.append(MemberVote(member_id=member.id, in_favour=False, voted_at=now))
    db.session.commit()
    place = place_in(dispute, sitting.first)
    read = [text.taken_back, text.votes[0].in_favour, dispute.answers[0].accepted, place.sits]
    assert read == [False, False, False, True]
    assert (dispute.sittings[0].heard, dispute.draft.revision) == ("", 1)
    # Others write in transactions of their own: what was read before knows nothing of it.
    for change in (
        update(DisputeText).values(taken_back=True),
        update(MemberVote).values(in_favour=True),
        update(Answer).values(accepted=True),
        update(Sitting).values(heard="city"),
        update(Draft).values(revision=2),
        update(Member).where(Member.id == member.id).values(current=None),
    ):
        db.session.execute(change.execution_options(synchronize_session=False))
    lock(dispute)
    assert texts.before_vote(dispute) is None
    assert (text.votes[0].in_favour, dispute.answers[0].accepted) == (True, True)
    assert (dispute.sittings[0].heard, dispute.draft.revision) == ("city", 2)
    assert not place.sits


def test_who_was_replaced_since_the_page_was_opened_neither_votes_nor_writes(
    sitting: Table,
) -> None:
    before_the_vote(sitting)
    dispute = sitting.dispute
    place, actor = place_in(dispute, sitting.third), Actor(sitting.third.id, Role.CONCILIATOR)
    assert place.member is not None
    gone = update(Member).where(Member.id == place.member.id).values(current=None)
    db.session.execute(gone.execution_options(synchronize_session=False))
    with pytest.raises(Unlawful) as refusal:
        vote(
            dispute,
            (actor, place),
            Voice(dispute.version, "d", in_favour=True, dissent="", evidence=""),
        )
    assert [obstacle.name for obstacle in refusal.value.obstacles] == ["designated"]
    with pytest.raises(Unlawful):
        save_draft(dispute, (actor, place), Drafted(0, "Mine.", Effect.END))
    assert sitting.dispute.draft is None


def test_three_votes_at_once_all_count(app: Flask, sitting: Table) -> None:
    before_the_vote(sitting)
    members = (sitting.first, sitting.second, sitting.third)
    form = {"digest": "d", "voice": "yes"}
    assert at_once(app, sitting, [(who, "/vote", form) for who in members]) == [302] * 3
    assert len(texts.counted(sitting.dispute, sitting.dispute.texts[-1])) == len(Chair)
    assert sitting.steps().count("vote") == len(Chair)


def test_of_two_who_take_a_text_back_while_one_votes_nothing_is_done_twice(
    app: Flask, sitting: Table
) -> None:
    before_the_vote(sitting)
    forms: list[Sent] = [
        (sitting.first, "/vote", {"digest": "d", "voice": "yes"}),
        (sitting.second, "/taking-back", {}),
        (sitting.third, "/taking-back", {}),
    ]
    codes = at_once(app, sitting, forms)
    steps = sitting.steps()
    assert codes[1:].count(302) == steps.count("take_back") <= 1
    assert (codes[0] == 302) == ("vote" in steps)
    # Nobody votes on what was taken back.
    assert steps[-2:] != ["take_back", "vote"]


def test_of_two_members_named_for_one_seat_at_once_one_is(app: Flask, requested: Table) -> None:
    named = [
        {"name": "Ada Alta", "email": "ada@people.example"},
        {"name": "Bea Bassa", "email": "bea@people.example"},
    ]
    page = "/seats/citizens/naming"
    codes = at_once(app, requested, [(requested.lead, page, form) for form in named])
    assert sorted(codes) == [302, 409]
    assert len([member for member in requested.dispute.members if member.current]) == 1


@pytest.mark.article("33(2)")
def test_of_two_answers_at_once_none_is_lost(app: Flask, sitting: Table) -> None:
    propose(sitting, on=PROPOSED)
    people = (sitting.lead, sitting.manager)
    codes = at_once(app, sitting, [(who, "/acceptance", {}) for who in people])
    assert set(codes) <= {302, 409}
    assert codes.count(302) == len(sitting.dispute.answers) >= 1
    for who, code in zip(people, codes, strict=True):
        if code == 409:
            sitting.takes(who, "/acceptance")
    assert sitting.dispute.state == DisputeState.SETTLED
    assert sitting.steps().count("settle") == 1


@pytest.mark.article("33(2)")
def test_a_vote_that_comes_while_the_proposal_is_printed_is_not_lost(
    app: Flask, sitting: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    before_the_vote(sitting)
    for who in (sitting.first, sitting.second):
        sitting.takes(who, "/vote", digest="d", voice="yes")
    page, form = f"/disputes/{sitting.number}/vote", {"digest": "d", "voice": "no"}
    third, codes = sitting.enter(sitting.third), []

    def voting() -> None:
        with app.app_context():
            codes.append(third.post(page, data=form).status_code)

    def printing(_content: object) -> bytes:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(voting).result()
        return b"%PDF-1.7 as it stood before the third vote"

    monkeypatch.setattr(actions_proposal, "proposal_pdf", printing)
    assert sitting.post(sitting.first, "/proposal").status_code == 409
    assert codes == [302]
    dispute = sitting.dispute
    assert (dispute.state, dispute.proposed_on) == (DisputeState.SITTING, None)
    assert (len(dispute.texts[-1].votes), dispute.texts[-1].sha256) == (len(Chair), "")
