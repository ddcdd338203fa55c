"""Words of parties, of what a dispute is about and what follows from it. Art. 33."""

from collections.abc import Mapping
from typing import Final

from pactregistry.workflow.engine import N_
from pactregistry.workflow.states_disputes import Effect, Matter, Side

SIDES: Final[Mapping[Side, str]] = {
    Side.CITIZENS: N_("the citizens of the pact"),
    Side.CITY: N_("the City"),
    Side.THIRD: N_("the third party"),
}
MATTERS: Final[Mapping[Matter, str]] = {
    Matter.PACT: N_("the pact itself"),
    Matter.DECISION: N_("a decision within the pact"),
    Matter.DAMAGE: N_("a damage"),
}
EFFECTS: Final[Mapping[Effect, str]] = {
    Effect.NOTHING: N_("The pact stays as it is"),
    Effect.AMEND: N_("The pact is to be changed"),
    Effect.END: N_("The pact is to end"),
}
