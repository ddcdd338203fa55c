"""Signing in, one's own pages, groups, staff. Art. 4."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import ADMIN, EVERYONE, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "security.static": EVERYONE,
    "security.register": EVERYONE,
    "security.send_confirmation": EVERYONE,
    "security.confirm_email": EVERYONE,
    "security.login": EVERYONE,
    "security.logout": EVERYONE,
    "security.forgot_password": EVERYONE,
    "security.reset_password": EVERYONE,
    "security.change_password": SIGNED_IN,
    "security.verify": SIGNED_IN,
    "security.tf_select": EVERYONE,
    "security.two_factor_setup": EVERYONE,
    "security.two_factor_setup_validate": SIGNED_IN,
    "security.two_factor_token_validation": EVERYONE,
    "security.two_factor_rescue": EVERYONE,
    "security.mf_recovery": EVERYONE,
    "security.mf_recovery_codes": SIGNED_IN,
    "people.choose_language": EVERYONE,
    "people.me": SIGNED_IN,
    "people.start": SIGNED_IN,
    "people.my_data": SIGNED_IN,
    "people.groups": SIGNED_IN,
    "people.new_group": SIGNED_IN,
    "people.group": SIGNED_IN,
    "people.add_member": SIGNED_IN,
    "people.add_members": SIGNED_IN,
    "people.end_membership": SIGNED_IN,
    "people.answer_membership": SIGNED_IN,
    "people.mandate_form": SIGNED_IN,
    "people.add_mandate": SIGNED_IN,
    "people.group_paper": SIGNED_IN,
    "people.accept_invitation": EVERYONE,
    "people.staff": ADMIN,
    "people.invite": ADMIN,
    "people.name_substitute": ADMIN,
    "people.end_role": ADMIN,
    "people.take_code_away": ADMIN,
}
