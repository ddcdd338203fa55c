"""The details of one support in the open text. Art. 5(2)g, 18-27."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts import doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.conditions.block import fill, typed_values
from pactregistry.pacts.models import PactVersion, SupportItem
from pactregistry.pacts.supporting import actions
from pactregistry.pacts.supporting.kinds import KINDS
from pactregistry.people.forms_day import SeenForm
from pactregistry.workflow.pack import Pack


@pacts.route("/pacts/<number>/codesign/supports/<int:position>", methods=["GET", "POST"])
def support(number: str, position: int) -> str | Response:
    """What one support asks to be stated; the position counts from 1."""
    version, actor = doors.text_to_write(number)
    item = _item(version, position)
    pack = settings().packs[version.pack_id]
    form = KINDS[item.kind].form()
    _offer(form, pack)
    if request.method == "GET":
        fill(form, item.details)
        form.version.data = str(version.version)
    if form.validate_on_submit():
        actions.detail(version, actor, form.seen, item, typed_values(form))
        flash(_("Saved."), "success")
        return redirect(url_for("pacts.supports", number=number))
    kind = next(c for c in pack.supports if c.key == item.kind)
    return render_template(
        "pacts/supporting/support.html",
        pact=version.pact,
        text=version,
        item=item,
        kind=kind,
        form=form,
    )


def _item(version: PactVersion, position: int) -> SupportItem:
    if not 1 <= position <= len(version.supports):
        raise NoResultFound
    item = version.supports[position - 1]
    if item.kind not in KINDS:
        raise NoResultFound
    return item


def _offer(form: SeenForm, pack: Pack) -> None:
    offered = {"topics": pack.topics, "categories": pack.expense_categories}
    for name, choices in offered.items():
        if name in form:
            form[name].choices = [SelectChoice(c.key, in_language(c.label)) for c in choices]
    if "office" in form:
        offices = settings().city.offices.values()
        form["office"].choices = [SelectChoice(o.key, in_language(o.name)) for o in offices]
