"""A paper that takes long to look at keeps nobody waiting, and comes to no file that was sent."""

import pytest
from sqlalchemy import text

from pactregistry.database import db
from pactregistry.documents import uploads
from pactregistry.documents.models import attachments_of
from tests.proposals.writing import latest, picture, write


@pytest.fixture
def meanwhile(monkeypatch):
    """Do something while a paper is looked at."""

    def during(do):
        def ask(job, content):
            do()
            return {"pages": 1}, content

        monkeypatch.setattr(uploads.workshop, "ask", ask)

    return during


@pytest.fixture
def rita(client, person, sign_in):
    """A browser of somebody who writes."""
    sign_in(client, person("Rita Residente"))
    return client


THEMED = text("UPDATE proposal SET theme = 'verde'")
SENT = text("UPDATE proposal SET state = 'submitted', number = '2026-P-0009'")


def another_writes(change):
    """Write from another connection, which waits for nobody."""
    with db.engine.connect() as other:
        other.execute(text("PRAGMA busy_timeout=0"))
        other.execute(change)
        other.commit()


def test_others_write_while_a_paper_is_looked_at(rita, meanwhile):
    draft = write(rita)
    meanwhile(lambda: another_writes(THEMED))
    form = {"kind": "other", "papers": picture()}
    assert rita.post(f"/drafts/{draft.id}/papers", data=form).status_code == 302
    assert latest().theme == "verde"
    assert len(attachments_of("proposal", draft.id)) == 1


def test_no_paper_comes_to_a_file_that_was_sent_meanwhile(rita, meanwhile):
    draft = write(rita)
    meanwhile(lambda: another_writes(SENT))
    form = {"kind": "other", "papers": picture()}
    assert rita.post(f"/drafts/{draft.id}/papers", data=form).status_code == 409
    assert attachments_of("proposal", draft.id) == []
