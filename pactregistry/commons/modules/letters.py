"""The mails of activities: what may be done, what was stopped, what is awaited. Art. 10(2), 12."""

from collections.abc import Iterable

from pactregistry.commons.modules.models import Activity
from pactregistry.config import settings
from pactregistry.people import addressees
from pactregistry.people.addressees import Addressee


def author_of(activity: Activity) -> list[Addressee]:
    """The author, or the group's representatives; empty for a person without an account."""
    if activity.group_id is not None:
        return addressees.of_group(activity.group_id)
    return addressees.of_account(activity.author_id)


def write(to: Iterable[Addressee], template: str, activity: Activity, **context: object) -> None:
    """Queue a mail about an activity for each addressee; does not commit."""
    address = f"{settings().base_url}/activities/{activity.number}"
    addressees.write(to, template, activity=activity, address=address, **context)
