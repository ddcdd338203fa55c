"""The small sets of fields of a proposal, put together by `forms_draft`. Art. 2(1), 4, 14, 15."""

from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    DateField,
    IntegerField,
    MultipleFileField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError

from pactregistry.people.forms_day import LONGEST
from pactregistry.workflow.states import CommonsKind, Intensity, ProposerKind

MOST_PEOPLE = 100_000  # catches a typing mistake
MOST_EURO = Decimal("9999999999.99")  # the column holds no more
KINDS_OF_CARE = {
    "occasional": _("one day or now and then: cleaning, planting, repainting"),
    "continuous": _("regularly, over months or years: watering, tidying, keeping open"),
    "shared_management": _("running a place together with the City, open to everyone"),
    "regeneration": _("recovering or changing a place, with works or a new use"),
}
THEMES = (
    _("green spaces"),
    _("streets and squares"),
    _("school"),
    _("culture"),
    _("sport and play"),
    _("digital"),
)


class KindField:
    """Who proposes: alone or gathered. Art. 2(1)c, 4(2)."""

    proposer_kind = RadioField(
        _("Who proposes"),
        coerce=ProposerKind,
        validators=[InputRequired()],
    )


class NameFields:
    """The group that stands behind it, and the name that the public reads. Art. 4(3)."""

    group_id = SelectField(
        _("A group that you represent"),
        description=_("Its members are in your list of groups. Choose none if it is not there."),
        coerce=lambda value: int(value) if value else None,
        validators=[Optional()],
    )
    public_author = StringField(
        _("Name that the public reads"),
        description=_(
            "The name of the group; or your own name, or your initials. "
            "If you leave it empty, your initials are shown."
        ),
        validators=[Optional(), Length(max=200)],
    )


class InterestField:
    """The private interest that somebody brings. Art. 4(5)."""

    interest_declared = TextAreaField(
        _("Interest of your own"),
        description=_(
            "For example a shop or a home beside the place. It is welcome as far as it serves "
            "everyone; only the office reads it."
        ),
        validators=[Optional(), Length(max=LONGEST)],
    )


class IdeaFields:
    """What somebody wants to do."""

    title = StringField(
        _("Title"),
        description=_("In a few words, such as: twelve flowerbeds in Via Lunga."),
        validators=[Optional(), Length(max=200)],
    )
    description = TextAreaField(
        _("What you want to do"),
        description=_("In your own words: what, how often, with whom. It becomes public."),
        validators=[Optional(), Length(max=LONGEST)],
    )
    theme = StringField(
        _("Theme"),
        description=_("One or two words, such as: green spaces, school, sport."),
        validators=[Optional(), Length(max=100)],
        render_kw={"list": "themes"},
    )


class MoreIdeaFields:
    """What a larger proposal tells besides. Art. 2(1)a, 3(1)e, 6(1)."""

    summary = TextAreaField(
        _("Summary"),
        description=_("One or two sentences for lists and the feed."),
        validators=[Optional(), Length(max=600)],
    )
    intensity = RadioField(_("What kind of care"), coerce=Intensity, validators=[InputRequired()])
    commons_kind = SelectField(
        _("What it is about"),
        coerce=lambda value: CommonsKind(value) if value else None,
        validators=[Optional()],
    )
    benefits = TextAreaField(
        _("What others gain from it"),
        description=_("Who will enjoy it, and what changes for the place."),
        validators=[Optional(), Length(max=LONGEST)],
    )


class OwnerFields:
    """Whose the place is, and whether it is protected. Art. 14, 15(6)."""

    private_owner = BooleanField(_("The place belongs to somebody other than the City"))
    heritage_protected = BooleanField(_("It is a listed monument or a protected landscape"))


class TimeFields:
    """From when, until when, how many people, with what help."""

    wished_from = DateField(_("You would begin on"), validators=[Optional()])
    wished_until = DateField(_("You would end on"), validators=[Optional()])
    people_count = IntegerField(
        _("How many people take part"),
        validators=[Optional(), NumberRange(min=1, max=MOST_PEOPLE)],
    )
    support_asked = TextAreaField(
        _("What you need from the City"),
        description=_("For example water, tools, waste collection, advice. It becomes public."),
        validators=[Optional(), Length(max=LONGEST)],
    )

    def validate_wished_until(self, field: Any) -> None:
        """An end before its beginning is a slip."""
        since: date | None = self.wished_from.data
        if since and field.data and field.data < since:
            raise ValidationError(_("The end lies before the beginning."))


class PaceFields:
    """What makes a case weightier: it decides how much is asked. Art. 3(1)f-h."""

    works = BooleanField(_("Building works are needed"))
    money = BooleanField(_("We ask the City for money"))
    risk = BooleanField(_("There is some danger: traffic, heights, machines, children in our care"))


class PaperField:
    """Papers sent along."""

    papers = MultipleFileField(
        _("Photographs or papers"),
        description=_("PDF, JPEG, PNG or p7m, 20 MB each at most. Only the office sees them."),
        validators=[Optional()],
    )
