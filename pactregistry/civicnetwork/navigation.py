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
    current: str


# Pages that stand under another entry than their address says.
UNDER = {
    "/care": "/modules/",
    "/activities/": "/modules/",
    "/choices/": "/proposals/",
    "/competitions/": "/proposals/",
    "/questions/": "/pacts/",
    "/disputes/": "/pacts/",
    "/conciliation": "/pacts/",
    "/problems/": "/pacts/",
    "/training/": "/supports/",
    "/spaces/": "/supports/",
    "/me/": "/me/proposals",
    "/drafts/": "/me/proposals",
}


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
        ("civicnetwork.reports", gettext("Reports")),
        ("civicnetwork.figures", gettext("Figures")),
        ("civicnetwork.regulation", gettext("Regulation")),
        ("civicnetwork.data", gettext("Open data")),
        *_own(),
    ]
    addresses = [url_for(endpoint) for endpoint, _ in entries]
    section = _section(request.path, addresses)
    return [
        Item(address, label, _current(address, section))
        for address, (_, label) in zip(addresses, entries, strict=True)
    ]


def _section(path: str, addresses: list[str]) -> str:
    """The entry under which a page stands, the longest where several begin it; empty for none."""
    under = next((entry for start, entry in UNDER.items() if path.startswith(start)), path)
    return max((a for a in addresses if a != "/" and under.startswith(a)), key=len, default="")


def _current(address: str, section: str) -> str:
    if address == request.path:
        return "page"
    return "true" if address == section else ""


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
    if Role.SECRETARY in roles:
        entries.append(("conciliation.committees", gettext("Committees")))
    if Role.ADMIN in roles:
        entries.append(("people.staff", gettext("Staff")))
    return entries
