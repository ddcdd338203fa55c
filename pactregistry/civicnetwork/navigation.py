"""The main navigation: what everyone sees, and what somebody's roles add."""

from dataclasses import dataclass

from flask import Flask, has_request_context, request, url_for
from flask_babel import gettext

from pactregistry.people.current import account, roles_today
from pactregistry.workflow.states import Role

DESK = frozenset({Role.DESK, Role.MANAGER, Role.EXECUTIVE})
REVIEW = frozenset({Role.REVIEWER, Role.DISTRICT})


@dataclass(frozen=True)
class Item:
    """One entry of the navigation."""

    url: str
    label: str
    current: bool


def init_app(app: Flask) -> None:
    """Give templates `navigation`."""
    app.context_processor(lambda: {"navigation": navigation()})


def navigation() -> list[Item]:
    """The entries for this request; none for a mail or a file, which are not pages."""
    if not has_request_context():
        return []
    entries = [
        ("civicnetwork.home", gettext("Home")),
        ("civicnetwork.pacts", gettext("Pacts")),
        ("civicnetwork.proposals", gettext("Proposals")),
        ("calls.index", gettext("Calls")),
        ("civicnetwork.commons", gettext("Commons")),
        ("modules.catalogue", gettext("Small care")),
        ("civicnetwork.supports", gettext("Support")),
        ("civicnetwork.regulation", gettext("Regulation")),
        ("civicnetwork.data", gettext("Open data")),
        *_own(),
    ]
    return [
        Item(url_for(endpoint), label, request.endpoint == endpoint) for endpoint, label in entries
    ]


def _own() -> list[tuple[str, str]]:
    person = account()
    if person is None:
        return []
    roles = {holding.role for holding in roles_today(person)}
    entries = [("proposals.mine", gettext("My files"))]
    if roles & DESK:
        entries.append(("proposals.desk", gettext("Desk")))
    if roles & REVIEW:
        entries.append(("proposals.opinions_asked", gettext("Opinions")))
    if Role.ADMIN in roles:
        entries.append(("people.staff", gettext("Staff")))
    return entries
