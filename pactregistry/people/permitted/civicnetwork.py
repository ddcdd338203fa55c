"""What everyone may read: pages, data, feed. Art. 3(1)b, 9, 28."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import EVERYONE
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "static": EVERYONE,
    "demo.mail": EVERYONE,
    "civicnetwork.commons": EVERYONE,
    "civicnetwork.commons_page": EVERYONE,
    "civicnetwork.commons_json": EVERYONE,
    "api.CommonsList": EVERYONE,
    "api.OneCommons": EVERYONE,
    "civicnetwork.home": EVERYONE,
    "civicnetwork.pacts": EVERYONE,
    "civicnetwork.proposals": EVERYONE,
    "civicnetwork.regulation": EVERYONE,
    "civicnetwork.article": EVERYONE,
    "civicnetwork.regulation_of": EVERYONE,
    "civicnetwork.article_of": EVERYONE,
    "civicnetwork.feed_atom": EVERYONE,
    "civicnetwork.feed_json": EVERYONE,
    "civicnetwork.data": EVERYONE,
    "civicnetwork.download": EVERYONE,
    "civicnetwork.pact_json": EVERYONE,
    "civicnetwork.proposal_json": EVERYONE,
    "civicnetwork.call_json": EVERYONE,
    "civicnetwork.healthz": EVERYONE,
    "api.Pacts": EVERYONE,
    "api.OnePact": EVERYONE,
    "api.Proposals": EVERYONE,
    "api.OneProposal": EVERYONE,
    "api.Modules": EVERYONE,
    "api.OneModule": EVERYONE,
    "api.Care": EVERYONE,
    "api.OneActivity": EVERYONE,
    "civicnetwork.module_json": EVERYONE,
    "civicnetwork.activity_json": EVERYONE,
    "api.Choices": EVERYONE,
    "api.Calls": EVERYONE,
    "api.OneCall": EVERYONE,
    "api-docs.openapi_json": EVERYONE,
    "civicnetwork.supports": EVERYONE,
    "api.Supports": EVERYONE,
    "api.Funds": EVERYONE,
}
