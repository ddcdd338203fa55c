"""Being authorised at once: one form, its answer, the way out where no module fits. Art. 10(4), 12.

The form carries the version whose words were read: terms that moved on meanwhile are shown anew.
"""

from http import HTTPStatus
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from pactregistry.commons.inventory.queries import commons_by_id, listed
from pactregistry.commons.modules import actions_activity as actions
from pactregistry.commons.modules import queries
from pactregistry.commons.modules.blueprint import modules
from pactregistry.commons.modules.cases import Announced, announced, case_of
from pactregistry.commons.modules.conditions import Conditions, questions
from pactregistry.commons.modules.forms_activity import ActivityForm, activity_form
from pactregistry.commons.modules.models import Module
from pactregistry.commons.modules.views import kit_of, module_page
from pactregistry.config import settings
from pactregistry.people.acting import Actor
from pactregistry.people.current import signed_in
from pactregistry.people.forms_day import opened_on
from pactregistry.people.models import groups_represented
from pactregistry.people.officers import officer
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.facts import ActivityFacts
from pactregistry.workflow.lifecycle import ACTIVITY
from pactregistry.workflow.states import ActivityState, Role

BOTH = ["GET", "POST"]
AT_COUNTER = ("author_name", "author_contact")


@modules.route("/modules/<key>/activity", methods=BOTH)
def announce(key: str) -> ResponseReturnValue:
    """Announce an activity for oneself or for a group that one represents."""
    person = signed_in()
    today = settings().today()
    groups = [(group.id, group.name) for group in groups_represented(person.id, today)]
    return _answer(key, Actor(person.id, Role.CITIZEN), groups)


@modules.route("/desk/modules/<key>/activity", methods=BOTH)
def counter(key: str) -> ResponseReturnValue:
    """Announce one for a person at the counter, who stays its author."""
    return _answer(key, officer((Role.DESK,)), [])


def _answer(key: str, actor: Actor, groups: list[tuple[int, str]]) -> ResponseReturnValue:
    module = queries.current(key)
    if module is None:
        if request.method == "POST":
            facts = ActivityFacts(module_in_force=False, terms_accepted=True)
            state = ActivityState.ANNOUNCED
            found = ACTIVITY.obstacles("authorise", state, actor.role, facts)
            raise Unlawful(ACTIVITY.name, "authorise", found)  # the page keeps what was typed
        return module_page(queries.latest_public(key))  # it says that it is no longer offered
    form = _form(module, actor, groups)
    if not form.is_submitted():
        form.ordinal.data = module.ordinal
        return _page(module, form, actor)
    if not form.validate():
        return _page(module, form, actor), HTTPStatus.UNPROCESSABLE_ENTITY
    if opened_on(form.ordinal.data) < 0:
        form.accepts.data = False  # which words were read is not known
    given = _given(form)
    asked = questions(Conditions.read(module.conditions), case_of(given))
    form.ask(asked)
    if any(name in form for name in asked):
        return _page(module, form, actor), HTTPStatus.UNPROCESSABLE_ENTITY
    return _authorised(module, form, given, actor)


def _authorised(
    module: Module, form: ActivityForm, given: Announced, actor: Actor
) -> ResponseReturnValue:
    try:
        activity = actions.authorise(_read(module, form), given, _acting(actor, given))
    except actions.ActivityFlood:
        page = _page(module, form, actor, most=queries.ACTIVITIES_A_DAY)
        return page, HTTPStatus.TOO_MANY_REQUESTS
    except Unlawful as refusal:
        return _page(module, form, actor, refusal.obstacles), HTTPStatus.CONFLICT
    return redirect(url_for("modules.activity", number=activity.number))


def _read(module: Module, form: ActivityForm) -> Module:
    """The version whose words were read, as the form says; the present one where it says none."""
    ordinal = opened_on(form.ordinal.data)
    if ordinal in {module.ordinal, -1}:
        return module
    return queries.public_version(module.key, ordinal)


def _acting(actor: Actor, given: Announced) -> Actor:
    as_lead = given.group_id is not None and actor.role is Role.CITIZEN
    return Actor(actor.account_id, Role.LEAD) if as_lead else actor


def _given(form: ActivityForm) -> Announced:
    number = form.commons_id.data if "commons_id" in form else None
    return announced(form.typed(), commons_by_id(number))


def _form(module: Module, actor: Actor, groups: list[tuple[int, str]]) -> ActivityForm:
    asks = {
        "wants_kit": bool(module.kit),
        "risk_read": any(module.risk_sheets.values()),
        **dict.fromkeys(AT_COUNTER, actor.role is Role.DESK),
    }
    return activity_form(
        Conditions.read(module.conditions),
        commons=[(each.id, each.name) for each in listed()],
        groups=groups,
        asks=[name for name, is_asked in asks.items() if is_asked],
    )


def _page(
    module: Module,
    form: ActivityForm,
    actor: Actor,
    against: tuple[Obstacle, ...] = (),
    **more: Any,
) -> str:
    names = {obstacle.name for obstacle in against}
    if "module_in_force" in names:
        # The present words are to be read and accepted, not those that were.
        form.accepts.data = False
        form.ordinal.data = str(module.ordinal)
    return render_template(
        "modules/announce.html",
        module=module,
        conditions=Conditions.read(module.conditions),
        kit=kit_of(module),
        form=form,
        actor=actor,
        against=against,
        moved="module_in_force" in names,
        excluded="conditions_hold" in names,
        short="in_stock" in names,
        places=settings().city.places,
        **more,
    )
