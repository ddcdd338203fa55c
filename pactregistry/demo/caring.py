"""Scenario 1 and a year of small care: modules, activities, things lent. Art. 10(4), 12, 22, 29."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from pactregistry.commons.modules import actions, actions_activity
from pactregistry.commons.modules.cases import announced
from pactregistry.commons.modules.models import Activity
from pactregistry.commons.modules.queries import current
from pactregistry.config import settings
from pactregistry.demo import caring_texts as texts
from pactregistry.demo.cast import Cast, Player
from pactregistry.demo.stage import Moment, at
from pactregistry.people.acting import today
from pactregistry.supports.loans import actions as loans
from pactregistry.supports.loans.actions_things import add_thing
from pactregistry.supports.loans.models import Loan
from pactregistry.supports.loans.reading import loans_for
from pactregistry.workflow.states import CommonsKind

YEAR_OF_CARE = 25
WHO = ("rita", "lina", "bruno", "nives", "pia", "vera", "teo")


def modules(cast: Cast) -> Iterator[Moment]:
    """Three modules in force; of the first a later version has replaced the earlier one."""
    desk, manager = cast["desk"].actor, cast["manager"].actor
    yield at(-390, 9)
    ids = [add_thing(described).id for described in texts.THINGS]
    kits = {
        key: [{"thing_id": ids[thing], "quantity": number} for thing, number in lines]
        for key, lines in texts.KITS.items()
    }
    first = (texts.REPAIR_KEY, texts.REPAIR_FIRST)
    for key, values in (first, *texts.MODULES[1:]):
        module = actions.draft(key, desk, {**values, "kit": kits[key]})
        actions.publish(module, manager, module.version, "DD/PRO/dimostrativo")
    yield at(-130, 9)
    later = actions.draft(texts.REPAIR_KEY, desk, {**texts.REPAIR, "kit": kits[texts.REPAIR_KEY]})
    actions.publish(later, manager, later.version, "DD/PRO/dimostrativo-bis")


def year_of_care(cast: Cast) -> list[Iterator[Moment]]:
    """What was done over the past year, spread over districts and months."""
    return [_done(cast, number) for number in range(YEAR_OF_CARE)]


def bench_in_a_day(cast: Cast) -> Iterator[Moment]:
    """Scenario 1: two benches, authorised at once, the kit kept; and one more ahead."""
    yield at(-2, 19)
    _announce(cast["rita"], texts.REPAIR_KEY, 3, ahead=5, kit=True, items=2)
    yield at(-1, 20)
    _announce(cast["teo"], texts.PLANTING_KEY, 9, ahead=12)


def overdue(cast: Cast) -> Iterator[Moment]:
    """Done, but what was lent did not come back."""
    pia, desk = cast["pia"], cast["desk"].actor
    yield at(-22, 18)
    activity = _announce(pia, texts.GRAFFITI_KEY, 6, ahead=5, kit=True)
    yield at(-18, 10)
    loan = _loan_of(activity)
    loans.hand_over(loan, desk, loan.version, today(), "In ordine")
    yield at(-16, 19)
    _report(pia, activity, hours=6)


def given_up(cast: Cast) -> Iterator[Moment]:
    """One cancelled by its author, one stopped by the City with its reason."""
    vera, ugo = cast["vera"], cast["ugo"]
    yield at(-33, 18)
    activity = _announce(vera, texts.PLANTING_KEY, 8, ahead=6, kit=True)
    yield at(-30, 8)
    actions_activity.cancel(activity, vera.actor, activity.version)
    yield at(-12, 18)
    activity = _announce(ugo, texts.GRAFFITI_KEY, 11, ahead=9)
    yield at(-9, 9)
    actions_activity.stop(
        activity, cast["desk"].actor, activity.version, today(), [texts.WHY_STOPPED]
    )


def _done(cast: Cast, number: int) -> Iterator[Moment]:
    """One activity of the year: every third with a kit that came back."""
    day = -370 + number * 14
    player = cast[WHO[number % len(WHO)]]
    key = texts.MODULES[number % len(texts.MODULES)][0]
    kit = number % 3 == 1
    spot = (number * 5 + number // 4) % len(texts.SPOTS)
    desk = cast["desk"].actor
    yield at(day - 4, 19)
    activity = _announce(player, key, spot, ahead=4, kit=kit, people=2 + number % 6)
    if kit:
        yield at(day - 1, 10)
        loan = _loan_of(activity)
        loans.hand_over(loan, desk, loan.version, today(), "In ordine")
    yield at(day, 19)
    _report(player, activity, hours=2 + number % 5)
    if kit:
        yield at(day + 3, 11)
        loan = _loan_of(activity)
        loans.take_back(loan, desk, loan.version, today(), "In ordine", {})


def _announce(
    player: Player,
    key: str,
    spot: int,
    *,
    ahead: int,
    kit: bool = False,
    items: int = 1,
    people: int = 3,
) -> Activity:
    name, district, longitude, latitude = texts.SPOTS[spot]
    module = current(key)
    if module is None:
        message = f"no module {key} is in force"
        raise LookupError(message)
    values = {
        "happens_on": settings().today() + timedelta(days=ahead),
        "people_count": people,
        "place_name": name,
        "district": district,
        "longitude": longitude,
        "latitude": latitude,
        "commons_kind": CommonsKind.PUBLIC_SPACE,
        "heritage": False,
        "consent": True,
        "owner_consent": "È del Comune",
        "items": items,
        "public_author": player.account.public_name,
        "accepts": True,
        "risk_read": True,
        "wants_kit": kit,
    }
    return actions_activity.authorise(module, announced(values, None), player.actor)


def _report(player: Player, activity: Activity, *, hours: int) -> None:
    report = actions_activity.Report(
        done_on=activity.happens_on, hours=Decimal(hours), told=texts.TOLD[activity.module.key]
    )
    actions_activity.report_done(activity, player.actor, activity.version, report)


def _loan_of(activity: Activity) -> Loan:
    return loans_for(activity_id=activity.id)[0]
