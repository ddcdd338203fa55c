"""Guards of kinds of pact, of oppositions and of a change of regulation. Art. 6(1), 11, 36."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import ProposalFacts, VersionFacts
from pactregistry.workflow.states import Role

_UNAPPROVED = N_("A pact of kind %(kind)s needs the executive's approval, which is not recorded.")

KIND_NAMED: Guard[ProposalFacts] = Guard(
    "kind_named",
    cite("6(1)", "11(5)"),
    lambda f: not f.kind_missing,
    N_("The kind of pact is not chosen: who approves and how long comments are open depend on it."),
    N_("Choose the kind that comes nearest; the managing officer can correct it later."),
    Role.DESK,
)
KIND_APPROVED_AT_ACCEPTANCE: Guard[ProposalFacts] = Guard(
    "kind_approved",
    cite("11(9)"),
    lambda f: not f.approval_by_kind or bool(f.resolution.strip()),
    _UNAPPROVED,
    N_("Refer the file to the executive first: without its act the pact cannot be signed."),
    Role.EXECUTIVE,
    lambda f: {"kind": f.approval_by_kind},
)
KIND_APPROVED: Guard[VersionFacts] = Guard(
    "kind_approved_to_sign",
    cite("11(9)"),
    lambda f: not f.approval_by_kind or bool(f.resolution.strip()),
    _UNAPPROVED,
    N_("Record the number and date of its resolution first."),
    Role.EXECUTIVE,
    lambda f: {"kind": f.approval_by_kind},
)
KIND_STATED: Guard[VersionFacts] = Guard(
    "kind_stated",
    cite("6(1)", "11(9)"),
    lambda f: not f.kind_missing,
    N_("The kind of pact is not chosen: it is not clear who approves it."),
    N_("Choose the kind on its page, beside duration and acts."),
    Role.DESK,
)
OPPOSITIONS_ANSWERED: Guard[ProposalFacts] = Guard(
    "oppositions_answered",
    cite("11(5)", "3(1)b"),
    lambda f: f.oppositions_unanswered == 0,
    N_("Oppositions without an answer: %(count)s."),
    N_("Answer each with reasons: who opposes may ask a court whether they were weighed."),
    Role.DESK,
    lambda f: {"count": f.oppositions_unanswered},
)
PACK_OFFERED: Guard[ProposalFacts] = Guard(
    "pack_offered",
    cite("36(1)"),
    lambda f: f.pack_offered,
    N_("No new regulation in force offers this file to change to it."),
    N_("Nothing is left to do: the file stays under the regulation under which it was sent."),
    Role.DESK,
)
