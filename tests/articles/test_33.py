"""Art. 33: disputes may go to a committee of three, which proposes within thirty days."""

from datetime import date, time, timedelta

import pytest
from flask.testing import FlaskClient

from pactregistry.conciliation.closing import sweep
from pactregistry.config import Settings
from pactregistry.config import settings as settings_now
from pactregistry.database import db
from pactregistry.pacts.queries import open_version
from pactregistry.workflow.clocks import last_day
from pactregistry.workflow.lifecycle import DISPUTE, MACHINES
from pactregistry.workflow.states import PactState
from pactregistry.workflow.states_disputes import Chair, DisputeState, Effect, Side
from tests.conciliation.closing.conftest import propose, proposed
from tests.conciliation.conftest import requested, table
from tests.conciliation.deliberating.conftest import sitting
from tests.conciliation.scene import Table
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import Scene

__all__ = ["proposed", "requested", "sitting", "table"]

LAST = date(2026, 5, 15)  # the thirtieth day after 15 April
ANSWERS = date(2026, 5, 28)  # as long as the city lets the parties think


def swept(table: Table, day: date, at: time = time(12)) -> DisputeState:
    """Let it be a moment and time do what is due; gives where the dispute stands then."""
    table.scene.clock.go(day, at)
    sweep.run(settings_now().now())
    return DisputeState(table.dispute.state)


@pytest.mark.article("33(1)")
def test_1_a_committee_has_three_members(
    scene: Scene, settings: Settings, client: FlaskClient
) -> None:
    committee = settings.packs["bologna-2014"].thresholds["committee_size"]
    assert (committee.value, committee.unit) == (3, "people")
    assert len(Chair) == committee.value
    told = client.get("/regulation/33").text
    assert "members of the conciliation committee: 3" in " ".join(told.split())
    sections = client.get(f"/pacts/{scene.cast.number}.json").json["sections"]
    (disputes,) = [section for section in sections if section["letter"] == "i"]
    assert "comitato di conciliazione" in disputes["text"]


@pytest.mark.article("33(1)")
def test_1_it_is_a_way_that_is_open_and_never_a_condition() -> None:
    others = [
        row
        for machine in MACHINES
        if machine is not DISPUTE
        for row in machine.rows.values()
        # What follows from a settlement asks for the settlement.
        if not any(c.article == 33 for c in row.cites)
    ]
    guards = [guard for row in others for guard in (*row.binds, *row.warns)]
    assert guards
    assert not [g.name for g in guards if any(c.article == 33 for c in g.cites)]


@pytest.mark.article("33(1)")
@pytest.mark.parametrize("who", ["lead", "manager", "neighbour"])
def test_1_each_party_and_who_is_touched_may_ask(table: Table, who: str) -> None:
    form = {"matter": "damage", "what_happened": "The wall leans.", "what_is_asked": "A survey."}
    browser = table.enter(getattr(table, who))
    answer = browser.post(f"/pacts/{table.scene.cast.number}/conciliation", data=form)
    assert answer.status_code == 302
    assert "The wall leans." in browser.get(answer.location).text


@pytest.mark.article("33(1)")
def test_1_each_side_names_one_and_the_third_party_the_third(table: Table) -> None:
    table.request_dispute(Side.THIRD)

    def names(who: str, chair: str, whom: str) -> int:
        member = getattr(table, whom)
        form = {"name": member.name, "email": member.email}
        return table.post(getattr(table, who), f"/seats/{chair}/naming", **form).status_code

    assert names("lead", "citizens", "first") == 302
    assert names("lead", "city", "second") == 409
    assert names("manager", "city", "second") == 302
    assert names("manager", "joint", "third") == 409
    assert names("neighbour", "joint", "third") == 302


@pytest.mark.article("33(1)")
@pytest.mark.parametrize("who", ["lead", "manager", "desk"])
def test_1_nobody_sits_who_has_a_part_in_it(requested: Table, who: str) -> None:
    person = getattr(requested, who)
    refused = requested.post(
        requested.lead, "/seats/citizens/naming", name=person.name, email=person.email
    )
    assert refused.status_code == 409
    assert "cannot sit in the committee" in refused.text
    assert person.email in refused.text


@pytest.mark.article("33(1)")
def test_1_nobody_else_reads_what_it_is_about(sitting: Table) -> None:
    for who in (sitting.lead, sitting.manager, sitting.first, sitting.secretary):
        assert CANARY in sitting.page(who).text
    for who in (sitting.stranger, sitting.neighbour):
        page = sitting.page(who)
        assert page.status_code == 200
        assert CANARY not in page.text


@pytest.mark.article("33(2)")
@pytest.mark.parametrize(("days", "in_time"), [(29, True), (30, True), (31, False)])
def test_2_thirty_days_are_the_text_s_and_no_city_s(
    settings: Settings, days: int, in_time: bool
) -> None:
    pack = settings.packs["bologna-2014"]
    term = settings.city.term(pack, "conciliation")
    assert (term.value, term.source) == (30, "statute")
    asked = date(2026, 3, 2)
    last = last_day(asked, term.value, term.unit)
    assert (asked + timedelta(days=days) <= last) is in_time


@pytest.mark.article("33(2)")
@pytest.mark.parametrize(
    ("asked", "last"),
    [
        (date(2026, 10, 1), date(2026, 10, 31)),  # over the end of summer time
        (date(2027, 3, 10), date(2027, 4, 9)),  # over its beginning
        (date(2028, 2, 10), date(2028, 3, 11)),  # over 29 February
    ],
)
def test_2_the_thirtieth_day_counts_until_midnight(table: Table, asked: date, last: date) -> None:
    table.go(asked)
    table.request_dispute()
    assert table.dispute.propose_by == last
    assert swept(table, last, time(23, 59)) is DisputeState.REQUESTED
    assert swept(table, last + timedelta(days=1), time(0, 1)) is DisputeState.UNSETTLED


@pytest.mark.article("33(2)")
@pytest.mark.parametrize(("days", "late"), [(0, ""), (1, "1 day late"), (4, "4 days late")])
def test_2_a_late_proposal_is_made_and_told_as_late(sitting: Table, days: int, late: str) -> None:
    table = propose(sitting, on=LAST + timedelta(days=days))
    told = " ".join(table.page(table.stranger).text.split())
    assert (f"after {30 + days} days: {late}" in told) is bool(late)
    assert ("late" in told) is bool(late)


@pytest.mark.article("33(2)")
def test_2_it_binds_nobody(proposed: Table) -> None:
    before = proposed.pact.version
    proposed.takes(proposed.lead, "/refusal", words="Three evenings are too few.")
    proposed.takes(proposed.manager, "/acceptance")
    assert proposed.dispute.state == DisputeState.UNSETTLED
    assert proposed.pact.version == before


@pytest.mark.article("33(2)")
def test_2_silence_is_no_yes(proposed: Table) -> None:
    proposed.takes(proposed.lead, "/acceptance")
    assert swept(proposed, ANSWERS, time(23, 59)) is DisputeState.PROPOSED
    assert swept(proposed, ANSWERS + timedelta(days=1), time(0, 1)) is DisputeState.UNSETTLED


@pytest.mark.article("33(2)", "5(2)m")
def test_2_what_all_accept_is_written_and_signed_like_any_change(sitting: Table) -> None:
    table = propose(sitting, Effect.AMEND)
    for who in (table.lead, table.manager):
        table.takes(who, "/acceptance")
    version = open_version(table.pact)
    assert version is not None
    assert (version.ordinal, version.state) == (2, "codesign")
    assert table.pact.state == PactState.ACTIVE


@pytest.mark.article("33(2)", "34(1)")
def test_2_who_names_nobody_keeps_nobody_waiting_for_ever(requested: Table) -> None:
    assert swept(requested, LAST) is DisputeState.REQUESTED
    assert swept(requested, LAST + timedelta(days=1)) is DisputeState.UNSETTLED
    assert requested.page(requested.stranger).status_code == 404


@pytest.mark.article("33(1)", "5(2)b")
def test_1_a_dispute_is_a_cause_of_suspension_that_a_pact_may_list(
    sitting: Table, settings: Settings
) -> None:
    (cause,) = [
        text["it"]
        for text in settings.packs["bologna-2014"].section("b").suspension_causes
        if "conciliazione" in text["it"]
    ]
    pact = sitting.pact
    pact.versions[-1].suspension_causes = [cause]
    db.session.commit()
    sitting.scene.takes(
        sitting.manager, "suspension", cause=cause, reason="Nobody opens the tap meanwhile."
    )
    entry = sitting.scene.last()
    assert (entry.step, entry.warnings) == ("suspend", [])
    assert sitting.pact.state == PactState.SUSPENDED
