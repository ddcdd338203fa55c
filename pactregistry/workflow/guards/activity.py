"""Guards on predefined modules, activities and loans. Art. 10(4), 11(3), 12, 22, 29, 31(1)."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts import ActivityFacts, LoanFacts, ModuleFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

MODULE_COMPLETE: Guard[ModuleFacts] = Guard(
    "module_complete",
    cite("11(3)", "29(1)"),
    lambda f: bool(f.scope.strip() and f.terms.strip()),
    N_("The module does not say what may be done, or on which terms."),
    N_("Write both: citizens accept exactly these words."),
    Role.DESK,
)
ACT_NAMED: Guard[ModuleFacts] = Guard(
    "module_act_named",
    cite("11(3)"),
    lambda f: bool(f.act.strip()),
    N_("The managing officer's act that sets this module is not named."),
    N_("Enter its number and date, or publish now and add them later."),
    Role.MANAGER,
)
MODULE_IN_FORCE: Guard[ActivityFacts] = Guard(
    "module_in_force",
    cite("10(4)", "11(3)"),
    lambda f: f.module_in_force,
    N_("These terms are no longer in force."),
    N_("Open the module again: read its present terms and accept those."),
    Role.MANAGER,
)
TERMS_ACCEPTED: Guard[ActivityFacts] = Guard(
    "terms_accepted",
    cite("10(4)", "29(1)"),
    lambda f: f.terms_accepted,
    N_("The terms of the module are not accepted."),
    N_("Read them and tick that you accept them: that is all the City asks beforehand."),
    Role.CITIZEN,
)
CONDITIONS_HOLD: Guard[ActivityFacts] = Guard(
    "conditions_hold",
    cite("10(4)", "11(3)"),
    lambda f: not f.conditions_unmet,
    N_("The module does not cover this case: %(conditions)s."),
    N_("Send it as a proposal instead: what you typed is taken along."),
    Role.CITIZEN,
    lambda f: {"conditions": listed(f.conditions_unmet)},
)
RISK_SHEET_READ: Guard[ActivityFacts] = Guard(
    "risk_sheet_read",
    cite("31(1)", "31(2)"),
    lambda f: f.risk_sheet_read,
    N_("The sheet on risks and protective equipment was not confirmed as read."),
    N_("Read it: it takes a minute and says what to wear and what to do if something happens."),
    Role.CITIZEN,
)
ACTIVITY_DAY_REACHED: Guard[ActivityFacts] = Guard(
    "day_reached",
    cite("12(2)"),
    lambda f: f.day_reached,
    N_("The day of the activity has not come."),
    N_("Come back on the day or after it."),
    Role.CLOCK,
)
IN_STOCK: Guard[LoanFacts] = Guard(
    "in_stock",
    cite("22(1)"),
    lambda f: not f.shortages,
    N_("The City has not enough of this to lend on those days: %(things)s."),
    N_("Ask for less, choose other days, or bring your own."),
    Role.DESK,
    lambda f: {"things": listed(f.shortages)},
)
SUB_LOAN_ALLOWED: Guard[LoanFacts] = Guard(
    "sub_loan_allowed",
    cite("22(3)"),
    lambda f: f.sub_loan_allowed,
    N_("The pact does not say that what is lent may be lent on."),
    N_("Ask the office to agree, or go on: you answer for the return."),
    Role.DESK,
)
CONDITION_STATED: Guard[LoanFacts] = Guard(
    "condition_stated",
    cite("22(2)"),
    lambda f: bool(f.condition.strip()),
    N_("The state in which the things came back is not noted."),
    N_("Write in a few words whether they are in good order, save normal wear."),
    Role.DESK,
)
