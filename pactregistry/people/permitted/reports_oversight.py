"""Oversight by the public: questions, problems, ratings. Art. 3(1)b, 10(2), 30(3), 30(8)."""

from collections.abc import Mapping
from typing import Final

from pactregistry.people.permitted.groups import DESK, EVERYONE, MANAGER, OFFICE, SIGNED_IN
from pactregistry.workflow.states import Role

ROWS: Final[Mapping[str, frozenset[Role]]] = {
    "reports.questions": EVERYONE,
    "reports.questions_on": EVERYONE,
    "reports.question": EVERYONE,
    "reports.ask_question": SIGNED_IN,
    "reports.tell_of_question": EVERYONE,
    "reports.desk_questions": OFFICE,
    "reports.answer_question": DESK,
    "reports.add_to_answer": DESK,
    "reports.show_question": DESK,
    "reports.keep_question": DESK,
    "reports.withhold_question": DESK | MANAGER,
    "reports.restore_question": MANAGER,
    "reports.report_problem": SIGNED_IN,
    "reports.problem": SIGNED_IN,
    "reports.problem_photograph": SIGNED_IN,
    "reports.problems_on": SIGNED_IN,
    "reports.desk_problems": OFFICE,
    "reports.take_up_problem": SIGNED_IN,
    "reports.solve_problem": SIGNED_IN,
    "reports.set_aside_problem": DESK,
    "reports.take_up_problem_again": SIGNED_IN,
    "reports.ratings_on": EVERYONE,
    "reports.rate": SIGNED_IN,
    "reports.answer_rating": SIGNED_IN,
    "reports.withhold_rating": DESK | MANAGER,
    "reports.restore_rating": MANAGER,
    "reports.show_rating": DESK,
}
