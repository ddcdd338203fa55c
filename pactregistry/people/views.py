"""One's own page and data, and the choice of language. Art. 4(1)."""

from babel import Locale
from flask import flash, jsonify, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from pactregistry.config import settings
from pactregistry.languages import CHOICE, language
from pactregistry.people import actions
from pactregistry.people.blueprint import people
from pactregistry.people.current import holdings_today, signed_in
from pactregistry.people.forms import ProfileForm
from pactregistry.people.gate import safe_path
from pactregistry.people.models import groups_of, memberships_offered
from pactregistry.people.own_data import own_data
from pactregistry.people.permitted.groups import ADMIN, OFFICE, REVIEWERS, SECRETARY

# Where somebody goes on after signing in: the first whose roles are held.
STARTS = (
    (OFFICE, "proposals.desk"),
    (REVIEWERS, "proposals.opinions_asked"),
    (SECRETARY, "conciliation.committees"),
    (ADMIN, "people.staff"),
)


@people.get("/me/start")
def start() -> Response:
    """Lead who has just signed in to what is awaited there."""
    held = {holding.role for holding in holdings_today(signed_in())}
    endpoint = next((page for roles, page in STARTS if roles & held), "proposals.mine")
    return redirect(url_for(endpoint))


@people.route("/me", methods=["GET", "POST"])
def me() -> str | Response:
    """Show and change what one says of oneself."""
    here = signed_in()
    form = ProfileForm(obj=here)
    form.language.choices = [
        SelectChoice(code, Locale.parse(code).get_display_name(code))
        for code in settings().city.languages
    ]
    if request.method == "GET" and not here.language:
        form.language.data = language()
    if form.validate_on_submit():
        actions.change_profile(
            here,
            name=form.name.data.strip(),
            public_name=form.public_name.data.strip(),
            phone=form.phone.data.strip(),
            language=form.language.data,
        )
        session[CHOICE] = here.language
        flash(_("Your page is saved."), "success")
        return redirect(url_for("people.me"))
    today = settings().today()
    return render_template(
        "people/me.html",
        form=form,
        person=here,
        groups=groups_of(here.id, today),
        offers=memberships_offered(here.email, today),
        holdings=holdings_today(here),
    )


@people.get("/me/data.json")
def my_data() -> Response:
    """Hand out all that is kept under one's own account."""
    answer = jsonify(own_data(signed_in()))
    answer.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return answer


@people.post("/language")
def choose_language() -> Response:
    """Keep the choice of language in this session, and with the account when signed in."""
    chosen = request.form.get("language", "")
    if chosen in settings().city.languages:
        session[CHOICE] = chosen
        actions.choose_language(chosen)
    return redirect(safe_path(request.form.get("next", "/")))
