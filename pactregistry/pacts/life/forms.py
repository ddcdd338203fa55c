"""What people type to suspend, withdraw from, end, answer for, renew a pact. Art. 5(2)b, i, l."""

from collections.abc import Sequence

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import DateField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.people.forms_day import LONGEST, DayForm, ExplainForm, SeenForm, TextsForm, Wanted

LONGEST_LINE = 300
PUBLIC = _("Public: no personal data.")
CAUSE = _("Cause")
AGREED = _("The causes on which both sides agreed in section b.")


class CauseForm(DayForm):
    """Why a pact rests: a cause that section b lists, and in words."""

    cause = SelectField(CAUSE, description=AGREED, validators=[Wanted()])
    reason = TextAreaField(
        _("Reason"),
        description=_("It becomes part of the public history: no personal data."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class EndForm(TextsForm):
    """Why the City ends a pact: a cause that section b lists, and a reason for each point."""

    cause = SelectField(CAUSE, description=AGREED, validators=[Wanted()])


class ReasonsForm(TextsForm):
    """One reason for each point of a breach."""


class WordForm(DayForm):
    """A word to the others, if there is one."""

    reason = TextAreaField(
        _("A word to the others"),
        description=PUBLIC,
        validators=[Optional(), Length(max=LONGEST)],
    )


class OwnWordForm(SeenForm):
    """The same, of who acts today for oneself."""

    reason = TextAreaField(
        _("A word to the others"),
        description=PUBLIC,
        validators=[Optional(), Length(max=LONGEST)],
    )


class LetterForm(WordForm):
    """The same, typed by the desk from a letter."""

    document = StringField(
        _("The letter and its registry number"),
        description=_("Only officers read it."),
        validators=[Optional(), Length(max=LONGEST_LINE)],
    )


class BreachForm(DayForm):
    """What was not kept, and what is expected; between the parties."""

    text = TextAreaField(
        _("What was not done as agreed, and what would settle it"),
        description=_("Only the two sides read it."),
        validators=[Wanted(), Length(max=LONGEST)],
    )


class AnswerForm(SeenForm):
    """The citizens' answer; between the parties."""

    text = TextAreaField(
        _("The answer"),
        description=_("Only the two sides read it."),
        validators=[InputRequired(), Length(max=LONGEST)],
    )


class LetterAnswerForm(DayForm):
    """The same, typed by the desk from a letter."""

    text = AnswerForm.text


class SettlementForm(DayForm):
    """Why nothing more is asked; between the parties."""

    text = TextAreaField(
        _("A word to the citizens"),
        description=_("Only the two sides read it."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class ReinstatementForm(ExplainForm):
    """The act by which the City takes back what it ended."""

    act_number = StringField(
        _("Number of the act"), validators=[Optional(), Length(max=LONGEST_LINE)]
    )
    act_date = DateField(_("Date of the act"), validators=[Optional()])


class CausesForm(SeenForm):
    """What section b lists, a cause in each line."""

    suspension_causes = TextAreaField(
        _("Causes for which the pact may be suspended"),
        description=_("One in each line."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    end_causes = TextAreaField(
        _("Causes for which the City may end the pact early"),
        description=_("One in each line."),
        validators=[Optional(), Length(max=LONGEST)],
    )


def offer(form: CauseForm | EndForm, causes: Sequence[str]) -> None:
    """Let somebody choose among the agreed causes, or another one with its reason."""
    other = gettext("another cause, explained below")
    # Nothing is chosen beforehand: the cause becomes public.
    form.cause.choices = [SelectChoice("", other), *(SelectChoice(c, c) for c in causes)]


def lines(text: str | None) -> list[str]:
    """The lines typed, each once."""
    return list(dict.fromkeys(line.strip() for line in (text or "").splitlines() if line.strip()))
