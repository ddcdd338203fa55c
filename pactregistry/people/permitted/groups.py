"""The sets of roles that rows name. Art. 10(2), 11."""

from pactregistry.workflow.states import Role

STAFF = frozenset(
    {
        Role.DESK,
        Role.REVIEWER,
        Role.DISTRICT,
        Role.MANAGER,
        Role.EXECUTIVE,
        Role.SECRETARY,
        Role.ADMIN,
    }
)

EVERYONE = frozenset({Role.VISITOR})
SIGNED_IN = frozenset({Role.CITIZEN})
ADMIN = frozenset({Role.ADMIN})
DESK = frozenset({Role.DESK})
MANAGER = frozenset({Role.MANAGER})
EXECUTIVE = frozenset({Role.EXECUTIVE})
SECRETARY = frozenset({Role.SECRETARY})
OFFICE = DESK | MANAGER | EXECUTIVE
REVIEWERS = frozenset({Role.REVIEWER, Role.DISTRICT})
OFFICERS = STAFF - ADMIN
"""The staff who take part in the procedure: an administrator does no legal act."""
