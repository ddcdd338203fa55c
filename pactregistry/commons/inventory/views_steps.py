"""The pages of the steps on an entry that the office takes. Art. 10(6), 16(3)."""

from typing import Any

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.commons.inventory import actions, queries, typed
from pactregistry.commons.inventory.blueprint import inventory
from pactregistry.commons.inventory.facts import facts_on
from pactregistry.commons.inventory.forms import EntryForm, NewEntryForm, offer
from pactregistry.commons.inventory.lawful_steps import ANSWERED
from pactregistry.commons.inventory.models import Commons
from pactregistry.commons.inventory.views_desk import warn_beyond
from pactregistry.config import settings
from pactregistry.people.forms_day import SeenForm, TextsForm
from pactregistry.people.forms_withholding import RestorationForm, WithholdingForm
from pactregistry.people.officers import officer
from pactregistry.people.step_page import StepPage, day_of
from pactregistry.workflow.facts import CommonsFacts
from pactregistry.workflow.lifecycle import COMMONS
from pactregistry.workflow.states import CommonsState

BOTH = ["GET", "POST"]


def open_step(step: str, commons_id: int, **more: Any) -> StepPage[CommonsState, CommonsFacts]:
    """The page of a step for the officer who is here."""
    commons = queries.any_entry(commons_id)
    actor = officer(COMMONS.rows[step].by)
    return StepPage(
        machine=COMMONS,
        step=step,
        subject=commons,
        actor=actor,
        facts=facts_on(commons, actor.account_id, **more),
        name=" · ".join(filter(None, (commons.number, commons.name))),
        back=url_for("inventory.desk_entry", commons_id=commons.id),
        answered=ANSWERED,
        shown={
            "commons": commons,
            "places": settings().city.places,
            "minimum": settings().city.reason_minimum,
        },
    )


@inventory.route("/desk/commons/<int:commons_id>/listing", methods=BOTH)
def put_on_list(commons_id: int) -> ResponseReturnValue:
    """Put a place on the list, its entry read and completed."""
    page = open_step("list", commons_id)
    commons: Commons = page.shown["commons"]
    form = _whole(NewEntryForm, commons)

    def take() -> None:
        values = typed.columns(form)
        actions.put_on_list(commons, page.actor, form.seen, day_of(form), values)
        warn_beyond(commons)

    return page.answer(form, take, "commons/entry_step.html")


@inventory.route("/desk/commons/<int:commons_id>/revision", methods=BOTH)
def revise(commons_id: int) -> ResponseReturnValue:
    """Change an entry; its owner changes by a step of its own."""
    page = open_step("revise", commons_id)
    commons: Commons = page.shown["commons"]
    form = _whole(EntryForm, commons)
    typed.without_owner(form, commons)

    def take() -> None:
        actions.revise(commons, page.actor, form.seen, typed.columns(form))
        warn_beyond(commons)

    return page.answer(form, take, "commons/entry_step.html")


@inventory.route("/desk/commons/<int:commons_id>/refusal", methods=BOTH)
def decline(commons_id: int) -> ResponseReturnValue:
    """Leave a proposed place off the list, with reasons."""
    page = open_step("decline", commons_id)
    form = TextsForm()
    form.name_entries(_("Reason"))

    def take() -> None:
        commons: Commons = page.shown["commons"]
        actions.decline(commons, page.actor, form.seen, day_of(form), form.given())

    return page.answer(form, take, "commons/decline.html")


@inventory.route("/desk/commons/<int:commons_id>/withholding", methods=BOTH)
def withhold(commons_id: int) -> ResponseReturnValue:
    """Take an entry from the public at once."""
    page = open_step("withhold", commons_id)
    form = WithholdingForm()

    def take() -> None:
        commons: Commons = page.shown["commons"]
        actions.withhold(commons, page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take)


@inventory.route("/desk/commons/<int:commons_id>/restoration", methods=BOTH)
def restore(commons_id: int) -> ResponseReturnValue:
    """Show an entry to the public again."""
    page = open_step("restore", commons_id)
    form = RestorationForm()

    def take() -> None:
        commons: Commons = page.shown["commons"]
        actions.restore(commons, page.actor, form.seen, form.reason.data or "")

    return page.answer(form, take)


def _whole(form_class: type[SeenForm], commons: Commons) -> Any:
    form: Any = form_class(obj=commons)
    offer(form)
    if not form.is_submitted():
        typed.show(form, commons)
    return form
