"""Two acts at the same instant that cannot both be: one wins, nothing is done twice. Art. 33."""

from collections import Counter

import pytest
from flask import Flask

from pactregistry.conciliation.deliberating import texts
from tests.conciliation.test_at_once import Sent, at_once
from tests.conciliation.trust.story import Story
from tests.databases import on_each_database

pytestmark = [pytest.mark.article("33(2)"), on_each_database]


def test_of_two_who_propose_at_once_one_does(story: Story, app: Flask) -> None:
    story.tell("sitting")
    table = story.table
    forms: list[Sent] = [(who, "/proposal", {}) for who in (table.first, table.second)]
    assert sorted(at_once(app, table, forms)) == [302, 409]
    assert table.steps().count("propose") == 1
    assert [bool(text.sha256) for text in table.dispute.texts] == [False, True]


def test_of_two_votes_of_one_member_at_once_one_counts(story: Story, app: Flask) -> None:
    story.tell("sitting")
    table = story.table
    story.write(table.first, "/taking-back")
    story.write(table.first, "/text", revision=2)
    digest = table.dispute.texts[-1].digest
    forms: list[Sent] = [
        (table.first, "/vote", {"digest": digest, "voice": voice}) for voice in ("yes", "no")
    ]
    assert sorted(at_once(app, table, forms)) == [302, 409]
    assert len(texts.counted(table.dispute, table.dispute.texts[-1])) == 1


@pytest.mark.parametrize("other", ["/withdrawal", "/refusal"])
def test_of_a_yes_and_what_ends_or_denies_it_at_once_one_wins(
    story: Story, app: Flask, other: str
) -> None:
    story.tell("proposed")
    table = story.table
    steps = Counter(table.steps())
    forms: list[Sent] = [(table.lead, "/acceptance", {}), (table.lead, other, {})]
    assert sorted(at_once(app, table, forms)) == [302, 409]
    assert (Counter(table.steps()) - steps).total() == 1
    assert len(table.dispute.answers) == (table.dispute.state != "withdrawn")


def test_of_the_last_yes_and_a_withdrawal_at_once_one_wins(story: Story, app: Flask) -> None:
    story.tell("proposed")
    table = story.table
    for who in (table.manager, table.neighbour):
        story.write(who, "/acceptance")
    forms: list[Sent] = [(table.lead, "/acceptance", {}), (table.lead, "/withdrawal", {})]
    assert sorted(at_once(app, table, forms)) == [302, 409]
    ends = [step for step in table.steps() if step in {"settle", "withdraw"}]
    assert len(ends) == 1
    opened = len(table.pact.versions) - 1
    assert opened == (ends == ["settle"])
