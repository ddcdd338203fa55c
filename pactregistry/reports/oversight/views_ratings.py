"""Pages of ratings of a place, where the city collects them. Art. 30(8), 35(2)."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from http import HTTPStatus

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import format_date
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.journal import histories
from pactregistry.languages import step_past
from pactregistry.pacts.access import seat_on
from pactregistry.pacts.models import Pact
from pactregistry.people.acting import Actor
from pactregistry.people.current import account, signed_in
from pactregistry.people.forms_day import SeenForm
from pactregistry.people.forms_withholding import RestorationForm, WithholdingForm
from pactregistry.people.step_page import ANSWERED_BY_FORM, StepPage, day_of
from pactregistry.reports.blueprint import reports
from pactregistry.reports.charts.chart import Chart, Series
from pactregistry.reports.oversight import actions_ratings as actions
from pactregistry.reports.oversight import queries_places as queries
from pactregistry.reports.oversight.doors import (
    actor_among,
    public_pact,
    rating_here,
    ratings_are_on,
)
from pactregistry.reports.oversight.facts import facts_on, facts_to_begin
from pactregistry.reports.oversight.forms import AnswerForm, RatingForm
from pactregistry.reports.oversight.models import Rating
from pactregistry.workflow.engine import Obstacle, Unlawful
from pactregistry.workflow.lifecycle import RATING
from pactregistry.workflow.states import Role

BOTH = ["GET", "POST"]
TEMPLATE = "reports/oversight/rating_step.html"
ANSWERED = ANSWERED_BY_FORM | {"answer_written"}
MOST_MONTHS = 24
MOST_WORDS = 50


@reports.get("/pacts/<number>/ratings")
def ratings_on(number: str) -> str:
    """What people say of a place: a mean from some ratings on, months, words, answers."""
    ratings_are_on()
    pact = public_pact(number)
    seat = seat_on(pact, account())
    found = queries.ratings_on(pact, all_of_them=seat.reads)
    counted = [rating for rating in found if not rating.withheld]
    enough = queries.is_enough(len(counted))
    words = [r for r in found if seat.reads or (enough and r.text and not r.awaits_moderation)]
    return render_template(
        "reports/oversight/ratings.html",
        pact=pact,
        seat=seat,
        total=len(counted),
        enough=enough,
        mean=_mean(counted) if enough else None,
        months=_by_month(counted) if enough else None,
        words=words[:MOST_WORDS],
        older=max(0, len(words) - MOST_WORDS),
        told=histories(RATING.name, [rating.id for rating in words[:MOST_WORDS]]),
    )


@reports.route("/pacts/<number>/rating", methods=BOTH)
def rate(number: str) -> ResponseReturnValue:
    """Say how a place is kept."""
    ratings_are_on()
    pact = public_pact(number)
    form = RatingForm()
    if not form.is_submitted():
        return _rate_page(form, pact, _standing(pact))
    if not form.validate():
        return _rate_page(form, pact), HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        actions.give(pact, signed_in(), form.stars.data, form.text.data or "")
    except Unlawful as refusal:
        return _rate_page(form, pact, refusal.obstacles), HTTPStatus.CONFLICT
    flash(step_past("give", RATING.name), "success")
    return redirect(url_for("reports.ratings_on", number=number))


@reports.route("/ratings/<int:rating_id>/answer", methods=BOTH)
def answer_rating(rating_id: int) -> ResponseReturnValue:
    """Answer for one side."""
    form = AnswerForm()

    def take(found: Rating, actor: Actor) -> None:
        actions.answer(found, actor, form.seen, day_of(form), form.text.data or "")

    return _step("answer", rating_id, form, take)


@reports.route("/desk/ratings/<int:rating_id>/withholding", methods=BOTH)
def withhold_rating(rating_id: int) -> ResponseReturnValue:
    """Take a rating from the public at once."""
    form = WithholdingForm()

    def take(found: Rating, actor: Actor) -> None:
        actions.withhold(found, actor, form.seen, form.reason.data or "")

    return _step("withhold", rating_id, form, take)


@reports.route("/desk/ratings/<int:rating_id>/restoration", methods=BOTH)
def restore_rating(rating_id: int) -> ResponseReturnValue:
    """Show a rating again."""
    form = RestorationForm()

    def take(found: Rating, actor: Actor) -> None:
        actions.restore(found, actor, form.seen, form.reason.data or "")

    return _step("restore", rating_id, form, take)


def _step(
    step: str, rating_id: int, form: SeenForm, take: Callable[[Rating, Actor], None]
) -> ResponseReturnValue:
    found, reader = rating_here(rating_id)
    actor = actor_among(reader, RATING.rows[step].by)
    page = StepPage(
        machine=RATING,
        step=step,
        subject=found,
        actor=actor,
        facts=facts_on(found, actor),
        name=f"{found.pact.number} · {found.pact.title}",
        back=url_for("reports.ratings_on", number=found.pact.number),
        answered=ANSWERED,
        shown={"rating": found},
    )
    return page.answer(form, lambda: take(found, actor), TEMPLATE)


def _standing(pact: Pact) -> tuple[Obstacle, ...]:
    month = settings().today().replace(day=1)
    again = queries.own_rating(signed_in().id, pact, month) is not None
    facts = facts_to_begin(pact, text="-", name="-", this_month=again)
    return RATING.obstacles("give", None, Role.CITIZEN, facts)


def _rate_page(form: RatingForm, pact: Pact, against: tuple[Obstacle, ...] = ()) -> str:
    return render_template(
        "reports/oversight/rate.html", form=form, pact=pact, against=against, person=signed_in()
    )


def _by_month(ratings: Sequence[Rating]) -> Chart:
    months: defaultdict[date, list[Rating]] = defaultdict(list)
    for rating in ratings:
        months[rating.month].append(rating)
    last = sorted(months)[-MOST_MONTHS:]
    return Chart(
        key="ratings",
        title=_("Ratings of the place by month"),
        unit=_("of 5"),
        labels=tuple(format_date(month, "MMM yyyy") for month in last),
        series=(Series(_("Mean"), tuple(_mean(months[month]) for month in last)),),
        explanation=_(
            "Each bar is the mean of the ratings of one month, from 1 (very badly) to 5 (very "
            "well). How many ratings it rests on stands beside it in the table."
        ),
        decimals=1,
        head=_("Month"),
        remarks=tuple(_("ratings: %(count)s", count=len(months[month])) for month in last),
    )


def _mean(ratings: Sequence[Rating]) -> Decimal:
    stars = [rating.stars for rating in ratings]
    return queries.mean_of({star: stars.count(star) for star in set(stars)})
