"""What is awaited of whom until a committee sits, in words; why somebody cannot sit. Art. 33(1)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.workflow.engine import N_
from pactregistry.workflow.states_disputes import Chair

SEATS: Final[Mapping[Chair, str]] = {
    Chair.CITIZENS: N_("Member named by the citizens"),
    Chair.CITY: N_("Member named by the City"),
    Chair.JOINT: N_("Third member"),
}
NOBODY_NAMED: Final[Mapping[Chair, str]] = {
    Chair.CITIZENS: N_("the citizens have not named their member"),
    Chair.CITY: N_("the City has not named its member"),
    Chair.JOINT: N_("nobody is named as third member"),
}
NOT_AGREED: Final = N_("the other side has not answered on the third member")
NOT_SEATED: Final[Mapping[Chair, str]] = {
    Chair.CITIZENS: N_("the citizens' member has not said yes"),
    Chair.CITY: N_("the City's member has not said yes"),
    Chair.JOINT: N_("the third member has not said yes"),
}

NAMING: Final[Mapping[Chair, str]] = {
    Chair.CITIZENS: N_("Name the citizens' member"),
    Chair.CITY: N_("Name the City's member"),
    Chair.JOINT: N_("Name the third member"),
}
PUT_FORWARD: Final = N_("Put forward the third member")

# Completes: This person cannot sit in the committee: ...
IS_THIRD: Final = N_("they are the third party of this dispute")
ASKED_FOR_IT: Final = N_("they asked for this conciliation")
OF_THE_CITIZENS: Final = N_("they take or took part in this pact on the citizens' side")
OF_THE_FILE: Final = N_("they worked on this pact or on its proposal for the City")
OF_THE_OFFICE: Final = N_("they belong to the office in charge of this pact")
STEPPED_ASIDE: Final = N_("they stepped aside on this file for an interest of their own")
IS_SECRETARY: Final = N_("they are a secretary of conciliation")
NAMED_TWICE: Final = N_("they are named for another seat of this committee")
