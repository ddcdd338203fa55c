"""Modules at the desk: drafted, revised, put in force, retired. Art. 11(3), 29(1)."""

from http import HTTPStatus
from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pactregistry.commons.modules import actions, queries
from pactregistry.commons.modules.blueprint import modules
from pactregistry.commons.modules.forms import PublicationForm, module_form, written
from pactregistry.commons.modules.models import Module
from pactregistry.journal import history
from pactregistry.people.current import holds, signed_in
from pactregistry.people.forms_day import ExplainForm
from pactregistry.people.officers import officer
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage, day_of
from pactregistry.supports.loans.reading import stock
from pactregistry.workflow.facts import ModuleFacts
from pactregistry.workflow.lifecycle import MODULE
from pactregistry.workflow.states import ModuleState, Role

BOTH = ["GET", "POST"]


@modules.get("/desk/modules/")
def listed() -> str:
    """Every version of every module."""
    return render_template("modules/desk/list.html", modules=queries.for_desk())


@modules.route("/desk/modules/new", methods=BOTH)
def new() -> ResponseReturnValue:
    """Begin a module."""
    form = _form()
    if form.is_submitted() and form.validate():
        if queries.versions(form.key.data, public=False):
            form.key.errors = [_("A module of this name stands already: draft its next version.")]
        else:
            module = actions.draft(form.key.data, officer((Role.DESK,)), form.values())
            return _to(module, _("Saved as a draft: the managing officer puts it in force."))
    return _written(form, None)


@modules.get("/desk/modules/<key>/<int:ordinal>")
def desk_module(key: str, ordinal: int) -> str:
    """One version with its steps and its history."""
    module = queries.version(key, ordinal)
    state = ModuleState(module.state)
    person = signed_in()
    roles = [role for role in (Role.DESK, Role.MANAGER) if holds(person, role)]
    rows = {row.step for role in roles for row in MODULE.open_to(state, role)}
    return render_template(
        "modules/desk/show.html",
        module=module,
        steps=rows,
        current=queries.current(key),
        latest=queries.versions(key, public=False)[0],
        entries=history(MODULE.name, module.id),
        against=MODULE.obstacles("publish", state, Role.MANAGER, actions.facts_on(module)),
    )


@modules.route("/desk/modules/<key>/<int:ordinal>/text", methods=BOTH)
def edit(key: str, ordinal: int) -> ResponseReturnValue:
    """Write a draft."""
    module = queries.version(key, ordinal)
    if module.state != ModuleState.DRAFT:
        abort(redirect(url_for("modules.desk_module", key=key, ordinal=ordinal)))
    form = _form(**written(module))
    form.key.data = module.key
    if not form.is_submitted():
        form.version.data = module.version
        return _written(form, module)
    if not form.validate():
        return _written(form, module)
    actions.revise(module, officer((Role.DESK,)), form.seen, form.values())
    return _to(module, _("Saved."))


@modules.post("/desk/modules/<key>/<int:ordinal>/next")
def draft_next(key: str, ordinal: int) -> ResponseReturnValue:
    """Begin the next version with the words of this one."""
    module = queries.version(key, ordinal)
    latest = queries.versions(key, public=False)[0]
    if latest.state == ModuleState.DRAFT:
        return _to(latest, _("A next version is being written already: here it is."))
    return _to(actions.draft_next(module, officer((Role.DESK,))), _("The next version is begun."))


@modules.route("/desk/modules/<key>/<int:ordinal>/publication", methods=BOTH)
def publish(key: str, ordinal: int) -> ResponseReturnValue:
    """Put a version in force."""
    page, module = _step("publish", key, ordinal)
    form = PublicationForm(data={"act": module.act})
    return page.answer(
        form,
        lambda: actions.publish(module, page.actor, form.seen, form.act.data or ""),
        "modules/desk/publish.html",
    )


@modules.route("/desk/modules/<key>/<int:ordinal>/retirement", methods=BOTH)
def retire(key: str, ordinal: int) -> ResponseReturnValue:
    """Stop offering a module, or give up a draft."""
    page, module = _step("retire", key, ordinal)
    form = ExplainForm()
    return page.answer(
        form,
        lambda: actions.retire(module, page.actor, form.seen, day_of(form), form.reason.data or ""),
    )


def _step(step: str, key: str, ordinal: int) -> tuple[StepPage[ModuleState, ModuleFacts], Module]:
    module = queries.version(key, ordinal)
    page = StepPage(
        machine=MODULE,
        step=step,
        subject=module,
        actor=officer(MODULE.rows[step].by),
        facts=actions.facts_on(module),
        name=_("%(title)s, version %(number)s", title=module.title, number=module.ordinal),
        back=url_for("modules.desk_module", key=key, ordinal=ordinal),
        answered=ANSWERED_BY_FORM | {"module_act_named"},
        shown={"module": module, "current": queries.current(key)},
    )
    return page, module


def _form(**given: Any) -> Any:
    return module_form(((t.id, t.name) for t in stock(offered_only=True)), **given)


def _written(form: Any, module: Module | None) -> ResponseReturnValue:
    page = render_template("modules/desk/edit.html", form=form, module=module)
    return page, HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK


def _to(module: Module, told: str) -> ResponseReturnValue:
    flash(told, "success")
    return redirect(url_for("modules.desk_module", key=module.key, ordinal=module.ordinal))
