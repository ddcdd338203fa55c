"""Comments: the window, replies, moderation, answers. Art. 11(5)."""

from dataclasses import replace
from datetime import date, time

import pytest

from pactregistry.database import db
from pactregistry.proposals.models import Comment


@pytest.fixture
def running(office, sent):
    proposal = sent()
    office.open_inquiry(proposal)
    return proposal


def say(office, account, proposal, text, **more):
    data = {"kind": "observation", "text": text, **more}
    return office.as_(account).post(f"/proposals/{proposal.number}/comments", data=data)


def all_comments():
    return db.session.query(Comment).order_by(Comment.id).all()


@pytest.mark.article("11(5)")
@pytest.mark.parametrize(
    ("opened", "last"),
    [
        (date(2026, 3, 5), date(2026, 3, 20)),
        (date(2026, 3, 14), date(2026, 3, 29)),  # the day that loses an hour
        (date(2026, 10, 10), date(2026, 10, 25)),  # the day that has one more
    ],
)
def test_the_window_ends_at_midnight_in_the_city(office, people, sent, clock, opened, last):
    clock.go(opened)
    proposal = sent()
    office.open_inquiry(proposal)
    assert proposal.comments_until == last
    clock.go(last, time(23, 59, 30))
    assert say(office, people.neighbour, proposal, "All'ultimo minuto").status_code == 302
    clock.go(date.fromordinal(last.toordinal() + 1), time(0, 0, 30))
    late = say(office, people.neighbour, proposal, "Troppo tardi")
    assert late.status_code == 409
    assert "11(5)" in late.text
    assert "Troppo tardi" in late.text
    assert [comment.text for comment in all_comments()] == ["All'ultimo minuto"]


def test_a_window_may_open_on_a_later_day(office, people, sent, clock, client):
    proposal = sent()
    office.open_inquiry(proposal, comments_from=date(2026, 3, 5))
    assert "5 March 2026" in client.get(f"/proposals/{proposal.number}").text
    assert say(office, people.neighbour, proposal, "Presto").status_code == 409
    clock.go(date(2026, 3, 5), time(0, 0, 30))
    assert say(office, people.neighbour, proposal, "Ora").status_code == 302


def test_who_is_signed_out_is_asked_to_sign_in(client, running):
    answer = client.post(f"/proposals/{running.number}/comments", data={"text": "Anonimo"})
    assert answer.status_code == 302
    assert "sign-in" in answer.location
    assert all_comments() == []


def test_a_comment_stands_under_the_public_name(office, people, running, client):
    people.neighbour.public_name = "Vicino del 12"
    people.neighbour.name = "Nome Privatissimo"
    say(office, people.neighbour, running, "Bene, ma il gelsomino no", kind="harm")
    page = client.get(f"/proposals/{running.number}").text
    assert "Vicino del 12" in page
    assert "Harmful effect" in page
    assert "Nome Privatissimo" not in page


def test_without_a_public_name_nothing_is_taken(office, people, running):
    people.neighbour.public_name = ""
    answer = say(office, people.neighbour, running, "Testo da tenere")
    assert answer.status_code == 409
    assert "Testo da tenere" in answer.text


def test_one_changes_the_own_comment_until_somebody_replies(office, people, running):
    say(office, people.neighbour, running, "Prima")
    [comment] = all_comments()
    path = f"/comments/{comment.id}/edit"
    other = office.as_(people.green)
    assert other.post(path, data={"kind": "harm", "text": "Altro"}).status_code == 404
    own = office.as_(people.neighbour)
    assert own.post(path, data={"kind": "observation", "text": "Dopo"}).status_code == 302
    assert comment.text == "Dopo"
    assert comment.edited_at is not None
    say(office, people.resident, running, "Grazie", parent=comment.id)
    late = own.post(path, data={"kind": "observation", "text": "Ancora"})
    assert late.status_code == 409
    assert "Ancora" in late.text
    assert comment.text == "Dopo"


def test_after_closing_nothing_changes_but_the_office_answers(office, people, running, clock):
    say(office, people.neighbour, running, "Prima")
    [comment] = all_comments()
    clock.go(date(2026, 3, 25))
    edit = {"kind": "observation", "text": "Dopo"}
    own = office.as_(people.neighbour)
    assert own.post(f"/comments/{comment.id}/edit", data=edit).status_code == 409
    answer = office.as_(people.desk).post(
        f"/desk/comments/{comment.id}/answer", data={"text": "Ne terremo conto"}
    )
    assert answer.status_code == 302
    assert [(c.text, c.is_answer) for c in all_comments()] == [
        ("Prima", False),
        ("Ne terremo conto", True),
    ]


def test_a_flood_is_slowed_and_the_text_kept(office, people, running):
    codes = [say(office, people.neighbour, running, f"Numero {n}").status_code for n in range(5)]
    assert codes == [302] * 5
    sixth = say(office, people.neighbour, running, "Il sesto")
    assert sixth.status_code == 429
    assert "Il sesto" in sixth.text
    assert len(all_comments()) == 5


def test_a_hidden_comment_leaves_its_category_and_its_author_may_object(
    office, people, running, client
):
    say(office, people.neighbour, running, "Abita in via Lunga 12")
    [comment] = all_comments()
    assert client.get(f"/comments/{comment.id}/report").status_code == 200
    report = {"reason": "Un indirizzo"}
    assert client.post(f"/comments/{comment.id}/report", data=report).status_code == 302
    desk = office.as_(people.desk)
    hide = f"/desk/comments/{comment.id}/hiding"
    assert "Un indirizzo" in desk.get(hide).text
    assert desk.post(hide, data={"category": "personal_data"}).status_code == 302
    page = client.get(f"/proposals/{running.number}").text
    assert "via Lunga 12" not in page
    assert "1 comment is hidden" in page
    assert client.get(f"/comments/{comment.id}/report").status_code == 404
    own = office.as_(people.neighbour)
    objection = {"objection": "È la sede del gruppo"}
    assert own.post(f"/comments/{comment.id}/objection", data=objection).status_code == 302
    assert "È la sede del gruppo" in desk.get(f"/desk/proposals/{running.number}").text
    assert desk.post(f"/desk/comments/{comment.id}/showing").status_code == 302
    assert "via Lunga 12" in client.get(f"/proposals/{running.number}").text


def test_moderation_before_is_a_switch_of_the_city(app, office, people, running, client):
    here = app.config["SETTINGS"]
    switches = {**here.city.switches, "moderate_before": True}
    app.config["SETTINGS"] = replace(here, city=replace(here.city, switches=switches))
    say(office, people.neighbour, running, "Da leggere prima")
    [comment] = all_comments()
    assert "Da leggere prima" not in client.get(f"/proposals/{running.number}").text
    assert office.as_(people.desk).post(f"/desk/comments/{comment.id}/showing").status_code == 302
    assert "Da leggere prima" in client.get(f"/proposals/{running.number}").text


def test_a_comment_on_paper_counts_from_the_day_it_came(office, people, running, clock, client):
    clock.go(date(2026, 3, 25))
    path = f"/desk/proposals/{running.number}/comments"
    typed = {
        "kind": "observation",
        "text": "Lettera sulle aiuole",
        "public_name": "M. B.",
        "received_on": date(2026, 3, 16),
        "document": "Lettera, prot. 900/2026",
    }
    desk = office.as_(people.desk)
    late = desk.post(path, data=typed | {"received_on": date(2026, 3, 18)})
    assert late.status_code == 409  # the window closed on 17 March
    assert desk.post(path, data=typed).status_code == 302
    page = client.get(f"/proposals/{running.number}").text
    assert "Lettera sulle aiuole" in page
    assert "prot. 900/2026" not in page
