"""What the sheet should not have said is not said again by its pact. Art. 3(1)b."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from pactregistry.database import db
from pactregistry.pacts.changes import changes_since_comments
from pactregistry.people.models import Account
from pactregistry.proposals.models import Comment
from tests.pacts.cases import Cast

Enter = Callable[[Account], FlaskClient]
TABLE = "/pacts/2026-0001/codesign"


@pytest.fixture
def changed(accepted: Cast, enter: Enter) -> Cast:
    """A pact whose section a is another than the sheet, changed by a comment."""
    form = {"revision": "1", "text": "Dodici aiuole e una panchina."}
    enter(accepted.lead).post(f"{TABLE}/sections/a", data=form)
    comment = db.session.scalars(select(Comment)).one()
    enter(accepted.desk).post(f"{TABLE}/comments", data={"comment": comment.id, "letter": "a"})
    assert changes_since_comments(accepted.text)
    return accepted


@pytest.mark.article("3(1)b")
def test_a_withheld_sheet_is_not_told_by_its_pact(changed: Cast) -> None:
    changed.proposal.withheld = True
    db.session.commit()
    assert changes_since_comments(changed.text) == []


@pytest.mark.article("3(1)b")
def test_what_was_corrected_is_not_shown_as_it_was_commented(changed: Cast, enter: Enter) -> None:
    db.session.expire_all()
    proposal = changed.proposal
    manager = enter(changed.manager)
    names = ("title", "summary", "benefits", "support_asked", "public_author", "theme")
    form = {name: getattr(proposal, name) for name in names}
    form |= {"place_name": "Via Lunga", "district": "centro", "version": proposal.version}
    form |= {"description": "Curiamo dodici aiuole.", "reason": "Un nome di troppo"}
    answer = manager.post("/desk/proposals/2026-P-0001/correction", data=form)
    assert answer.status_code == 302, answer.text
    told = [p.text for c in changes_since_comments(changed.text) for x in c.lines for p in x.before]
    assert "140" not in "".join(told)
    assert "Curiamo dodici aiuole." in "".join(told)


def test_who_signs_is_found_whatever_the_case_of_the_address(
    changed: Cast, enter: Enter, person: Callable[..., Account]
) -> None:
    person("Gina Firma", "Gina@people.example")
    form = {
        "name": "Gina Firma",
        "email": "Gina@people.example",
        "capacity": "active citizen",
        "public_name": "G. F.",
    }
    answer = enter(changed.desk).post(f"{TABLE}/signatories", data=form)
    assert answer.status_code == 302, answer.text
