"""The City ends a pact, announces a breach, revokes, reinstates. Art. 5(2)b, i, l, 11(8), 3(1)b.

Negative acts carry a reason for each point and the remedies as they stood on that day.
"""

from collections.abc import Sequence
from datetime import date

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.pacts import letters
from pactregistry.pacts.life.opening import begin
from pactregistry.pacts.life.terms import until
from pactregistry.pacts.models import Pact
from pactregistry.pacts.queries import signed_version
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.people.addressees import Addressee
from pactregistry.proposals.addressees import bodies_of
from pactregistry.workflow.lifecycle import PACT
from pactregistry.workflow.states import PactState


def terminate(
    pact: Pact, actor: Actor, seen: int, day: Day, reasons: Sequence[str], cause: str
) -> None:
    """End a pact in the public interest, with reasons."""
    given = _given(reasons)
    text = signed_version(pact)
    listed = text is not None and bool(cause) and cause in text.end_causes
    facts = begin("terminate", pact, actor, seen, day, reasons=given, cause_listed=listed)
    step = PACT.take("terminate", PactState(pact.state), actor.role, facts)
    told = {**_negative(given), "cause": cause}
    pact.forget_days()
    entry = journal.record(pact, step, act(actor, day, reason="\n\n".join(given), facts=told))
    letters.write(_all_of(pact), "pact_terminated", pact, entry=entry)
    db.session.commit()


def warn_breach(pact: Pact, actor: Actor, seen: int, day: Day, text: str) -> None:
    """Announce a breach to the citizens, with a term to answer; nobody else reads of it."""
    facts = begin("warn_breach", pact, actor, seen, day, reasons=(text.strip(),))
    step = PACT.take("warn_breach", PactState(pact.state), actor.role, facts)
    pact.answer_until = until(pact, "breach_answer", day.occurred_on)
    kept: dict[str, object] = {"text": text.strip()}
    if pact.answer_until is not None:
        kept["until"] = pact.answer_until.isoformat()
    journal.record(pact, step, act(actor, day, private=kept))
    letters.write(
        letters.deciders_of(pact),
        "pact_breach_announced",
        pact,
        text=text.strip(),
        until=pact.answer_until,
    )
    db.session.commit()


def answer_breach(pact: Pact, actor: Actor, seen: int, day: Day, text: str) -> None:
    """Answer an announced breach; a late answer is read too."""
    facts = begin("answer_breach", pact, actor, seen, day)
    step = PACT.take("answer_breach", PactState(pact.state), actor.role, facts)
    pact.answer_until = None
    journal.record(pact, step, act(actor, day, private={"text": text.strip()}))
    city = [*addressees.managers(), *addressees.desk()]
    letters.write(city, "pact_breach_answered", pact, text=text.strip())
    db.session.commit()


def settle_breach(pact: Pact, actor: Actor, seen: int, day: Day, text: str) -> None:
    """Declare a breach settled: the pact goes on as if it had not been announced."""
    facts = begin("settle_breach", pact, actor, seen, day)
    step = PACT.take("settle_breach", PactState(pact.state), actor.role, facts)
    pact.answer_until = None
    journal.record(pact, step, act(actor, day, private={"text": text.strip()}))
    letters.write(letters.deciders_of(pact), "pact_breach_settled", pact, text=text.strip())
    db.session.commit()


def revoke(pact: Pact, actor: Actor, seen: int, day: Day, reasons: Sequence[str]) -> None:
    """Revoke a pact for breach, with reasons."""
    given = _given(reasons)
    facts = begin("revoke", pact, actor, seen, day, reasons=given)
    step = PACT.take("revoke", PactState(pact.state), actor.role, facts)
    made = act(actor, day, reason="\n\n".join(given), facts=_negative(given))
    pact.forget_days()
    entry = journal.record(pact, step, made)
    letters.write(_all_of(pact), "pact_revoked", pact, entry=entry)
    db.session.commit()


def reinstate(
    pact: Pact, actor: Actor, seen: int, day: Day, reason: str, *, number: str, on: date | None
) -> None:
    """Take a pact up again that the City had ended, by an act of its own; the end stays told."""
    cited = number.strip() if on is not None else ""
    facts = begin("reinstate", pact, actor, seen, day, reasons=(reason.strip(),), act=cited)
    step = PACT.take("reinstate", PactState(pact.state), actor.role, facts)
    told = {"act": number.strip(), "act_date": on.isoformat() if on else ""}
    journal.record(pact, step, act(actor, day, reason=reason.strip(), facts=told))
    letters.write(_all_of(pact), "pact_reinstated", pact, reason=reason.strip())
    db.session.commit()


def _given(reasons: Sequence[str]) -> tuple[str, ...]:
    return tuple(reason.strip() for reason in reasons if reason.strip())


def _negative(reasons: Sequence[str]) -> dict[str, object]:
    # The remedies as they stood on that day: a later change of settings does not rewrite the act.
    return {"reasons": list(reasons), "remedies": dict(settings().city.remedies)}


def _all_of(pact: Pact) -> list[Addressee]:
    """Both sides, and the offices and bodies that gave an opinion. Art. 11(8)."""
    bodies = bodies_of(pact.origin) if pact.origin else []
    return [*letters.citizens_of(pact), *addressees.desk(), *bodies]
