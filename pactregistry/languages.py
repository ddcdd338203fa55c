"""The reader's language, and how dates, sums and the law's words read in it."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_currency
from flask import Flask, g, has_request_context, request, session
from flask_babel import Babel, get_locale, gettext
from flask_login import current_user

from pactregistry.config import settings, translation_folders
from pactregistry.workflow import words
from pactregistry.workflow.clocks import civil_day
from pactregistry.workflow.engine import Obstacle
from pactregistry.workflow.step_words import STEPS

CHOICE = "language"
NAMED = {
    "role_name": words.ROLES,
    "proposer_kind": words.PROPOSER_KINDS,
    "commons_kind": words.COMMONS_KINDS,
    "owner_kind": words.OWNER_KINDS,
    "reserved_name": words.RESERVED,
    "verdict_name": words.VERDICTS,
    "choice_kind": words.CHOICE_KINDS,
    "outcome_name": words.OUTCOMES,
    "effect_name": words.EFFECTS,
    "report_kind": words.REPORT_KINDS,
    "paid_by": words.PAID_BY,
    "signature_kind": words.SIGNATURE_KINDS,
}


def init_app(app: Flask) -> None:
    """Choose a language for each request and give templates the filters they share."""
    here = app.config["SETTINGS"]
    app.config["BABEL_DEFAULT_LOCALE"] = here.city.language
    Babel(
        app,
        locale_selector=_choose,
        default_translation_directories=";".join(map(str, translation_folders(here.data_dir))),
        default_timezone=str(here.city.zone),
    )
    app.add_template_filter(day)
    app.add_template_filter(instant)
    app.add_template_filter(euro)
    app.add_template_filter(in_language)
    app.add_template_filter(sentence)
    app.add_template_filter(all_of)
    app.add_template_filter(civil)
    app.add_template_filter(language_name)
    app.add_template_filter(gettext, "translated")
    for name, table in NAMED.items():
        app.add_template_filter(lambda key, table=table: gettext(table[key]), name)
    app.add_template_filter(state_name)
    app.add_template_filter(step_verb)
    app.add_template_filter(step_past)
    app.context_processor(_context)


def language() -> str:
    """The code of the language of this request."""
    return str(get_locale() or settings().city.language)


def state_name(state: str, machine: str = "") -> str:
    """Where a file stands, in the reader's words."""
    return str(gettext(words.word_for(words.STATES, state, machine)))


def step_verb(step: str, machine: str = "") -> str:
    """A step as a button reads."""
    return str(gettext(words.word_for(STEPS, step, machine)[0]))


def step_past(step: str, machine: str = "") -> str:
    """A step as the history tells it."""
    return str(gettext(words.word_for(STEPS, step, machine)[1]))


def in_language(text: Mapping[str, str], code: str = "") -> str:
    """A text of the pack or the city in the reader's language, else in the binding one."""
    own = text.get(code or language()) or text.get(settings().city.language)
    return own or next(iter(text.values()))


def sentence(obstacle: Obstacle) -> str:
    """What stands against a step, translated, with its details filled in."""
    details = {key: _told(value) for key, value in obstacle.details.items()}
    return str(gettext(obstacle.message, **details))


def _told(value: object) -> object:
    if isinstance(value, datetime):  # which is a date as well
        return instant(value)
    return day(value) if isinstance(value, date) else value


def day(value: date | None) -> str:
    """A civil date in long form, empty for none."""
    return "" if value is None else format_date(value, "long", locale=written())


def civil(value: datetime) -> date:
    """The day on the city's calendar at an instant."""
    return civil_day(value, settings().city.zone)


def language_name(code: str) -> str:
    """A language as the reader's language calls it, such as `Italian`."""
    return str(Locale.parse(code).get_display_name(language()))


def instant(value: datetime | None) -> str:
    """A date with its time in the city's zone, empty for none."""
    if value is None:
        return ""
    local = value.astimezone(settings().city.zone)
    clock = format_time(local, "short", locale=written())
    return f"{format_date(local, 'medium', written())}, {clock}"


def euro(value: Decimal | None) -> str:
    """A sum in euro, empty for none."""
    return "" if value is None else format_currency(value, "EUR", locale=written())


def written() -> str:
    """The locale in which dates and sums are written: English as Europe writes it."""
    return {"en": "en_GB"}.get(language(), language())


def all_of(names: list[str]) -> str:
    """Names joined as the language joins them."""
    return format_list(names, locale=get_locale())


def _choose() -> str | None:
    # A choice made on the page wins over the account's, the account's over the browser's.
    offered = settings().city.languages
    if not has_request_context():
        return settings().city.language
    if "chosen_language" not in g:
        chosen = session.get(CHOICE) or getattr(current_user, "language", "")
        matched = request.accept_languages.best_match(offered)
        g.chosen_language = chosen if chosen in offered else matched
    return str(g.chosen_language or settings().city.language)


def _context() -> dict[str, object]:
    here = settings()
    locale = get_locale() or Locale.parse(here.city.language)
    return {
        "city": here.city,
        "logo": here.logo,
        "language": locale.language,
        "direction": locale.text_direction,
        "languages": [
            (code, Locale.parse(code).get_display_name(code)) for code in here.city.languages
        ],
        "today": here.today(),
    }
