"""The activities of the person at the page, for the list of one's own files. Art. 12(2)."""

from collections.abc import Sequence

from pactregistry.commons.modules.models import Activity
from pactregistry.commons.modules.queries import activities_of
from pactregistry.people.current import account
from pactregistry.workflow.states import ActivityState


def own_activities() -> Sequence[Activity]:
    """Those that are not done yet; none for who is not signed in."""
    person = account()
    if person is None:
        return []
    return [a for a in activities_of(person.id) if a.state == ActivityState.AUTHORISED]
