"""Guards on the City's support in a pact. Art. 18(4), 20(2), 23(1), 24(2), 31(1)."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import VersionFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

FUNDRAISING_OCCASIONAL: Guard[VersionFacts] = Guard(
    "fundraising_occasional",
    cite("20(2)"),
    lambda f: not f.fundraising_unmet,
    N_("The fundraising may count as trade; it is not stated that it is: %(conditions)s."),
    N_("Change it until all three conditions hold, or ask for the permits of a trade."),
    Role.LEAD,
    lambda f: {"conditions": listed(f.fundraising_unmet)},
)
IN_KIND_CONSIDERED: Guard[VersionFacts] = Guard(
    "in_kind_considered",
    cite("24(2)"),
    lambda f: f.in_kind_considered,
    N_("It is not said why things and help are not enough and money is needed."),
    N_("Say in a sentence what the City cannot give in kind."),
    Role.DESK,
)
DESIGN_HELP_GROUNDED: Guard[VersionFacts] = Guard(
    "design_help_grounded",
    cite("23(1)"),
    lambda f: f.design_help_grounded,
    N_("Help in design is promised without its particular public interest and the resources."),
    N_("Say why the project is of particular interest and what the citizens bring to it."),
    Role.DESK,
)
TRAINING_BEFORE_RISK: Guard[VersionFacts] = Guard(
    "training_before_risk",
    cite("18(4)", "31(1)"),
    lambda f: f.training_before_risk,
    N_("There is some danger and no training is agreed."),
    N_("Agree on a short training on risks and equipment before the work begins."),
    Role.DESK,
)
