"""Guards on money: the ceiling, the share of fees, no pay, report before payment. Art. 24."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import PactFacts
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

MONEY_AGREED: Guard[PactFacts] = Guard(
    "money_agreed",
    cite("24(4)", "5(2)g"),
    lambda f: f.money_agreed,
    N_("The pact states no contribution in money."),
    N_("Agree on it, with its maximum, by an amendment of the pact."),
    Role.DESK,
)
ADVANCE_WITHIN_CEILING: Guard[PactFacts] = Guard(
    "within_ceiling",
    cite("24(4)"),
    lambda f: not f.over_ceiling,
    N_("With what was granted already this is more than the maximum that the pact states."),
    N_("Grant less, or raise the maximum by an amendment of the pact."),
    Role.MANAGER,
)
ADVANCE_AGREED: Guard[PactFacts] = Guard(
    "advance_agreed",
    cite("24(4)", "24(5)"),
    lambda f: not f.over_agreed_advance,
    N_("The pact states a smaller advance, or none."),
    N_("Grant what the pact states, or go on: it stays within the maximum."),
    Role.MANAGER,
)
PAYMENT_OPEN: Guard[PactFacts] = Guard(
    "payment_open",
    cite("24(4)", "24(5)"),
    lambda f: f.payment_open,
    N_("This amount is recorded as paid already."),
    N_("Nothing is left to do: a mistake is mended by a correction."),
    Role.DESK,
)
REPORT_ACCEPTED: Guard[ReportFacts] = Guard(
    "report_before_payment",
    cite("24(5)", "30(7)"),
    lambda f: f.accepted,
    N_("Money is paid only against a report that the City has accepted."),
    N_("Examine the report and accept it first."),
    Role.DESK,
)
REPORT_HAS_MONEY: Guard[ReportFacts] = Guard(
    "money_agreed",
    cite("24(4)", "5(2)g"),
    lambda f: f.money_agreed,
    N_("The pact states no contribution in money."),
    N_("Agree on it, with its maximum, by an amendment of the pact."),
    Role.DESK,
)
NOT_SETTLED: Guard[ReportFacts] = Guard(
    "not_settled",
    cite("24(5)"),
    lambda f: not (f.settled or f.later_settled),
    N_("The money of this report, or of a later one, is settled already."),
    N_("What is found afterwards goes into the next report."),
    Role.MANAGER,
)
ADVANCE_REPORTED: Guard[ReportFacts] = Guard(
    "advance_reported",
    cite("24(5)"),
    lambda f: not f.advance_unreported,
    N_("The share paid in advance has no accepted report of its own: %(report)s."),
    N_("Ask the citizens for that report, or examine it, before anything more is paid."),
    Role.LEAD,
    lambda f: {"report": f.advance_unreported},
)
NO_PAY: Guard[ReportFacts] = Guard(
    "no_pay",
    cite("24(3)"),
    lambda f: not f.own_work_admitted,
    N_("The citizens' own work is never paid, neither directly nor indirectly: %(costs)s."),
    N_("Leave these costs out of what is reimbursed."),
    Role.DESK,
    lambda f: {"costs": listed(f.own_work_admitted)},
)
COSTS_LISTED: Guard[ReportFacts] = Guard(
    "costs_listed",
    cite("24(6)", "24(7)"),
    lambda f: not f.unknown_costs_admitted,
    N_("These costs are of no kind that the regulation reimburses: %(costs)s."),
    N_("Leave them out, or put each under the kind to which it belongs."),
    Role.DESK,
    lambda f: {"costs": listed(f.unknown_costs_admitted)},
)
WITHIN_CEILING: Guard[ReportFacts] = Guard(
    "within_ceiling",
    cite("24(4)"),
    lambda f: not f.over_ceiling,
    N_("This is more than the maximum that the pact states."),
    N_("Pay up to the maximum, or raise it by an amendment of the pact."),
    Role.MANAGER,
)
FEES_WITHIN_SHARE: Guard[ReportFacts] = Guard(
    "fees_within_share",
    cite("24(7)"),
    lambda f: not f.fees_over_share,
    N_("Professional fees are more than their largest share of what is reimbursed."),
    N_("Reimburse them up to that share: the account shows the amount."),
    Role.MANAGER,
)
REJECTIONS_EXPLAINED: Guard[ReportFacts] = Guard(
    "rejections_explained",
    cite("24(6)", "3(1)b"),
    lambda f: not f.rejections_unexplained,
    N_("It is not said why these costs are not reimbursed: %(costs)s."),
    N_("Write a sentence on each: the citizens read it."),
    Role.DESK,
    lambda f: {"costs": listed(f.rejections_unexplained)},
)
COSTS_EXAMINED: Guard[ReportFacts] = Guard(
    "costs_examined",
    cite("24(5)", "24(6)"),
    lambda f: not f.costs_unexamined,
    N_("Nobody has examined these costs: %(costs)s."),
    N_("Ask the office in charge to examine them, or go on: they count as they were sent."),
    Role.DESK,
    lambda f: {"costs": listed(f.costs_unexamined)},
)
RECEIPTS_THERE: Guard[ReportFacts] = Guard(
    "receipts_there",
    cite("24(5)", "30(3)"),
    lambda f: not f.without_receipt,
    N_("These costs have no receipt: %(costs)s."),
    N_("Add a photograph of each receipt, or send it as it is: the office may ask for them."),
    Role.LEAD,
    lambda f: {"costs": listed(f.without_receipt)},
)
PROPOSER_DOES_NOT_DECIDE: Guard[ReportFacts] = Guard(
    "four_eyes",
    cite("11(8)", "24(5)"),
    lambda f: not f.actor_is_proposer,
    N_("Who takes part on the citizens' side does not decide on the report for the City."),
    N_("Ask the substitute of your office to take this step."),
    Role.DESK,
)
