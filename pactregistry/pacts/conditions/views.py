"""The conditions of an open text, a page a group. Art. 5(2)-(3), 6, 13-17, 31."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import NoResultFound
from werkzeug.wrappers import Response

from pactregistry.config import settings
from pactregistry.pacts import doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.conditions import actions
from pactregistry.pacts.conditions.block import fill
from pactregistry.pacts.conditions.blocks import BY_KEY, asked
from pactregistry.pacts.conditions.facts import condition_facts


@pacts.get("/pacts/<number>/codesign/conditions")
def conditions(number: str) -> str:
    """What this case is asked to state beside its sections, and what it states so far."""
    version, _actor = doors.text_to_write(number)
    pack = settings().packs[version.pack_id]
    groups = [
        (block, block.rows(version.conditions.get(block.key, {}), pack)) for block in asked(version)
    ]
    return render_template(
        "pacts/conditions/list.html",
        pact=version.pact,
        text=version,
        groups=groups,
        percent=pack.thresholds["owners_share"].value,
        open_to_preemption=condition_facts(version)["preemption_open"],
    )


@pacts.route("/pacts/<number>/codesign/conditions/<key>", methods=["GET", "POST"])
def condition(number: str, key: str) -> str | Response:
    """One group of conditions."""
    version, actor = doors.text_to_write(number)
    block = BY_KEY.get(key)
    if block is None:
        raise NoResultFound
    form = block.form()
    before = version.conditions.get(key, {})
    if request.method == "GET":
        fill(form, before)
        form.version.data = str(version.version)
    block.offer(form, settings().packs[version.pack_id])
    if form.validate_on_submit():
        actions.state(version, actor, form.seen, block, block.read(form, before))
        flash(_("Saved."), "success")
        return redirect(url_for("pacts.conditions", number=number))
    return render_template(
        "pacts/conditions/block.html", pact=version.pact, text=version, block=block, form=form
    )
