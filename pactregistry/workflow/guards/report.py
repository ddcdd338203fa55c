"""Guards on a report. Art. 30."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts_reports import ReportFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

DAY_REACHED: Guard[ReportFacts] = Guard(
    "day_reached",
    cite("30(3)", "5(2)h"),
    lambda f: f.day_reached,
    N_("The day on which the pact asks for this report has not come."),
    N_("Wait: the report is opened on its day."),
    Role.CLOCK,
)
BLOCKS_FILLED: Guard[ReportFacts] = Guard(
    "blocks_filled",
    cite("30(4)"),
    lambda f: not f.empty_blocks,
    N_("These parts of the report are empty: %(blocks)s."),
    N_("Write a sentence in each, or send it as it is."),
    Role.LEAD,
    lambda f: {"blocks": listed(f.empty_blocks)},
)
UNITS_GIVEN: Guard[ReportFacts] = Guard(
    "units_given",
    cite("30(3)b", "30(5)"),
    lambda f: not f.indicators_without_unit,
    N_("These figures have no unit: %(indicators)s."),
    N_("Give each figure its unit so that it can be compared."),
    Role.LEAD,
    lambda f: {"indicators": listed(f.indicators_without_unit)},
)
FIGURES_EXPLAINED: Guard[ReportFacts] = Guard(
    "figures_explained",
    cite("30(5)"),
    lambda f: not f.figures_unexplained,
    N_("These figures have no explanation: %(figures)s."),
    N_("Ask for a sentence on each, or go on."),
    Role.DESK,
    lambda f: {"figures": listed(f.figures_unexplained)},
)
GROUND_NAMED: Guard[ReportFacts] = Guard(
    "ground_named",
    cite("3(1)b", "law:privacy"),
    lambda f: f.ground_named,
    N_("It is not said why the photograph is taken out."),
    N_("Choose what applies. Everyone reads it in the history; nobody is named."),
    Role.LEAD,
)
EXAMINATION_TERM_OVER: Guard[ReportFacts] = Guard(
    "examination_term_over",
    cite("pack:report_examination"),
    lambda f: f.term_over,
    N_("The City's term to examine the report is not over."),
    N_("Wait: the report is published by itself on that day."),
    Role.CLOCK,
)
