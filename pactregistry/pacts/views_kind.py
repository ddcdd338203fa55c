"""The page on which the office says which kind of pact a text will be. Art. 6(1), 11(9)."""

from http import HTTPStatus

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts import doors
from pactregistry.pacts.actions_kind import set_kind
from pactregistry.pacts.blueprint import pacts
from pactregistry.people.forms_day import SeenForm
from pactregistry.workflow.states import Role


class KindForm(SeenForm):
    """The kind of a pact."""

    pact_kind = RadioField(
        _l("Kind of pact"),
        description=_l("Who approves, and how long it may last, depend on it."),
        validators=[InputRequired(_l("Choose a kind: what follows depends on it."))],
    )


@pacts.route("/pacts/<number>/codesign/kind", methods=["GET", "POST"])
def kind(number: str) -> ResponseReturnValue:
    """Choose the kind; where the regulation knows none, the page is not there."""
    version, actor = doors.text_to_write(number, Role.DESK)
    kinds = settings().packs[version.pack_id].kinds.values()
    if not kinds:
        abort(404)
    form = KindForm(data={"pact_kind": version.pact.pact_kind})
    form.pact_kind.choices = [
        SelectChoice(k.key, f"{in_language(k.label)}. {in_language(k.hint)}") for k in kinds
    ]
    status = HTTPStatus.OK
    if form.validate_on_submit():
        set_kind(version, actor, form.seen, form.pact_kind.data)
        flash(_("Saved."), "success")
        return redirect(url_for("pacts.codesign", number=number))
    if form.is_submitted():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    else:
        form.version.data = version.version
    page = render_template("pacts/kind.html", pact=version.pact, text=version, form=form)
    return page, status
