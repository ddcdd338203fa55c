"""The managing officer decides a call by its scores. Art. 11(2), 16(3)."""

from flask.typing import ResponseReturnValue
from wtforms import SelectChoice

from pactregistry.proposals.answering import actions_award, queries
from pactregistry.proposals.answering.blueprint import answering
from pactregistry.proposals.answering.facts import ranking_of
from pactregistry.proposals.answering.forms import DecisionForm
from pactregistry.proposals.answering.views_call_steps import step_page


@answering.route("/desk/calls/<int:call_id>/decision", methods=["GET", "POST"])
def decide(call_id: int) -> ResponseReturnValue:
    """Publish all scores and say who is taken; each entry learns in the same act."""
    page = step_page("decide", call_id)
    call = page.shown["call"]
    entries = queries.compared(queries.entries_of(call))
    ranking = ranking_of(call, entries)
    titles = {entry.number or "": entry.title for entry in entries}
    page.shown.update(ranking=ranking, titles=titles)
    form = DecisionForm()
    form.chosen.choices = [SelectChoice(n, f"{n} {titles[n]}") for n in ranking.level]
    if not ranking.level:
        del form.chosen
        del form.reason

    def take() -> None:
        chosen = form.chosen.data or () if "chosen" in form else ()
        reason = form.reason.data or "" if "reason" in form else ""
        actions_award.decide(call, page.actor, form.seen, chosen, reason)

    return page.answer(form, take, "calls/decide.html")
