"""What anyone types to comment, reply, report or object, and the office to answer. Art. 11(5)."""

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from pactregistry.people.forms_day import Wanted
from pactregistry.proposals.comment_words import HIDING, KINDS, OPPOSITION

LONGEST_COMMENT = 4000  # characters: a technical limit
KIND_CHOICES = [SelectChoice(key, _(word)) for key, word in KINDS.items() if key != OPPOSITION]
OPPOSITION_CHOICE = SelectChoice(
    OPPOSITION, _("Opposition: this should not be accepted, because ... (the office answers it)")
)
HIDING_CHOICES = [SelectChoice(key, _(word)) for key, word in HIDING.items()]


def offer_opposition(form: "CommentForm | PaperCommentForm", *, allowed: bool) -> None:
    """Let third parties oppose where the file's regulation does."""
    form.kind.choices = [*KIND_CHOICES, *([OPPOSITION_CHOICE] if allowed else [])]


class CommentForm(FlaskForm):
    """A comment, or a reply where `parent` names a comment."""

    kind = RadioField(
        _("What is it?"),
        choices=KIND_CHOICES,
        default="observation",
        validators=[InputRequired()],
    )
    text = TextAreaField(
        _("Your comment"),
        description=_("Public, under your public name. No personal data, yours or others'."),
        validators=[Wanted(), Length(max=LONGEST_COMMENT)],
    )
    parent = HiddenField()


class PaperCommentForm(FlaskForm):
    """A comment that came on paper."""

    kind = RadioField(_("What is it?"), choices=KIND_CHOICES, validators=[InputRequired()])
    text = TextAreaField(
        _("The comment as written"),
        description=_("Leave out personal data."),
        validators=[Wanted(), Length(max=LONGEST_COMMENT)],
    )
    public_name = StringField(
        _("Name under which it appears"),
        description=_("As its author wishes: a name, initials, a group."),
        validators=[Wanted(), Length(max=120)],
    )
    received_on = DateField(
        _("Day on which it came"),
        description=_("It counts if it came while comments were open."),
        validators=[InputRequired()],
    )
    document = StringField(
        _("Document and registry number"), validators=[InputRequired(), Length(max=200)]
    )


class AnswerForm(FlaskForm):
    """The office's answer to a comment."""

    text = TextAreaField(
        _("Answer of the office"), validators=[Wanted(), Length(max=LONGEST_COMMENT)]
    )


class ReportForm(FlaskForm):
    """Why a comment should not stand."""

    reason = TextAreaField(
        _("What is wrong with this comment?"),
        description=_("Only the office reads it."),
        validators=[InputRequired(), Length(max=LONGEST_COMMENT)],
    )


class HidingForm(FlaskForm):
    """Why a comment is hidden."""

    category = RadioField(
        _("Why is it hidden?"),
        description=_("The public reads this reason in place of the comment."),
        choices=HIDING_CHOICES,
        validators=[InputRequired()],
    )


class ObjectionForm(FlaskForm):
    """Why a comment should stand after all."""

    objection = TextAreaField(
        _("Why should it be shown?"),
        description=_("Only the office reads it."),
        validators=[Wanted(), Length(max=LONGEST_COMMENT)],
    )
