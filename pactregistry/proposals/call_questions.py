"""A form that also asks the call's own questions. Art. 11(2)."""

from typing import Any, TypeVar

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import Length, Optional

from pactregistry.people.forms_day import LONGEST, SeenForm
from pactregistry.proposals.models import Proposal

FORM = TypeVar("FORM", bound=FlaskForm)
PREFIX = "answer_"


class CallQuestionsForm(SeenForm):
    """Step: the call's questions; they stand in the call, so the fields are made for each."""


def has_questions(draft: Proposal) -> bool:
    """Whether a draft answers a call that asks something of its own."""
    return draft.call is not None and bool(draft.call.questions)


def with_questions(form: type[FORM], draft: Proposal) -> FORM:
    """A form of a draft, with a field for each question of the call that it answers."""
    given = draft.answers or {}

    class Asking(form):  # type: ignore[misc, valid-type]  # reason: the class is chosen at run time
        """The form with the call's questions."""

    for asked in draft.call.questions if draft.call else ():
        needed = "" if asked.get("required") else _("if you like")
        field = TextAreaField(
            asked["label"],
            description=" · ".join(str(part) for part in (asked.get("help"), needed) if part),
            validators=[Optional(), Length(max=LONGEST)],
            default=given.get(asked["key"], ""),
        )
        setattr(Asking, PREFIX + asked["key"], field)
    found: FORM = Asking(obj=draft)
    return found


def answers_in(form: Any) -> dict[str, str]:
    """What was typed, by the key of the question."""
    return {
        field.name.removeprefix(PREFIX): field.data or ""
        for field in form
        if field.name.startswith(PREFIX)
    }


def without_questions(values: dict[str, Any], form: Any) -> dict[str, Any]:
    """The columns that were typed, the call's questions gathered into one of them."""
    given = answers_in(form)
    rest = {name: value for name, value in values.items() if not name.startswith(PREFIX)}
    return rest | ({"answers": given} if given else {})
