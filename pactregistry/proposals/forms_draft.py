"""What a person types in a proposal: one screen for a small case, else steps. Art. 3(1)f-h, 11(1).

Nothing is required: a proposal is saved, and also received, as far as it goes (Art. 34).
"""

from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import DateField, RadioField, SelectChoice, SelectField, StringField
from wtforms.validators import InputRequired, Length, Optional

from pactregistry.commons.forms_commons import CommonsFields
from pactregistry.commons.forms_place import (
    PlaceFields,
    district_choices,
    fill_in_place,
    place_choices,
)
from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.people.forms_day import SeenForm
from pactregistry.proposals.call_questions import without_questions
from pactregistry.proposals.form_fields import (
    KINDS_OF_CARE,
    IdeaFields,
    InterestField,
    KindField,
    MoreIdeaFields,
    NameFields,
    OwnerFields,
    PaceFields,
    PaperField,
    TimeFields,
)
from pactregistry.workflow.states import Intensity, ProposerKind
from pactregistry.workflow.words import COMMONS_KINDS, PROPOSER_KINDS


class BeginForm(PaceFields, SeenForm):
    """The few questions that choose the pace."""

    intensity = RadioField(
        _("What kind of care do you think of?"),
        coerce=Intensity,
        validators=[InputRequired(_("Choose what comes nearest: you can change it later."))],
    )
    proposer_kind = RadioField(
        _("Who proposes"),
        coerce=ProposerKind,
        default=ProposerKind.PERSON,
        validators=[InputRequired()],
    )


class CounterForm(BeginForm):
    """A proposal that an officer types for a person at the counter. Art. 4(1), 10(2)."""

    author_name = StringField(
        _("Name and surname of the person"),
        description=_("Private: only the offices read it."),
        validators=[InputRequired(), Length(max=200)],
    )
    author_contact = StringField(
        _("How to reach the person"),
        description=_("Telephone or address, private. Without e-mail the receipt is printed."),
        validators=[InputRequired(), Length(max=300)],
    )
    came_on = DateField(
        _("Day on which it came"),
        description=_("Today, or the day on the paper: the time of the inquiry counts from it."),
        validators=[InputRequired()],
    )
    document = StringField(
        _("The paper it came with"),
        description=_("For example: letter, registry number 1021/2026. Needed for an earlier day."),
        validators=[Optional(), Length(max=300)],
    )


class LightForm(
    IdeaFields, CommonsFields, PlaceFields, TimeFields, NameFields, PaperField, SeenForm
):
    """All of a small case on one screen. Art. 3(1)f, 3(1)h."""


class WhoForm(KindField, NameFields, InterestField, SeenForm):
    """Step: who."""


class WhatForm(IdeaFields, MoreIdeaFields, SeenForm):
    """Step: what."""


class WhereForm(CommonsFields, PlaceFields, OwnerFields, SeenForm):
    """Step: where."""


class HowForm(TimeFields, PaceFields, SeenForm):
    """Step: how, and what is needed."""


class PapersForm(PaperField, SeenForm):
    """Step: papers, each with its kind."""

    kind = SelectField(_("Which paper is it?"), validators=[Optional()])


class SubmissionForm(SeenForm):
    """The last look before sending."""

    registry_number = StringField(
        _("Registry number of the City"),
        description=_("If the paper was registered already."),
        validators=[Optional(), Length(max=100)],
    )


class DeletionForm(SeenForm):
    """Deleting a draft."""


def offer(form: Any, groups: Iterable[Any] = ()) -> None:
    """Fill in the choices that the law, the city and the person's own groups offer."""
    here = settings()
    choices = {
        "intensity": [
            SelectChoice(
                c.key, f"{in_language(c.label)}: {KINDS_OF_CARE.get(c.key, '')}".strip(" :")
            )
            for c in here.pack.intensities
        ],
        "proposer_kind": [
            SelectChoice(k, _(v)) for k, v in PROPOSER_KINDS.items() if k != ProposerKind.UNKNOWN
        ],
        "commons_kind": [
            SelectChoice("", _("not chosen yet")),
            *(SelectChoice(k, _(v)) for k, v in COMMONS_KINDS.items()),
        ],
        "group_id": [
            SelectChoice("", _("none of these")),
            *(SelectChoice(str(group.id), group.name) for group in groups),
        ],
        "place": place_choices(),
        "district": district_choices(),
    }
    for name, offered in choices.items():
        if name in form:
            form[name].choices = offered
    if "group_id" in form and len(form.group_id.choices) == 1:
        del form.group_id


def typed(form: Any) -> dict[str, Any]:
    """What was typed, by the columns of a proposal; a place of the list fills in where it lies."""
    values = {
        field.name: field.data or ""
        if field.type in {"StringField", "TextAreaField"}
        else field.data
        for field in form
        if field.name not in {"version", "csrf_token", "find", "place", "papers"}
    }
    values = without_questions(values, form)
    return fill_in_place(form.place.data or "", values) if "place" in form else values
