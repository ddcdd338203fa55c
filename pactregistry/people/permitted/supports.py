"""What is lent and given; who borrowed is for the room. Art. 18-27."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "loans.listed": DESK,
    "loans.new": DESK,
    "loans.things": DESK,
    "loans.new_thing": DESK,
    "loans.thing": DESK,
    "loans.mine": SIGNED_IN,
    "loans.show": SIGNED_IN,
    "loans.hand_over": SIGNED_IN,
    "loans.take_back": SIGNED_IN,
    "loans.declare_lost": SIGNED_IN,
    "loans.prolong": SIGNED_IN,
    "loans.lend_on": SIGNED_IN,
    "loans.call_off": SIGNED_IN,
    # the support of a pact as it is used; whose it is, is for the room
    "pacts.loans": SIGNED_IN,
    "pacts.lend": DESK,
    "pacts.record_funds": SIGNED_IN,
    "pacts.spend_funds": SIGNED_IN,
    "pacts.ask_permit": SIGNED_IN,
    "pacts.give_permit": DESK,
    "pacts.decline_permit": DESK,
    "pacts.ask_space": SIGNED_IN,
    "pacts.link_training": DESK,
    "spaces.listed": EVERYONE,
    "spaces.ask": SIGNED_IN,
    "spaces.mine": SIGNED_IN,
    "spaces.desk_list": DESK,
    "spaces.show": SIGNED_IN,
    "spaces.grant": DESK,
    "spaces.decline": DESK,
    "spaces.take_away": DESK,
    "spaces.cancel": SIGNED_IN,
    "training.listed": EVERYONE,
    "training.show": EVERYONE,
    "training.calendar": EVERYONE,
    "training.sign_up": SIGNED_IN,
    "training.leave_list": SIGNED_IN,
    "training.plan": DESK,
    "training.change": DESK,
    "training.record_attendance": DESK,
    "training.sign_up_other": DESK,
    "training.call_off": DESK,
}
