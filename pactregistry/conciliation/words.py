"""The words of parties, seats and what is settled; translated where they are shown. Art. 33."""

from collections.abc import Mapping
from typing import Final

from pactregistry.workflow.engine import N_
from pactregistry.workflow.states_disputes import Chair, Effect, Matter, Side

SIDES: Final[Mapping[Side, str]] = {
    Side.CITIZENS: N_("the citizens of the pact"),
    Side.CITY: N_("the City"),
    Side.THIRD: N_("the third party"),
}
CHAIRS: Final[Mapping[Chair, str]] = {
    Chair.CITIZENS: N_("named by the citizens"),
    Chair.CITY: N_("named by the City"),
    Chair.JOINT: N_("the third member"),
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
