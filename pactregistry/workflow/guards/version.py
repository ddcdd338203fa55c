"""Guards on a version of a pact's text. Art. 5, 13-17, 24, 31-32."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import VersionFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

NOTHING_EMPTY: Guard[VersionFacts] = Guard(
    "nothing_empty",
    cite("5(2)"),
    lambda f: not f.empty_sections,
    N_("These sections are empty without a reason: %(letters)s."),
    N_("Write them, or mark them as not applicable with a reason."),
    Role.DESK,
    lambda f: {"letters": listed(f.empty_sections)},
)
BOTH_AGREE: Guard[VersionFacts] = Guard(
    "both_agree",
    cite("5(1)"),
    lambda f: not f.unagreed_sections,
    N_("Both sides have not agreed on these sections: %(letters)s."),
    N_("Ask the other side to agree, or go on if the text was agreed elsewhere."),
    Role.LEAD,
    lambda f: {"letters": listed(f.unagreed_sections)},
)
SUPERVISOR_NAMED: Guard[VersionFacts] = Guard(
    "supervisor_named",
    cite("31(3)"),
    lambda f: not f.several_act or bool(f.supervisor.strip()),
    N_("Several citizens act and no supervisor is named."),
    N_("Name who checks protective equipment and the agreed way of acting."),
    Role.LEAD,
)
DURATION_GROUNDED: Guard[VersionFacts] = Guard(
    "duration_grounded",
    cite("17(3)"),
    lambda f: not f.years_over_limit or f.long_term_grounds,
    N_("The pact lasts longer than the normal limit, without a reason and an amount."),
    N_("State the recovery works that need the longer term and what they cost."),
    Role.DESK,
)
CEILING_STATED: Guard[VersionFacts] = Guard(
    "ceiling_stated",
    cite("24(4)"),
    lambda f: not f.money or f.ceiling_stated,
    N_("The City contributes money and the maximum contribution is not stated."),
    N_("State the maximum amount and how it is paid, in section g."),
    Role.DESK,
)
DIGEST_MATCHES: Guard[VersionFacts] = Guard(
    "digest_matches",
    cite("11(10)", "5(1)"),
    lambda f: bool(f.digest_frozen) and f.digest_shown == f.digest_frozen,
    N_("The text to sign is not the text that was shown."),
    N_("Open the frozen text again, read it and sign that one."),
    Role.DESK,
)
MANDATE_GIVEN: Guard[VersionFacts] = Guard(
    "mandate_given",
    cite("4(4)", "4(3)"),
    lambda f: not f.is_group or f.mandate,
    N_("The group's mandate is missing: the minutes by which its members decided."),
    N_("Print the one-page form, have the members sign it, and attach it."),
    Role.LEAD,
)
PAPERS_GIVEN: Guard[VersionFacts] = Guard(
    "papers_given",
    cite("15(2)"),
    lambda f: not f.missing_papers,
    N_("Regeneration needs these papers before signing: %(papers)s."),
    N_("Attach them to the file."),
    Role.LEAD,
    lambda f: {"papers": listed(f.missing_papers)},
)
OWNER_CONSENTS: Guard[VersionFacts] = Guard(
    "owner_consents",
    cite("14(1)", "16(4)"),
    lambda f: not f.consent_needed or f.owner_consent,
    N_("The place is private and its owner's consent is missing."),
    N_("Attach the owner's written consent."),
    Role.LEAD,
)
EXECUTIVE_RESOLVED: Guard[VersionFacts] = Guard(
    "executive_resolved",
    cite("11(9)"),
    lambda f: not f.substantial_change or bool(f.resolution.strip()),
    N_("Places or their planned use change substantially and the executive has not resolved."),
    N_("Record the number and date of its resolution first."),
    Role.EXECUTIVE,
)
SIGNER_DID_NOT_PROPOSE: Guard[VersionFacts] = Guard(
    "signer_did_not_propose",
    cite("11(10)"),
    lambda f: not f.actor_is_proposer,
    N_("Who proposed cannot sign for the City."),
    N_("Ask the substitute of your office to sign."),
    Role.MANAGER,
)
CITIZENS_FIRST: Guard[VersionFacts] = Guard(
    "citizens_first",
    cite("11(10)"),
    lambda f: not f.citizens_awaited,
    N_("The City signs last; these signatures are awaited: %(names)s."),
    N_("Wait until the citizens have signed."),
    Role.LEAD,
    lambda f: {"names": listed(f.citizens_awaited)},
)
KIND_COUNTS: Guard[VersionFacts] = Guard(
    "kind_counts",
    cite("11(10)"),
    lambda f: f.kind_counts,
    N_("The City does not count this kind of signature."),
    N_("Choose one of the kinds that the page offers."),
    Role.DESK,
)
DUTIES_READ: Guard[VersionFacts] = Guard(
    "duties_read",
    cite("32(1)", "32(2)", "32(3)"),
    lambda f: f.duties_read,
    N_("The page on duties and liability was not confirmed as read."),
    N_("Read in plain words who answers for what, who insures and how to leave."),
    Role.LEAD,
)
ONEROUS_APPROVED: Guard[VersionFacts] = Guard(
    "onerous_approved",
    cite("law:onerous_clauses"),
    lambda f: f.onerous_approved,
    N_("The onerous clauses were not approved a second time."),
    N_("Tick their approval below the list: without it they may have no effect."),
    Role.LEAD,
)
LAST_DAY_AHEAD: Guard[VersionFacts] = Guard(
    "last_day_ahead",
    cite("5(2)b"),
    lambda f: f.last_day_passed is None,
    N_("The agreed last day (%(day)s) has passed: the pact would not start."),
    N_("Take the text back to co-design and agree on a later last day."),
    Role.DESK,
    lambda f: {"day": f.last_day_passed},
)
PACT_ENDED: Guard[VersionFacts] = Guard(
    "pact_ended",
    cite("5(2)b", "5(2)m"),
    lambda f: f.pact_ended,
    N_("The pact has not ended: its text can still be signed."),
    N_("Nothing is left to do: the text goes on."),
    Role.DESK,
)
