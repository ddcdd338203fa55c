"""What the public asks and reports, and the City's report on a year. Art. 3(1)b, 10(2), 35."""

from collections.abc import Iterator

from pactregistry.config import settings
from pactregistry.demo import doing, river_texts, street_texts
from pactregistry.demo import telling_texts as texts
from pactregistry.demo.cast import Cast
from pactregistry.demo.living_texts import GARDEN
from pactregistry.demo.stage import Moment, at
from pactregistry.demo.texts import FLOWERBEDS
from pactregistry.people.acting import today
from pactregistry.reports.oversight import actions_problems as problems
from pactregistry.reports.oversight import actions_questions as questions
from pactregistry.reports.oversight.actions_problems import Found
from pactregistry.reports.oversight.actions_questions import Asking
from pactregistry.reports.oversight.models import About
from pactregistry.reports.yearly import actions as yearly


def asked(cast: Cast) -> Iterator[Moment]:
    """A question to which the City is silent beyond its term, and one that it answered."""
    teo, nives, desk = cast["teo"], cast["nives"], cast["desk"].actor
    yield at(-39, 21)
    silent = Asking(About.REPORT, river_texts.SILENCE, teo.account.public_name)
    questions.ask(doing.pact_called(river_texts.RIVER["title"]), teo.actor, silent)
    yield at(-4, 21)
    on_money = Asking(About.MONEY, texts.ASKED_ON_MONEY, nives.account.public_name)
    question = questions.ask(doing.pact_called(street_texts.STREET["title"]), nives.actor, on_money)
    yield at(-2, 9)
    questions.answer(question, desk, question.version, today(), texts.ANSWERED_ON_MONEY)


def found(cast: Cast) -> Iterator[Moment]:
    """A problem that both sides solved, and one that nobody has taken up."""
    teo, rita = cast["teo"], cast["rita"]
    yield at(-24, 20)
    leak = Found(texts.FOUNTAIN, "Fontana, lato via", urgent=True)
    problem = problems.report(doing.pact_called(GARDEN["title"]), teo.actor, leak)
    yield at(-22, 9)
    desk = cast["desk"].actor
    problems.take_up(problem, desk, problem.version, today())
    yield at(-17, 12)
    problems.solve(problem, desk, problem.version, today(), texts.FOUNTAIN_MENDED)
    yield at(-2, 19)
    glass = Found(texts.BROKEN_GLASS, "Davanti al civico 12", urgent=False)
    problems.report(doing.pact_called(str(FLOWERBEDS.typed["title"])), rita.actor, glass)


def years(cast: Cast) -> Iterator[Moment]:
    """The report on last year, published in three languages; the one before is a draft."""
    desk, manager = cast["desk"].actor, cast["manager"].actor
    yield at(-19, 10)
    last = settings().today().year - 1
    report = yearly.draft(desk, last)
    yearly.revise(report, desk, report.version, texts.LAST_YEAR)
    before = yearly.draft(desk, last - 1)
    yearly.revise(before, desk, before.version, texts.YEAR_BEFORE)
    yield at(-16, 12)
    yearly.publish(report, manager, report.version)
