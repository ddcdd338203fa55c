"""Modules: drafted by the desk, put in force and retired by the manager. Art. 11(3), 29(1)."""

from collections.abc import Mapping
from typing import Any

from pactregistry.commons.modules.models import Module
from pactregistry.commons.modules.queries import current, versions
from pactregistry.commons.modules.wording import fingerprint
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Entry, expect, history, record
from pactregistry.people.acting import Actor, Day, act, check_day, today
from pactregistry.workflow.facts import ModuleFacts
from pactregistry.workflow.lifecycle import MODULE
from pactregistry.workflow.states import ModuleState

WRITTEN = frozenset(
    {
        "titles",
        "scopes",
        "terms",
        "risk_sheets",
        "conditions",
        "kit",
        "loan_days",
        "fetch_days",
        "emergency",
        "act",
    }
)


def draft(key: str, actor: Actor, values: Mapping[str, Any]) -> Module:
    """Begin a family, or the next version of one that stands; copies nothing by itself."""
    here = settings()
    step = MODULE.take("draft", None, actor.role, ModuleFacts())
    module = Module(
        key=key,
        ordinal=max((each.ordinal for each in versions(key, public=False)), default=0) + 1,
        language=here.city.language,
        office=actor.office,
        created_at=here.now(),
        pack_id=here.pack.id,
        pack_version=here.pack.version,
    )
    _write(module, values)
    record(module, step, act(actor, today()))
    db.session.commit()
    return module


def draft_next(module: Module, actor: Actor) -> Module:
    """Begin the next version with the words of this one."""
    return draft(module.key, actor, {name: getattr(module, name) for name in WRITTEN - {"act"}})


def revise(module: Module, actor: Actor, seen: int, values: Mapping[str, Any]) -> Entry:
    """Save a draft."""
    expect(module, MODULE.name, seen)
    step = MODULE.take("revise", ModuleState(module.state), actor.role, ModuleFacts())
    _write(module, values)
    entry = record(module, step, act(actor, today()))
    db.session.commit()
    return entry


def publish(module: Module, actor: Actor, seen: int, number_of_act: str) -> Entry:
    """Put a version in force; the one that was is replaced in the same moment. Art. 11(3)."""
    expect(module, MODULE.name, seen)
    module.act = number_of_act.strip() or module.act
    step = MODULE.take("publish", ModuleState(module.state), actor.role, facts_on(module))
    day = today()
    before = current(module.key)
    if before is not None:
        replaced = MODULE.take("replace", ModuleState(before.state), actor.role, ModuleFacts())
        before.ended_on = day.occurred_on
        record(before, replaced, act(actor, day, facts={"by": module.number}))
    module.in_force_from = day.occurred_on
    told = {"act": module.act, "terms_sha256": fingerprint(module)}
    entry = record(module, step, act(actor, day, facts=told))
    db.session.commit()
    return entry


def retire(module: Module, actor: Actor, seen: int, day: Day, reason: str) -> Entry:
    """Stop offering a module; what was authorised under it stays authorised."""
    expect(module, MODULE.name, seen)
    facts = ModuleFacts(reasons=(reason,))
    state = ModuleState(module.state)
    check_day(MODULE, "retire", state, actor, facts, (day, history(MODULE.name, module.id)))
    step = MODULE.take("retire", state, actor.role, facts)
    module.ended_on = day.occurred_on
    entry = record(module, step, act(actor, day, reason=reason.strip()))
    db.session.commit()
    return entry


def facts_on(module: Module) -> ModuleFacts:
    """What putting it in force asks for: the binding words, and the act."""
    return ModuleFacts(
        scope=module.scopes.get(module.language, ""),
        terms=module.terms.get(module.language, ""),
        act=module.act,
    )


def _write(module: Module, values: Mapping[str, Any]) -> None:
    for name in sorted(values):
        if name not in WRITTEN:
            message = f"not written by the desk: {name}"
            raise ValueError(message)
        setattr(module, name, values[name])
