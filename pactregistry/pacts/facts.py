"""Gathers what the guards on a version and on a pact read. Art. 5, 11(9)-(11), 13-17, 24, 31-32."""

from dataclasses import dataclass, replace
from datetime import date

from pactregistry.commons.inventory.models import Commons
from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.documents.models import attachments_of
from pactregistry.languages import in_language
from pactregistry.pacts.conditions.facts import condition_facts
from pactregistry.pacts.conditions.place_acts import consent_stands
from pactregistry.pacts.joining.queries import adherents_on
from pactregistry.pacts.models import Pact, PactVersion, Signatory
from pactregistry.pacts.queries import open_version, signature_of, signed_version
from pactregistry.pacts.representing.models import confirmed_by_members
from pactregistry.pacts.supporting.facts import granted_facts, support_facts
from pactregistry.people.actions_groups import MANDATE
from pactregistry.people.models import Account, lead_on
from pactregistry.proposals.facts import approval_by_kind, is_proposer
from pactregistry.workflow.clocks import Unit, civil_day, last_day
from pactregistry.workflow.facts import PactFacts, VersionFacts
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.states import (
    CommonsKind,
    Intensity,
    OwnerKind,
    ProposerKind,
    SignatureKind,
)

SEVERAL = 2
OTHERS = frozenset({OwnerKind.PRIVATE, OwnerKind.PUBLIC_BODY})  # whose consent a pact needs
GROUPS = (ProposerKind.INFORMAL_GROUP, ProposerKind.ASSOCIATION)


@dataclass(frozen=True)
class Signing:
    """What a person does at the click that signs."""

    kind: SignatureKind
    digest_shown: str
    duties_read: bool
    onerous_approved: bool


def version_facts(version: PactVersion, reasons: tuple[str, ...] = ()) -> VersionFacts:
    """The facts of a version that do not depend on who acts."""
    pact = version.pact
    proposal = pact.origin
    papers = papers_given(version)
    pack = settings().packs[pact.pack_id]
    missing = tuple(
        in_language(paper.label)
        for paper in pack.papers
        if paper.condition == "regeneration"
        and paper.binds
        and pact.intensity is Intensity.REGENERATION
        and paper.key not in papers
    )
    return VersionFacts(
        reasons=reasons,
        empty_sections=tuple(
            s.letter
            for s in version.sections
            if not (s.reason if s.not_applicable else s.text).strip()
        ),
        unagreed_sections=tuple(
            s.letter
            for s in version.sections
            if s.citizens_agreed_id is None or s.city_agreed_id is None
        ),
        several_act=_several_act(pact),
        supervisor=version.supervisor,
        years_over_limit=_over_limit(version),
        long_term_grounds=bool(version.long_term_grounds.strip())
        and version.long_term_amount is not None,
        money=any(s.kind == "money" for s in version.supports),
        ceiling_stated=all(
            s.amount_ceiling is not None for s in version.supports if s.kind == "money"
        ),
        digest_frozen=version.original_sha256 or "",
        is_group=bool(proposal and proposal.proposer_kind in GROUPS),
        mandate=MANDATE in papers,
        missing_papers=missing,
        consent_needed=_of_another_owner(pact),
        owner_consent=consent_stands(pact.id, pact.owner_changed_on)
        or ("owner_consent" in papers and pact.owner_changed_on is None),
        substantial_change=bool(proposal and proposal.substantial_change),
        kind_missing=bool(pack.kinds) and pact.pact_kind not in pack.kinds,
        approval_by_kind=approval_by_kind(pack, pact.pact_kind),
        resolution=version.resolution,
        **condition_facts(version),
        **support_facts(version),
        last_day_passed=_passed(version),
    )


def signing_facts(
    version: PactVersion, signatory: Signatory, account: Account | None, signing: Signing
) -> VersionFacts:
    """The facts of a version at the moment in which somebody signs."""
    city = settings().city
    second = bool(version.onerous_letters) and city.switches.get("onerous_clauses", True)
    for_city = signatory.side == "city"
    return replace(
        version_facts(version),
        digest_shown=signing.digest_shown,
        actor_is_proposer=for_city and _proposed(version.pact, account),
        citizens_awaited=tuple(_awaited(version)) if for_city else (),
        kind_counts=signing.kind in city.signatures[signatory.side],
        duties_read=signing.duties_read,
        onerous_approved=signing.onerous_approved or not second or for_city,
    )


def pact_facts(
    pact: Pact,
    version: PactVersion | None,
    reasons: tuple[str, ...] = (),
    *,
    day_reached: bool = False,
) -> PactFacts:
    """The facts of a pact; a step of the clock says whether its day has come. Art. 5(2)b."""
    here = settings()
    proposal = pact.origin
    signing = version.signatories if version else []
    return PactFacts(
        reasons=reasons,
        reason_minimum=here.city.reason_minimum,
        formulas=here.city.formulas,
        withheld=pact.withheld,
        validly_signed=all(signature_of(s) for s in signing)
        and {s.side for s in signing} == {"citizens", "city"},
        public_pdf=version is not None and version.public_sha256 is not None,
        day_reached=day_reached,
        heritage_protected=bool(proposal and proposal.heritage_protected),
        works=bool(proposal and proposal.works),
        heritage_act=pact.heritage_act,
        risk_sheet=any(
            v.conditions.get("risks") for v in (pact.versions if version is None else [version])
        ),
        **granted_facts(pact, version),
        text_known=signed_version(pact) is not None,
        version_open=open_version(pact) is not None,
    )


def _of_another_owner(pact: Pact) -> bool:
    proposal = pact.origin
    listed = db.session.get(Commons, pact.commons_id) if pact.commons_id else None
    of_others = listed is not None and listed.owner_kind in OTHERS
    return of_others or bool(proposal and proposal.private_owner)


def papers_given(version: PactVersion) -> frozenset[str]:
    """The kinds of paper that stand with the text, its proposal or its group."""
    subjects = [("pact_version", version.id)]
    proposal = version.pact.origin
    if proposal is not None:
        subjects.append(("proposal", proposal.id))
    given = {paper.label for subject in subjects for paper in attachments_of(*subject)}
    if proposal is not None and proposal.group_id is not None:
        given |= _papers_of_group(proposal.group_id)
        lead = lead_on(proposal.group_id, settings().today())
        if lead is not None and confirmed_by_members(proposal.group_id, lead.since):
            given.add(MANDATE)  # the members' own answers are as good as their minutes
    return frozenset(given)


def _papers_of_group(group_id: int) -> set[str]:
    # Who represents a group from a day on needs minutes of its own. Art. 4(3), 4(4)
    here = settings()
    lead = lead_on(group_id, here.today())
    return {
        paper.label
        for paper in attachments_of("group", group_id)
        if paper.label != MANDATE
        or lead is None
        or civil_day(paper.added_at, here.city.zone) >= lead.since
    }


def _proposed(pact: Pact, account: Account | None) -> bool:
    if pact.origin is None or account is None:
        return False
    return is_proposer(pact.origin, account.id)


def _passed(version: PactVersion) -> date | None:
    # Signed today, the pact would begin today at the earliest.
    begins = max(version.starts_on or date.min, settings().today())
    return version.ends_on if version.ends_on and version.ends_on < begins else None


def _awaited(version: PactVersion) -> list[str]:
    return [
        signatory.name
        for signatory in version.signatories
        if signatory.side == "citizens" and signature_of(signatory) is None
    ]


def _several_act(pact: Pact) -> bool:
    proposal = pact.origin
    if adherents_on(pact, settings().today()):
        return True
    if proposal is None:
        return False
    return (
        proposal.proposer_kind is not ProposerKind.PERSON or (proposal.people_count or 1) >= SEVERAL
    )


def _over_limit(version: PactVersion) -> bool:
    limit = _longest(version.pact, settings().packs[version.pack_id])
    if limit is None or version.ends_on is None:
        return False
    # Without a stated first day it begins with the last signature: today at the earliest.
    begins = version.starts_on or settings().today()
    return version.ends_on > last_day(begins, limit, Unit.YEARS)


def _longest(pact: Pact, pack: Pack) -> int | None:
    """The years that a pact normally lasts at most: of its kind, else of buildings. Art. 17(3)."""
    kind = pack.kinds.get(pact.pact_kind)
    if kind is not None and kind.max_years is not None:
        return kind.max_years
    is_building = pact.commons_kind is CommonsKind.BUILDING
    return pack.thresholds["building_years"].value if is_building else None
