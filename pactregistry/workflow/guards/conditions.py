"""Guards on what a pact states beside its sections. Art. 5(3), 13-15, 17, 31."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import VersionFacts
from pactregistry.workflow.states import Role

PREEMPTION_OPEN: Guard[VersionFacts] = Guard(
    "preemption_open",
    cite("13(5)"),
    lambda f: not f.preemption_claimed or f.preemption_open,
    N_("Pre-emption is stated, and the owners together do not reach the share that opens it."),
    N_("Take the pre-emption out: the pact itself needs no share and can be signed without it."),
    Role.LEAD,
)
COLLECTIVE_USE_KEPT: Guard[VersionFacts] = Guard(
    "collective_use_kept",
    cite("13(3)", "14(3)", "17(2)"),
    lambda f: f.collective_use_kept,
    N_("The pact does not state that the place stays open to everyone's use."),
    N_("Say in the conditions how everyone can go on using it, and when it is open."),
    Role.LEAD,
)
PURPOSE_BOUND: Guard[VersionFacts] = Guard(
    "purpose_bound",
    cite("17(1)"),
    lambda f: f.purpose_bound,
    N_("The lasting purpose of shared care that binds the building is not stated."),
    N_("Write in a sentence what the building is used for as long as the pact lasts."),
    Role.DESK,
)
ADDITIONS_KEPT: Guard[VersionFacts] = Guard(
    "additions_kept",
    cite("17(4)"),
    lambda f: f.additions_kept,
    N_("It is not stated that what is added to the building costs the City nothing and stays."),
    N_("Say what is added and confirm that the City keeps it without paying for it."),
    Role.DESK,
)
EXECUTOR_CHOSEN: Guard[VersionFacts] = Guard(
    "executor_chosen",
    cite("15(3)", "15(4)", "15(5)"),
    lambda f: f.executor_chosen,
    N_("It is not stated who carries out the works."),
    N_("Say whether the citizens do, or the City by which open consultation."),
    Role.DESK,
)
NO_EXCLUSIVE_RIGHT: Guard[VersionFacts] = Guard(
    "no_exclusive_right",
    cite("5(3)"),
    lambda f: f.no_exclusive_right,
    N_("A sponsor is named without the statement that it gets no exclusive right on the place."),
    N_("Confirm the statement, or take the sponsor out."),
    Role.LEAD,
)
RISKS_TOLD: Guard[VersionFacts] = Guard(
    "risks_told",
    cite("31(1)", "31(2)"),
    lambda f: f.risks_told,
    N_("There is some danger, and the sheet on risks and equipment is empty."),
    N_("Choose the risks that apply: the sheet is then ready for everyone who acts."),
    Role.DESK,
)
INSURANCE_SETTLED: Guard[VersionFacts] = Guard(
    "insurance_settled",
    cite("31(4)", "5(2)e"),
    lambda f: f.insurance_settled,
    N_("It is not settled whether insurance is needed, which, and who takes it out."),
    N_("Answer the three questions in the conditions; none needed is an answer too."),
    Role.DESK,
)
