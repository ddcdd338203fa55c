"""Who takes a step, and on which day: not in the future, earlier with a reason. Art. 3(1)b."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pactregistry.config import settings
from pactregistry.journal import Act, Entry
from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, F, Machine, Obstacle, S, Unlawful
from pactregistry.workflow.states import Role


@dataclass(frozen=True)
class Actor:
    """An account in one of its roles, for an office or district."""

    account_id: int
    role: Role
    office: str = ""


@dataclass(frozen=True)
class Day:
    """The day of the fact; one before the previous step says why it is recorded only now."""

    occurred_on: date
    why_earlier: str = ""


def today() -> Day:
    """The fact happens as it is recorded."""
    return Day(settings().today())


def day_obstacles(entries: Sequence[Entry], day: Day, *, by: Role) -> tuple[Obstacle, ...]:
    """What stands against the day that was typed."""
    found = []
    if day.occurred_on > settings().today():
        found.append(
            Obstacle(
                "not_in_future",
                cite("3(1)b"),
                binds=True,
                message=N_("The day of the fact lies in the future."),
                remedy=N_("Enter the day on which it happened, today at the latest."),
                mender=by,
            )
        )
    previous = max((entry.occurred_on for entry in entries), default=None)
    if previous and day.occurred_on < previous and not day.why_earlier.strip():
        found.append(
            Obstacle(
                "earlier_without_reason",
                cite("3(1)b"),
                binds=True,
                message=N_("The day of the fact lies before the previous step (%(previous)s)."),
                remedy=N_("Say why it is recorded only now, and from which document."),
                mender=by,
                details={"previous": previous},
            )
        )
    return tuple(found)


def check_day(
    machine: Machine[S, F],
    step: str,
    state: S | None,
    actor: Actor,
    facts: F,
    dated: tuple[Day, Sequence[Entry]],
) -> None:
    """Refuse a day that cannot be, together with all else that stands against the step.

    Raises:
        Unlawful: the day is in the future, or earlier than the previous step without a reason.
    """
    day, entries = dated
    found = day_obstacles(entries, day, by=actor.role)
    if found:
        others = machine.obstacles(step, state, actor.role, facts)
        raise Unlawful(machine.name, step, (*others, *found))


def act(
    actor: Actor,
    day: Day,
    *,
    reason: str = "",
    facts: Mapping[str, object] | None = None,
    private: Mapping[str, object] | None = None,
) -> Act:
    """The journal's record of who and when."""
    public = dict(facts or {})
    if day.why_earlier.strip():
        public["why_earlier"] = day.why_earlier.strip()
    return Act(
        actor_id=actor.account_id,
        occurred_on=day.occurred_on,
        recorded_at=settings().now(),
        office=actor.office,
        reason=reason,
        facts=public,
        private=dict(private or {}),
    )
