"""Accepts a proposal and forms its pact, in one transaction. Art. 10(7), 11(7), 5(1)."""

from flask_babel import force_locale

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.pacts import drafting, letters
from pactregistry.pacts.facts import pact_facts, version_facts
from pactregistry.pacts.models import Pact, PactVersion
from pactregistry.pacts.sides import signatories_first
from pactregistry.people import addressees
from pactregistry.people.acting import Actor, Day, act
from pactregistry.proposals.acting import refuse_wrong_day
from pactregistry.proposals.entries import resolution_of
from pactregistry.proposals.facts import acceptance_facts, pack_of
from pactregistry.proposals.models import PLACED, Proposal
from pactregistry.workflow.lifecycle import PACT, PROPOSAL, VERSION
from pactregistry.workflow.states import Intensity, ProposalState, Role, pace_of


def accept(proposal: Proposal, actor: Actor, seen: int, day: Day, reason: str = "") -> Pact:
    """Accept a proposal and open the co-design of its pact."""
    journal.expect(proposal, PROPOSAL.name, seen)
    facts = acceptance_facts(proposal, actor)
    entries = journal.history(PROPOSAL.name, proposal.id)
    refuse_wrong_day("accept", proposal, actor, facts, day, entries)
    step = PROPOSAL.take("accept", ProposalState(proposal.state), actor.role, facts)
    done = act(actor, day, reason=reason)
    journal.record(proposal, step, done)
    pact = _form(proposal, done)
    letters.write(letters.citizens_of(pact), "pact_accepted", pact, proposal=proposal)
    letters.write(addressees.managers(), "pact_accepted_city", pact, proposal=proposal)
    db.session.commit()
    return pact


def _form(proposal: Proposal, act: Act) -> Pact:
    here = settings()
    pack = pack_of(proposal)
    pace = pace_of(
        proposal.intensity or Intensity.CONTINUOUS,
        works=proposal.works,
        money=proposal.money,
        risk=proposal.risk,
    )
    pact = Pact(
        number=journal.next_number("", here.today().year),
        proposal_id=proposal.id,
        track=proposal.track,
        pace=pace,
        created_at=act.recorded_at,
        state="",
        withheld=False,
        import_confirmed=True,
        heritage_act="",
        pack_id=pack.id,
        pack_version=pack.version,
        **{name: getattr(proposal, name) for name in PLACED},
    )
    pact.proposal = proposal
    with force_locale(here.city.language):
        version = _version(pact, proposal, act)
        version.signatories = signatories_first(proposal)
    step = PACT.take("form", None, Role.DESK, pact_facts(pact, version))
    journal.record(pact, step, act)
    opened = VERSION.take("open", None, Role.DESK, version_facts(version))
    journal.record(version, opened, act)
    return pact


def _version(pact: Pact, proposal: Proposal, act: Act) -> PactVersion:
    here = settings()
    pack = pack_of(proposal)
    return PactVersion(
        pact=pact,
        ordinal=1,
        state="",
        withheld=False,
        starts_on=proposal.wished_from,
        ends_on=proposal.wished_until,
        withdrawal_notice_days=here.city.term(pack, "withdrawal_notice").value or 0,
        supervisor="",
        long_term_grounds="",
        premises=drafting.premises(proposal, pack),
        conditions={},
        resolution=resolution_of(journal.history(PROPOSAL.name, proposal.id)),
        onerous_letters=list(pack.general_law["onerous_clauses"].sections),
        privacy_notice=drafting.privacy_notice(),
        changed_at=act.recorded_at,
        pack_id=pack.id,
        pack_version=pack.version,
        sections=drafting.sections(proposal, pack, pact.pace),
        **drafting.causes(pack, pact.pace),
    )
