"""The page on which a photograph of a sent report is taken out for good. Art. 30(6)."""

from flask.typing import ResponseReturnValue

from pactregistry.reports.access import report_to_write
from pactregistry.reports.blueprint import reports
from pactregistry.reports.queries import photograph_in
from pactregistry.reports.reading import actions_withdrawing as actions
from pactregistry.reports.reading.forms import WithdrawalForm
from pactregistry.reports.reading.steps import page_of
from pactregistry.reports.reading.withdrawn import WITHDRAWAL
from pactregistry.workflow.guards.report import GROUND_NAMED

TEMPLATE = "reports/reading/withdrawal.html"


@reports.route(
    "/reports/<number>/photographs/<int:photograph_id>/withdrawal", methods=["GET", "POST"]
)
def withdraw_photograph(number: str, photograph_id: int) -> ResponseReturnValue:
    """Take a photograph out because somebody on it is not to be shown."""
    report, actor = report_to_write(number)
    photograph = photograph_in(report, photograph_id)
    page = page_of(WITHDRAWAL, report, actor, photograph=photograph)
    page = page.knowing(page.facts, frozenset({GROUND_NAMED.name}))
    form = WithdrawalForm()

    def take() -> None:
        said = (form.ground.data or "", form.note.data or "")
        actions.withdraw(report, photograph_id, actor, form.seen, said)

    return page.answer(form, take, TEMPLATE)
