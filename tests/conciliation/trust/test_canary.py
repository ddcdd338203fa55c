"""What is private in a dispute is in nothing that everyone reads, nor in a mail. Art. 33, 3(1)b."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import JSON, Enum, String, update

from pactregistry.database import Base, db
from pactregistry.notices.models import Mail
from tests.conciliation.trust.story import PACT, Story
from tests.pacts.cases import CANARY
from tests.reports.trust.public import crawl, inside, open_to_all

FILE = {"state", "number", "pack_id", "pack_version"}
# All but what a dispute is known by: who, what about, which words, which votes.
PRIVATE = {
    "dispute": {
        "matter",
        "asked_by",
        "third_name",
        "third_email",
        "third_contact",
        "what_happened",
        "what_is_asked",
    },
    "dispute_member": {"chair", "named_by", "name", "email", "why_left"},
    "dispute_sitting": {"at", "place", "heard", "minutes"},
    "dispute_message": {"speaks_as", "text"},
    "dispute_draft": {"text", "effect"},
    "dispute_text": {"text", "digest", "sha256", "content"},
    "dispute_vote": {"dissent", "evidence"},
    "dispute_answer": {"side", "reason"},
}
PUBLIC = {name: set[str]() for name in PRIVATE} | {
    "dispute": FILE,
    "dispute_text": {"effect"},  # once all accepted it
}
# Read by the program: keys of its own, no words.
KEYS = {"heard", "speaks_as", "sha256"}


def mark(table: str, column: str) -> str:
    """A word that stands in one column alone."""
    return f"zibetto-{table}-{column}-7".replace("_", "-")


def mark_all() -> set[str]:
    """Put a mark of its own into each private column of words; gives the marks."""
    marks = {mark("attachment", "name"), mark("journal", "private")}
    for name, columns in PRIVATE.items():
        table = Base.metadata.tables[name]
        words = {}
        for column in sorted(columns - KEYS):
            kind = table.c[column].type
            if not isinstance(kind, Enum):
                word = mark(name, column)
                marks.add(word)
                words[column] = {"text": word} if isinstance(kind, JSON) else word
        if words:
            assert db.session.execute(update(table).values(**words)).rowcount > 0, name
    tables = Base.metadata.tables
    papers, journal = tables["attachment"], tables["journal"]
    of_disputes = papers.c.subject_kind.startswith("dispute")
    named = update(papers).where(of_disputes).values(name=mark("attachment", "name"))
    told = {"said": mark("journal", "private")}
    said = update(journal).where(journal.c.subject_kind == "dispute").values(private=told)
    for each in (named, said):
        assert db.session.execute(each).rowcount > 0
    db.session.commit()
    return marks


def test_each_column_of_words_is_told_private_or_public() -> None:
    known = {name for name in Base.metadata.tables if name.startswith("dispute")}
    assert known == set(PRIVATE)
    for name, private in PRIVATE.items():
        columns = Base.metadata.tables[name].columns
        words = {c.name for c in columns if isinstance(c.type, String | JSON)}
        assert words == private | PUBLIC[name], name
        assert not private & PUBLIC[name]


@pytest.mark.article("33(1)")
@pytest.mark.article("3(1)b")
def test_nothing_private_is_in_what_everyone_reads(
    story: Story, app: Flask, client: FlaskClient
) -> None:
    story.tell("closed")
    number = story.table.number
    marks = mark_all()
    room = story.table.page(story.table.lead).text
    shown = {word for word in marks if word in room}
    assert len(shown) > len(marks) / 2  # the marks are found where they may be read
    pages = [f"/disputes/{number}", f"/api/v1/disputes/{number}", f"/pacts/{PACT}.json"]
    files = [f"/disputes/{number}/proposal.pdf", f"/disputes/{number}/papers/1"]
    found = crawl(client, [*open_to_all(app), *pages, *files])
    for needed in (*pages, "/disputes/", "/data/disputes.csv", "/feed.atom", "/figures"):
        assert b" 404 " not in found[needed][:20], needed
        assert number.encode() in found[needed] or needed == "/figures", needed
    leaking = {
        (path, word)
        for path, body in found.items()
        for part in inside(body)
        for word in marks
        if word.encode() in part.lower()
    }
    assert leaking == set()


@pytest.mark.article("33(1)")
def test_a_mail_tells_nothing_and_reaches_nobody_else(story: Story) -> None:
    story.tell("closed")
    table = story.table
    told = [
        mail
        for mail in db.session.scalars(db.select(Mail))
        if "2026-D-" in mail.subject + mail.text
    ]
    assert len(told) > 60
    for mail in told:
        assert CANARY not in mail.subject + mail.text, mail.subject
        assert "\n" not in mail.subject
    mine = {mail.to_address for mail in told if table.number in mail.subject + mail.text}
    people = (table.lead, table.manager, table.first, table.second, table.third)
    gone = story.outside["replaced member"]
    allowed = {who.email for who in (*people, table.neighbour, table.secretary, gone)}
    assert mine == allowed
    after = [m.subject for m in table.mails_to(gone) if "convened" in m.subject]
    assert after == []  # nothing more reaches who was replaced
