"""Who may open which page: the one table of permissions. Art. 4, 10(2), 11.

An endpoint that has no row here answers 404. `VISITOR` in a row means everyone, `CITIZEN` anyone who
is signed in; the other roles are held today. What somebody may do with one file is for its room.
"""

from collections.abc import Mapping

from pactregistry.workflow.states import Role

STAFF = frozenset(
    {Role.DESK, Role.REVIEWER, Role.DISTRICT, Role.MANAGER, Role.EXECUTIVE, Role.ADMIN}
)

EVERYONE = frozenset({Role.VISITOR})
SIGNED_IN = frozenset({Role.CITIZEN})
ADMIN = frozenset({Role.ADMIN})
DESK = frozenset({Role.DESK})
OFFICERS = STAFF - ADMIN
"""The staff who take part in the procedure: an administrator does no legal act."""

PERMISSIONS: Mapping[str, frozenset[Role]] = {
    "static": EVERYONE,
    # people: signing in guards its own steps, some of which serve both sides of the door
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
    "people.my_data": SIGNED_IN,
    # proposals
    # pacts
    # civicnetwork
    "civicnetwork.home": EVERYONE,
    "civicnetwork.pacts": EVERYONE,
    "civicnetwork.proposals": EVERYONE,
    "civicnetwork.regulation": EVERYONE,
    "civicnetwork.article": EVERYONE,
    "civicnetwork.feed_atom": EVERYONE,
    "civicnetwork.feed_json": EVERYONE,
    "civicnetwork.data": EVERYONE,
    "civicnetwork.download": EVERYONE,
    "civicnetwork.pact_json": EVERYONE,
    "civicnetwork.pact_pdf": EVERYONE,
    "civicnetwork.proposal_json": EVERYONE,
    "civicnetwork.healthz": EVERYONE,
    "api.Pacts": EVERYONE,
    "api.OnePact": EVERYONE,
    "api.Proposals": EVERYONE,
    "api.OneProposal": EVERYONE,
    "api-docs.openapi_json": EVERYONE,
}
