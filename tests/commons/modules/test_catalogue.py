"""Modules: written by the desk, put in force by the managing officer, read by everyone."""

import pytest

from pactregistry.journal import history
from tests.commons.modules.scene import KEY, TERMS, CareScene

DESK_PAGE = f"/desk/modules/{KEY}"


@pytest.mark.article("11(3)")
def test_only_the_managing_officer_puts_a_module_in_force(care: CareScene) -> None:
    care.as_(care.desk).post(
        "/desk/modules/new",
        data={
            "key": KEY,
            "titles_it": "Panchine",
            "scopes_it": "Ridipingere",
            "loan_days": 0,
            "fetch_days": 0,
        },
    )
    draft = care.latest()
    assert care.as_(None).get(f"/modules/{KEY}").status_code == 404
    assert care.as_(None).get(f"/modules/{KEY}/1").status_code == 404
    typed = {"version": draft.version, "act": "P.G. 7/2026"}
    publication = f"{DESK_PAGE}/1/publication"
    assert care.as_(care.desk).post(publication, data=typed).status_code == 403
    refused = care.as_(care.manager).post(publication, data=typed)
    assert refused.status_code == 409
    assert "does not say what may be done" in refused.text
    assert "P.G. 7/2026" in refused.text

    text = {"version": care.latest().version, "key": KEY, "titles_it": "Panchine"}
    text |= {"scopes_it": "Ridipingere", "terms_it": TERMS, "loan_days": 0, "fetch_days": 0}
    assert care.as_(care.desk).post(f"{DESK_PAGE}/1/text", data=text).status_code == 302
    typed["version"] = care.latest().version
    assert care.as_(care.manager).post(publication, data=typed).status_code == 302
    assert "P.G. 7/2026" in care.as_(None).get(f"/modules/{KEY}").text
    assert care.as_(care.desk).get(f"{DESK_PAGE}/1/text").status_code == 302  # no draft any more


@pytest.mark.article("34(1)")
def test_an_act_that_is_not_named_warns_only(care: CareScene) -> None:
    module = care.module(key="leaves")
    assert history("module", module.id)[-1].warnings == []
    care.as_(care.desk).post("/desk/modules/leaves/1/next")
    module = care.put_in_force("leaves", act="")
    assert module.state == "in_force"
    assert history("module", module.id)[-1].warnings == ["module_act_named"]


@pytest.mark.article("11(3)")
def test_a_new_version_replaces_the_old_one_in_the_same_moment(care: CareScene) -> None:
    first = care.module()
    second = care.next_version(terms_it="Other words.")
    assert (first.state, second.state) == ("replaced", "in_force")
    assert first.ended_on == second.in_force_from
    public = care.as_(None)
    assert "Other words." in public.get(f"/modules/{KEY}").text
    older = public.get(f"/modules/{KEY}/1").text
    assert TERMS in older
    assert "These are older terms." in older
    assert public.get(f"/modules/{KEY}/3").status_code == 404


def test_a_next_version_is_begun_once(care: CareScene) -> None:
    care.module()
    desk = care.as_(care.desk)
    first = desk.post(f"{DESK_PAGE}/1/next")
    again = desk.post(f"{DESK_PAGE}/1/next")
    assert first.location == again.location == f"{DESK_PAGE}/2"
    assert care.latest().terms == {"it": TERMS}


@pytest.mark.article("29(1)")
def test_tools_for_emergencies_stand_first(care: CareScene) -> None:
    care.module(key="aa-leaves", titles_it="Leaves")
    care.module(key="zz-mud", titles_it="Mud after a flood", emergency="y")
    page = care.as_(None).get("/modules/").text
    assert page.index("Mud after a flood") < page.index("Leaves")
    assert "Leaves" not in care.as_(None).get("/modules/?q=mud").text
    assert "No module matches" in care.as_(None).get("/modules/?q=nothing").text


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "Not a key"},
        {"titles_it": ""},
        {"most_items": 0},
        {"most_items": "many"},
        {"loan_days": -1},
        {"districts": "atlantis"},
    ],
)
def test_what_is_wrong_in_a_draft_is_said_and_kept(care: CareScene, wrong: dict[str, str]) -> None:
    typed = {"key": "fine", "titles_it": "Kept words", "scopes_it": "Kept scope"}
    typed |= {"loan_days": 0, "fetch_days": 0} | wrong
    answer = care.as_(care.desk).post("/desk/modules/new", data=typed)
    assert answer.status_code == 422
    assert "Kept scope" in answer.text


def test_two_families_cannot_have_one_name(care: CareScene) -> None:
    care.module()
    typed = {"key": KEY, "titles_it": "Again", "loan_days": 0, "fetch_days": 0}
    assert care.as_(care.desk).post("/desk/modules/new", data=typed).status_code == 422
    assert care.latest().ordinal == 1


def test_what_was_written_is_read_back_into_the_form(care: CareScene) -> None:
    things = care.stock(brushes=4)
    rules = {"months": [3, 4], "weekdays": [5], "districts": ["centro"], "kinds": ["building"]}
    care.module(**rules, **{f"kit_{things['brushes']}": 2}, terms_es="Solo pintura al agua.")
    care.as_(care.desk).post(f"{DESK_PAGE}/1/next")
    page = care.as_(care.desk).get(f"{DESK_PAGE}/2/text").text
    assert page.count("checked") == 6  # no heritage, two months, a day, a district, a kind
    assert "Solo pintura al agua." in page
    shown = care.as_(None).get(f"/modules/{KEY}").text
    for told in ("March", "Saturday", "Centro", "a building", "2 × brushes"):
        assert told in shown


@pytest.mark.article("29(2)")
def test_the_manual_tells_how_it_works(care: CareScene) -> None:
    care.module()
    page = care.as_(None).get("/modules/manual").text
    for told in ("In five steps", "Small furniture repair", "within 7 days", "Art. 22"):
        assert told in page
