"""Disputes and their committees. Art. 33."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER, SECRETARY, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "conciliation.show": EVERYONE,
    "conciliation.explained": EVERYONE,
    "conciliation.ask": SIGNED_IN,
    "conciliation.room": SIGNED_IN,
    "conciliation.papers": SIGNED_IN,
    "conciliation.paper": SIGNED_IN,
    "conciliation.withdraw": SIGNED_IN,
    "conciliation.leave": SIGNED_IN,
    "conciliation.mine": SIGNED_IN,
    "conciliation.desk_disputes": DESK | MANAGER,
    "conciliation.designate": SIGNED_IN,
    "conciliation.agree_on_third": SIGNED_IN,
    "conciliation.object_to_third": SIGNED_IN,
    "conciliation.replace_member": SIGNED_IN,
    "conciliation.take_seat": SIGNED_IN,
    "conciliation.leave_seat": SIGNED_IN,
    "conciliation.convene": SECRETARY,
    "conciliation.committees": SECRETARY,
    "conciliation.call_sitting": SIGNED_IN,
    "conciliation.record_minutes": SIGNED_IN,
    "conciliation.minutes_paper": SIGNED_IN,
    "conciliation.write_message": SIGNED_IN,
    "conciliation.write_draft": SIGNED_IN,
    "conciliation.put_to_vote": SIGNED_IN,
    "conciliation.take_text_back": SIGNED_IN,
    "conciliation.vote": SIGNED_IN,
    "conciliation.propose": SIGNED_IN,
    "conciliation.proposal_file": SIGNED_IN,
    "conciliation.accept": SIGNED_IN,
    "conciliation.decline": SIGNED_IN,
    "conciliation.accept_for": DESK,
    "conciliation.decline_for": DESK,
    "conciliation.close_without_proposal": SECRETARY,
    "conciliation.end_pact": MANAGER,
    "civicnetwork.disputes": EVERYONE,
    "api.Disputes": EVERYONE,
    "api.OneDispute": EVERYONE,
}
