"""Accepts a proposal and forms its pact, in one transaction. Art. 10(7), 11(7), 5(1)."""

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry import journal
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.journal import Act
from pactregistry.languages import in_language
from pactregistry.pacts import drafting, letters
from pactregistry.pacts.facts import pact_facts, version_facts
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import account_of, group_of, managers_on
from pactregistry.people.models import Group, Membership, members_on
from pactregistry.proposals import addressees
from pactregistry.proposals.acting import Actor, Day, act, refuse_wrong_day
from pactregistry.proposals.entries import resolution_of
from pactregistry.proposals.facts import acceptance_facts, pack_of
from pactregistry.proposals.models import Placed, Proposal
from pactregistry.workflow.lifecycle import PACT, PROPOSAL, VERSION
from pactregistry.workflow.states import Intensity, ProposalState, ProposerKind, Role, pace_of


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
        **{name: getattr(proposal, name) for name in _placed()},
    )
    pact.proposal = proposal
    with force_locale(here.city.language):
        version = _version(pact, proposal, act)
        version.signatories = _signatories(proposal)
    step = PACT.take("form", None, Role.DESK, pact_facts(pact, version))
    journal.record(pact, step, act)
    opened = VERSION.take("open", None, Role.DESK, version_facts(version))
    journal.record(version, opened, act)
    return pact


def _placed() -> list[str]:
    return [name for name in Placed.__annotations__ if name != "search_text"]


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
        resolution=resolution_of(journal.history(PROPOSAL.name, proposal.id)),
        onerous_letters=list(pack.general_law["onerous_clauses"].sections),
        privacy_notice=drafting.privacy_notice(),
        changed_at=act.recorded_at,
        pack_id=pack.id,
        pack_version=pack.version,
        sections=drafting.sections(proposal, pack, pact.pace),
    )


def _signatories(proposal: Proposal) -> list[Signatory]:
    group = group_of(proposal)
    citizens = _leads(proposal, group) if group else [_author(proposal)]
    signing = [*citizens, *_city()]
    for position, signatory in enumerate(signing, start=1):
        signatory.position = position
    return signing


def _author(proposal: Proposal) -> Signatory:
    account = account_of(proposal.author_id)
    return Signatory(
        side="citizens",
        account_id=proposal.author_id,
        name=account.name if account else proposal.author_name,
        capacity=_("active citizen"),
        on_behalf_of="",
        act="",
        public_name=proposal.public_author or (account.public_name if account else ""),
    )


def _leads(proposal: Proposal, group: Group) -> list[Signatory]:
    leads = [m for m in members_on(group.id, settings().today()) if m.is_lead]
    return [
        Signatory(
            side="citizens",
            account_id=lead.account_id,
            name=lead.account.name if lead.account else lead.name,
            capacity=_("representative"),
            on_behalf_of=group.name,
            act="",
            public_name=_public_name(group, lead),
        )
        for lead in leads
    ] or [_author(proposal)]


def _public_name(group: Group, lead: Membership) -> str:
    # Of an association the representative is public too: the register of associations names it.
    name = lead.account.public_name if lead.account else lead.name
    if group.kind is ProposerKind.ASSOCIATION and name:
        return str(_("%(group)s, represented by %(name)s", group=group.name, name=name))
    return group.name


def _city() -> list[Signatory]:
    here = settings()
    desk = here.city.desk
    holdings = managers_on(here.today())
    of_office = [h for h in holdings if h.office == desk.key] or list(holdings)
    return [
        Signatory(
            side="city",
            account_id=holding.account_id,
            name=holding.account.name,
            capacity=_("managing officer"),
            on_behalf_of=f"{here.city.profile.name}, {in_language(desk.name, here.city.language)}",
            act=holding.act,
            public_name=here.city.profile.name,
        )
        for holding in of_office[:1]
    ]
