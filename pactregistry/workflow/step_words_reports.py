"""The words of the steps after the signature: reports, money, oversight, the year. See `words`."""

from pactregistry.workflow.engine import N_

STEPS_AFTER_SIGNING = {
    "report.draft": (N_("Begin the report"), N_("The report was begun")),
    "report.submit": (N_("Send the report"), N_("The report was sent to the City")),
    "report.accept": (N_("Accept the report"), N_("The report was accepted and published")),
    "examine_costs": (N_("Examine the costs"), N_("The City examined the costs")),
    "settle": (N_("Settle the reimbursement"), N_("The reimbursement was settled")),
    "grant_advance": (N_("Grant an advance"), N_("A share was granted in advance")),
    "record_payment": (N_("Record a payment"), N_("A payment was recorded")),
    "withdraw_photograph": (
        N_("Take the photograph out for good"),
        N_("A photograph was taken out"),
    ),
    "question.ask": (N_("Ask"), N_("A question was asked")),
    "question.answer": (N_("Answer"), N_("The City answered")),
    "add_to_answer": (N_("Add to the answer"), N_("The City added to its answer")),
    "problem.report": (N_("Report a problem"), N_("A problem was reported")),
    "problem.take_up": (N_("Take it up"), N_("Somebody takes care of it")),
    "solve": (N_("Say that it is solved"), N_("The problem was solved")),
    "set_aside": (N_("Set aside with a reason"), N_("It was set aside, with a reason")),
    "take_up_again": (N_("Take it up again"), N_("It was taken up again")),
    "give": (N_("Rate the place"), N_("The place was rated")),
    "rating.answer": (N_("Answer"), N_("The rating was answered")),
    "yearly.draft": (N_("Begin the report on a year"), N_("The report on the year was begun")),
    "yearly.revise": (
        N_("Write the introduction"),
        N_("The introduction of the yearly report was written"),
    ),
    "yearly.publish": (
        N_("Publish the report on the year"),
        N_("The report on the year was published"),
    ),
    "return": (N_("Return with remarks"), N_("The report was returned with remarks")),
}
