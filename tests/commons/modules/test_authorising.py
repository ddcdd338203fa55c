"""Being authorised at once: limits, terms that move on, dates, twice the same, who sees it."""

from datetime import date

import pytest

from pactregistry.commons.modules.queries import ACTIVITIES_A_DAY
from pactregistry.database import db
from pactregistry.journal import history
from pactregistry.people.models import Group, Membership
from pactregistry.workflow.states import ProposerKind
from tests.commons.modules.scene import KEY, CareScene
from tests.conftest import TODAY, SetClock

NEW_TERMS = "Water paint only, and never on a Sunday."


@pytest.mark.article("11(3)")
@pytest.mark.parametrize(("items", "status"), [(3, 302), (4, 409), (None, 422), (0, 422)])
def test_three_benches_and_not_four(care: CareScene, items: int | None, status: int) -> None:
    care.module()
    answer = care.announce(items=items)
    assert answer.status_code == status
    if status == 409:
        assert "at most 3 benches are meant, and you ask for 4" in answer.text
        assert "Send it as a proposal" in answer.text
        assert 'value="4"' in answer.text


@pytest.mark.parametrize(("heritage", "status"), [("no", 302), ("yes", 409), (None, 422)])
def test_what_the_city_does_not_know_is_asked(
    care: CareScene, heritage: str | None, status: int
) -> None:
    care.module()
    assert care.announce(heritage=heritage).status_code == status


def test_of_a_listed_place_nothing_is_asked(care: CareScene) -> None:
    care.module()
    garden = care.commons()
    answer = care.announce(place=None, heritage=None, commons_id=garden.id)
    assert answer.status_code == 302
    activity = care.activity()
    assert (activity.place_name, activity.district) == ("Giardino dei Tigli", "centro")
    assert activity.longitude == 11.0467


@pytest.mark.article("10(4)")
def test_terms_replaced_while_typing_are_shown_anew_and_nothing_is_lost(care: CareScene) -> None:
    care.module()
    typed = care.typed(public_author="Classe 3B", note="We come by bicycle")
    care.next_version(terms_it=NEW_TERMS)
    browser = care.as_(care.resident)
    answer = browser.post(f"/modules/{KEY}/activity", data=typed)
    assert answer.status_code == 409
    assert NEW_TERMS in answer.text
    assert "Classe 3B" in answer.text
    assert "We come by bicycle" in answer.text
    assert care.activities() == 0
    again = browser.post(f"/modules/{KEY}/activity", data=typed | {"ordinal": 2})
    assert again.status_code == 302
    assert care.activity().module.ordinal == 2


def test_who_accepted_which_words_and_when_is_kept(care: CareScene) -> None:
    module = care.module()
    care.announce()
    activity = care.activity()
    entry = history("activity", activity.id)[-1]
    assert entry.step == "authorise"
    assert entry.actor_id == care.resident.id
    assert entry.facts["module"] == f"{KEY}/1"
    in_force = history("module", module.id)[-1].facts["terms_sha256"]
    assert entry.facts["terms_sha256"] == activity.terms_sha256 == in_force
    assert activity.accepted_at is not None


@pytest.mark.article("29(1)")
def test_nobody_is_authorised_who_did_not_accept(care: CareScene) -> None:
    care.module()
    answer = care.announce(accepts=None)
    assert answer.status_code == 409
    assert "The terms of the module are not accepted." in answer.text
    assert care.announce(ordinal="").status_code == 409  # which words were read is not known
    assert care.activities() == 0


@pytest.mark.article("31(1)")
def test_a_risk_sheet_that_was_not_read_warns_and_lets_go_on(care: CareScene) -> None:
    care.module()
    assert care.announce(risk_read=None).status_code == 302
    assert history("activity", care.activity().id)[-1].warnings == ["risk_sheet_read"]
    care.announce(place="Via Lunga")
    assert history("activity", care.activity().id)[-1].warnings == []


@pytest.mark.parametrize(
    ("day", "status"), [(date(2026, 3, 1), 422), (TODAY, 302), ("tomorrow", 422)]
)
def test_a_day_that_has_passed_is_not_authorised(
    care: CareScene, day: date | str, status: int
) -> None:
    care.module()
    assert care.announce(happens_on=day).status_code == status


def test_the_same_twice_is_one_and_another_place_is_another(care: CareScene) -> None:
    care.module()
    first, again = care.announce(), care.announce()
    assert first.location == again.location
    assert care.activities() == 1
    care.announce(place="Via Lunga")
    care.announce(by=care.neighbour)
    assert care.activities() == 3


def test_so_many_a_day_and_no_more(care: CareScene) -> None:
    care.module()
    for number in range(ACTIVITIES_A_DAY):
        assert care.announce(place=None, place_name=f"Panchina {number}").status_code == 302
    answer = care.announce(place=None, place_name="One too many")
    assert answer.status_code == 429
    assert "One too many" in answer.text


def test_without_a_place_or_with_odd_coordinates(care: CareScene) -> None:
    care.module()
    assert care.announce(place=None).status_code == 422
    answer = care.announce(place=None, place_name="Muro", longitude="500", latitude="north")
    assert answer.status_code == 422
    assert "Muro" in answer.text


def test_a_module_that_is_no_longer_offered_authorises_nobody(care: CareScene) -> None:
    module = care.module()
    care.announce()
    page = f"/desk/modules/{KEY}/{module.ordinal}/retirement"
    typed = {"version": care.latest().version, "occurred_on": TODAY, "reason": "Benches are new."}
    assert care.as_(care.manager).post(page, data=typed).status_code == 302
    answer = care.announce(place="Via Lunga", note="kept all the same")
    assert answer.status_code == 409
    assert "kept all the same" in answer.text
    assert "no longer offered" in care.as_(None).get(f"/modules/{KEY}").text
    assert care.activity().state == "authorised"


@pytest.mark.article("4(1)")
def test_the_desk_types_for_a_person_at_the_counter(care: CareScene) -> None:
    care.module()
    desk = care.as_(care.desk)
    typed = care.typed()
    assert desk.post(f"/desk/modules/{KEY}/activity", data=typed).status_code == 422
    typed |= {"author_name": "Ugo Anziano", "author_contact": "at home, Via Lunga 3"}
    answer = desk.post(f"/desk/modules/{KEY}/activity", data=typed)
    activity = care.activity()
    assert (activity.author_id, activity.entered_by_id) == (None, care.desk.id)
    assert "Ugo Anziano" in desk.get(answer.location).text
    cancelled = desk.post(
        f"/activities/{activity.number}/cancellation", data={"version": activity.version}
    )
    assert cancelled.status_code == 302


@pytest.mark.article("4(3)")
def test_who_represents_a_group_acts_for_it(care: CareScene) -> None:
    care.module()
    group = Group(name="Classe 3B", kind=ProposerKind.SCHOOL, created_at=care.settings.now())
    group.members = [Membership(account_id=care.resident.id, is_lead=True, since=TODAY)]
    db.session.add(group)
    db.session.commit()
    care.announce(group_id=group.id)
    activity = care.activity()
    assert activity.group_id == group.id
    assert history("activity", activity.id)[0].by_role == "lead"
    # A group that one does not represent is no choice.
    care.announce(by=care.neighbour, group_id=group.id)
    assert care.activity().group_id is None


@pytest.mark.article("12(2)")
def test_before_it_is_done_only_its_author_and_the_office_see_it(care: CareScene) -> None:
    care.module()
    page = care.announce().location
    missing = "/activities/2026-A-9999"
    for stranger in (None, care.neighbour):
        browser = care.as_(stranger)
        hidden, absent = browser.get(page), browser.get(missing)
        assert hidden.status_code == absent.status_code == 404
        assert hidden.data.replace(b"0001", b"9999") == absent.data
    assert care.as_(care.desk).get(page).status_code == 200
    assert care.as_(care.resident).get(page).status_code == 200


def test_signing_in_comes_first(care: CareScene) -> None:
    care.module()
    assert "/sign-in" in care.as_(None).get(f"/modules/{KEY}/activity").location
    assert care.as_(None).get("/modules/nothing").status_code == 404


def test_the_form_is_one_screen_that_asks_no_more_than_needed(care: CareScene) -> None:
    care.module(no_heritage=None, most_items=None, risk_sheets_it="", items_it="")
    page = care.as_(care.resident).get(f"/modules/{KEY}/activity").text
    for name in ("heritage", "items", "risk_read", "wants_kit", "commons_id", "author_name"):
        assert f'name="{name}"' not in page
    assert care.announce(heritage=None, items=None, risk_read=None).status_code == 302


def test_clock_and_terms_do_not_reach_back(care: CareScene, clock: SetClock) -> None:
    care.module()
    care.announce()
    clock.go(date(2026, 3, 10))
    care.next_version(terms_it=NEW_TERMS)
    page = care.as_(care.resident).get(f"/activities/{care.activity().number}").text
    assert NEW_TERMS not in page
    assert "version 1" in page
