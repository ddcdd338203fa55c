"""The page of the causes that stand with section b, written by both sides. Art. 5(2)b."""

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts import doors
from pactregistry.pacts.blueprint import pacts
from pactregistry.pacts.life.actions_causes import set_causes
from pactregistry.pacts.life.forms import CausesForm, lines
from pactregistry.pacts.manuscript import DURATION
from pactregistry.pacts.models import PactVersion


@pacts.route("/pacts/<number>/codesign/causes", methods=["GET", "POST"])
def causes(number: str) -> str | Response:
    """For which causes the pact may be suspended, or end early."""
    version, actor = doors.text_to_write(number)
    form = CausesForm(data=_data(version) if request.method == "GET" else None)
    if form.validate_on_submit():
        suspension, end = lines(form.suspension_causes.data), lines(form.end_causes.data)
        set_causes(version, actor, form.seen, suspension, end)
        flash(_("Saved."), "success")
        return redirect(url_for("pacts.codesign", number=number, _anchor=f"section-{DURATION}"))
    section = settings().packs[version.pack_id].section(DURATION)
    return render_template(
        "pacts/life/causes.html",
        pact=version.pact,
        form=form,
        section=section,
        suggested={
            _("to suspend"): [in_language(text) for text in section.suspension_causes],
            _("to end early"): [in_language(text) for text in section.end_causes],
        },
    )


def _data(version: PactVersion) -> dict[str, object]:
    return {
        "version": str(version.version),
        "suspension_causes": "\n".join(version.suspension_causes),
        "end_causes": "\n".join(version.end_causes),
    }
