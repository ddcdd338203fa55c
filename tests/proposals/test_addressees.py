"""Who is written to."""

from sqlalchemy import event

from pactregistry.database import db
from pactregistry.people.addressees import desk
from pactregistry.workflow.states import Role


def test_who_holds_a_role_twice_is_written_to_once(people, person):
    person("Sportello Sette", roles=[(Role.DESK, "commons"), (Role.DESK, "commons")])
    asked: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    assert len(desk()) == 2
    # PostgreSQL cannot tell rows with a JSON column apart.
    assert "DISTINCT" not in " ".join(asked)
