"""What is refused in a dispute: with its article, and nothing that was typed is lost. Art. 33."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from pactregistry.conciliation.asking.actions import Third
from pactregistry.conciliation.models import DisputeText
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts.joining.models import Adherent
from pactregistry.pacts.models import Signatory
from pactregistry.people.models import Account, Group, Membership
from pactregistry.workflow.states import ProposerKind, Role
from pactregistry.workflow.states_disputes import Chair, DisputeState, Effect, Side
from tests.conciliation.closing.conftest import propose
from tests.conciliation.deliberating.conftest import convene, seat, sitting
from tests.conciliation.scene import Table
from tests.conciliation.test_at_once import at_once

__all__ = ["sitting"]
pytestmark = pytest.mark.article("33(1)")
SINCE = date(2026, 4, 15)
NAME = "Nome Proposto"

Person = Callable[..., Account]


def of_group(table: Table, group: Group, person: Person, *, by_address: bool = False) -> Account:
    """A member of a group; `by_address` one who was asked to join and has not answered."""
    who = person("Giada Gruppo")
    row = Membership(group_id=group.id, name="", account_id=who.id, since=SINCE)
    if by_address:
        row = Membership(group_id=group.id, name="Giada", asked_email=who.email, since=SINCE)
    db.session.add(row)
    db.session.commit()
    return who


def own_group(table: Table) -> Group:
    return db.session.get_one(Group, table.scene.cast.proposal.group_id)


def joined_group(table: Table) -> Group:
    """Another group, which joined the pact."""
    group = Group(
        name="Amici", kind=ProposerKind.INFORMAL_GROUP, purpose="", created_at=settings().now()
    )
    db.session.add(group)
    db.session.flush()
    db.session.add(Adherent(pact_id=table.pact.id, group_id=group.id, name="Amici", since=SINCE))
    return group


def adherent(table: Table, person: Person, *, left: bool = False) -> Account:
    """Somebody who joined the pact, or left it since."""
    who = person("Ada Aderente")
    until = SINCE if left else None
    db.session.add(Adherent(pact_id=table.pact.id, account_id=who.id, since=SINCE, until=until))
    db.session.commit()
    return who


def signatory(table: Table, person: Person) -> Account:
    """Somebody who signs the text for the citizens."""
    who = person("Firma Seconda")
    db.session.add(
        Signatory(
            pact_version_id=table.pact.versions[-1].id,
            position=9,
            side="citizens",
            account_id=who.id,
            name=who.name,
        )
    )
    db.session.commit()
    return who


EXCLUDED: dict[str, Callable[[Table, Person], Account]] = {
    "who asked": lambda table, _person: table.lead,
    "the managing officer": lambda table, _person: table.manager,
    "the desk": lambda table, _person: table.desk,
    "an officer of the executive": lambda _table, person: person(
        "Elio Giunta", roles=[(Role.EXECUTIVE, "executive")]
    ),
    "the secretary": lambda table, _person: table.secretary,
    "the third party": lambda table, _person: table.neighbour,
    "a member of the group": lambda table, person: of_group(table, own_group(table), person),
    "who was asked to join the group": lambda table, person: of_group(
        table, own_group(table), person, by_address=True
    ),
    "a member of a group that joined": lambda table, person: of_group(
        table, joined_group(table), person
    ),
    "who joined the pact": adherent,
    "who left the pact": lambda table, person: adherent(table, person, left=True),
    "a signatory": signatory,
}


@pytest.mark.parametrize("who", EXCLUDED)
def test_nobody_with_a_part_is_named_however_the_address_is_written(
    table: Table, person: Person, who: str
) -> None:
    excluded = EXCLUDED[who](table, person)
    table.request_dispute(third=Third("Vico Vicino", table.neighbour.email))
    for written in (excluded.email, excluded.email.title(), f"  {excluded.email.upper()} "):
        refused = table.post(table.manager, "/seats/city/naming", name=NAME, email=written)
        assert refused.status_code == 409, (written, refused.text)
        assert "cannot sit in the committee" in refused.text
        assert "Art. 33(1)" in refused.text
        assert NAME in refused.text
        assert written.strip() in refused.text
    assert not table.dispute.members
    assert table.steps() == ["request"]
    assert not [mail for mail in table.mails_to(excluded) if "You are named for" in mail.subject]


def test_an_account_that_writes_its_address_in_capitals_is_known(
    requested: Table, person: Person
) -> None:
    officer = person("Ida Interna", "Ida.INTERNA@people.example", roles=[(Role.DESK, "commons")])
    form = {"name": NAME, "email": officer.email.lower()}
    assert requested.post(requested.lead, "/seats/citizens/naming", **form).status_code == 409


def test_what_is_no_address_is_answered_in_the_page(requested: Table) -> None:
    for wrong in (
        "primo saggio@people.example",
        "primo",
        "a@b@c.example",
        "x" * 300 + "@a.example",
    ):
        form = {"name": NAME, "email": wrong}
        refused = requested.post(requested.lead, "/seats/citizens/naming", **form)
        assert refused.status_code == 422, wrong
        assert NAME in refused.text
    assert not requested.dispute.members


def test_of_two_sides_that_put_forward_a_third_member_at_once_one_does(
    app: Flask, requested: Table
) -> None:
    page = "/seats/joint/naming"
    forms = [
        (requested.lead, page, {"name": "Ada Alta", "email": "ada@people.example"}),
        (requested.manager, page, {"name": "Bea Bassa", "email": "bea@people.example"}),
    ]
    assert sorted(at_once(app, requested, forms)) == [302, 409]
    assert requested.steps() == ["request", "designate"]
    (member,) = requested.dispute.members
    other = requested.manager if member.named_by is Side.CITIZENS else requested.lead
    late = requested.post(other, page, name=NAME, email="dopo@people.example")
    assert late.status_code == 409
    for said in ("Somebody is named for this seat already", "Art. 33(1)", "dopo@people.example"):
        assert said in late.text


def test_the_third_member_is_not_named_by_the_wrong_side(table: Table) -> None:
    table.request_dispute(Side.THIRD)
    form = {"name": NAME, "email": "dopo@people.example"}
    for who in (table.lead, table.manager):
        refused = table.post(who, "/seats/joint/naming", **form)
        assert refused.status_code == 409
        for said in ("Your side does not fill this seat", "Art. 33(1)", *form.values()):
            assert said in refused.text
        assert table.post(who, "/third-member/agreement").status_code == 409
    for chair in ("citizens", "city"):
        assert table.post(table.neighbour, f"/seats/{chair}/naming", **form).status_code == 409
    for who in (table.secretary, table.first):
        assert table.post(who, "/seats/joint/naming", **form).status_code in {403, 404}
    assert table.steps() == ["request"]


def test_nothing_is_proposed_before_all_sit(requested: Table) -> None:
    table = requested
    for chair, who, side in (
        (Chair.CITIZENS, table.first, Side.CITIZENS),
        (Chair.CITY, table.second, Side.CITY),
    ):
        seat(table, chair, who, side)
    text = "The tap is opened on Mondays."
    for rest, form in (
        ("/draft", {"revision": "0", "text": text, "effect": "nothing"}),
        ("/text", {"revision": "0"}),
        ("/vote", {"digest": "d", "voice": "no", "dissent": text}),
        ("/proposal", {}),
        ("/sittings/new", {"held_on": "2026-04-24", "at": "18:30", "place": text}),
    ):
        refused = table.post(table.first, rest, **form)
        assert refused.status_code == 409, (rest, refused.status_code)
        assert "Art. 33(" in refused.text
        assert ("Mondays" in refused.text) is ("Mondays" in str(form))
    assert table.steps() == ["request"]


def test_a_committee_that_lost_a_member_proposes_nothing_without_a_majority_of_three(
    sitting: Table,
) -> None:
    dispute = sitting.dispute
    dispute.texts.append(
        DisputeText(
            ordinal=1, text="Water.", effect=Effect.NOTHING, fixed_at=settings().now(), digest="d"
        )
    )
    db.session.commit()
    sitting.takes(sitting.first, "/vote", digest="d", voice="yes")
    sitting.takes(sitting.second, "/seat/leaving")
    refused = sitting.post(sitting.first, "/proposal")
    assert refused.status_code == 409
    assert "Not more than half of the members voted for this text" in refused.text
    assert "Art. 33(2)" in refused.text


@pytest.mark.parametrize("seen", ["before", "now"])
@pytest.mark.article("33(2)")
def test_nobody_answers_what_was_withdrawn(sitting: Table, seen: str) -> None:
    table = propose(sitting)
    before = table.dispute.version
    table.takes(table.lead, "/withdrawal")
    version = before if seen == "before" else table.dispute.version
    for rest, form in (
        ("/acceptance", {"words": "We agree on the three evenings."}),
        ("/refusal", {"words": "Three evenings are too few."}),
    ):
        refused = table.post(table.manager, rest, version=version, **form)
        assert refused.status_code == 409
        assert form["words"] in refused.text
        if seen == "now":
            assert "Art. 33(2)" in refused.text
    paper = {"side": "citizens", "letter": "PG 40/2026"}
    refused = table.post(table.desk, "/acceptance/paper", version=version, **paper)
    assert refused.status_code == 409
    assert paper["letter"] in refused.text
    assert not table.dispute.answers
    assert table.dispute.state == DisputeState.WITHDRAWN


@pytest.mark.article("33(2)")
def test_who_left_answers_no_more_and_nobody_for_it(table: Table) -> None:
    table.request_dispute(third=Third(table.neighbour.name, table.neighbour.email))
    propose(convene(table))
    table.takes(table.neighbour, "/leaving")
    assert table.post(table.neighbour, "/acceptance").status_code == 404
    paper = {"side": "third", "letter": "PG 41/2026"}
    assert table.post(table.desk, "/acceptance/paper", **paper).status_code == 422
    assert not table.dispute.answers


def test_a_form_that_arrives_twice_is_done_once(requested: Table) -> None:
    table = requested

    def twice(who: Account, rest: str, **form: object) -> None:
        before = table.steps()
        seen = {"version": str(table.dispute.version), "request_id": rest, **form}
        first, again = table.post(who, rest, **seen), table.post(who, rest, **seen)
        assert (first.status_code, again.status_code) == (302, 302), (rest, first.text, again.text)
        assert first.location == again.location
        assert len(table.steps()) <= len(before) + 1, rest

    for by, chair, whom in (
        (table.lead, "citizens", table.first),
        (table.manager, "city", table.second),
        (table.lead, "joint", table.third),
    ):
        twice(by, f"/seats/{chair}/naming", name=whom.name, email=whom.email)
    twice(table.manager, "/third-member/agreement")
    for member in (table.first, table.second, table.third):
        twice(member, "/seat", no_part="y")
    twice(table.secretary, "/convening")
    twice(table.first, "/sittings/new", held_on="2026-04-24", at="18:30", place="Via Lunga 7")
    twice(table.lead, "/messages", text="We are there.")
    twice(table.first, "/draft", revision="0", text="Water on Mondays.", effect="nothing")
    twice(table.first, "/text", revision="1")
    digest = table.dispute.texts[-1].digest
    for member in (table.first, table.second):
        twice(member, "/vote", digest=digest, voice="yes")
    twice(table.third, "/seat/leaving", reason="I move away.")
    twice(table.lead, "/withdrawal", reason="We talked.")
    dispute = table.dispute
    assert [len(dispute.members), len(dispute.sittings), len(dispute.texts)] == [3, 1, 1]
    assert len(dispute.texts[0].votes) == 2
    assert dispute.state == DisputeState.WITHDRAWN
    subjects = [mail.subject for mail in table.mails_to(table.first)]
    for once in ("is convened", "a text is before the vote", "was withdrawn"):
        assert len([subject for subject in subjects if once in subject]) == 1, subjects
