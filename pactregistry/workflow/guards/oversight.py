"""Guards on what the public asks and on the City's yearly report. Art. 3(1)b, 30(3), 30(8), 35."""

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import N_, Guard
from pactregistry.workflow.facts_reports import QuestionFacts, YearlyFacts
from pactregistry.workflow.guards.general import listed
from pactregistry.workflow.states import Role

FILE_IS_PUBLIC: Guard[QuestionFacts] = Guard(
    "file_is_public",
    cite("3(1)b", "11(11)"),
    lambda f: f.is_public,
    N_("This pact is not public."),
    N_("Ask the office: it answers on what is not published."),
    Role.CITIZEN,
)
ANSWER_WRITTEN: Guard[QuestionFacts] = Guard(
    "answer_written",
    cite("3(1)b"),
    lambda f: bool(f.answer.strip()),
    N_("The answer is empty."),
    N_("Write what you know, or why the City cannot answer."),
    Role.DESK,
)
RATINGS_ON: Guard[QuestionFacts] = Guard(
    "ratings_on",
    cite("30(8)", "35(2)"),
    lambda f: f.switched_on,
    N_("This city does not collect ratings of places."),
    N_("Put a question to the office instead."),
    Role.ADMIN,
)
ONCE_A_MONTH: Guard[QuestionFacts] = Guard(
    "once_a_month",
    cite("30(8)"),
    lambda f: not f.this_month,
    N_("You have rated this place this month."),
    N_("Come back next month: ratings are told over time."),
    Role.CITIZEN,
)
AUTHOR_DOES_NOT_ANSWER: Guard[QuestionFacts] = Guard(
    "four_eyes",
    cite("11(8)"),
    lambda f: not f.actor_is_author,
    N_("Who asked does not answer for the City."),
    N_("Ask a colleague to answer."),
    Role.DESK,
)
PARTY_DOES_NOT_ANSWER: Guard[QuestionFacts] = Guard(
    "city_answers",
    cite("11(8)", "3(1)b"),
    lambda f: not f.actor_takes_part,
    N_("Who takes part in the pact does not answer for the City."),
    N_("Ask a colleague to answer."),
    Role.DESK,
)
WORDS_GIVEN: Guard[QuestionFacts] = Guard(
    "words_given",
    cite("3(1)b"),
    lambda f: not f.words_missing,
    N_("There is no text."),
    N_("Write what you want to say."),
    Role.CITIZEN,
)
PUBLIC_NAME_GIVEN: Guard[QuestionFacts] = Guard(
    "public_name_given",
    cite("3(1)b"),
    lambda f: not f.name_missing,
    N_("A public name is missing: what stands here in public is signed."),
    N_("Choose a public name on your profile: it may be other than your own."),
    Role.CITIZEN,
)
YEAR_OVER: Guard[YearlyFacts] = Guard(
    "year_over",
    cite("35(2)"),
    lambda f: f.year_over,
    N_("The year is not over."),
    N_("Publish after its last day; until then the figures page shows how things stand."),
    Role.CLOCK,
)
WORDS_WRITTEN: Guard[YearlyFacts] = Guard(
    "words_written",
    cite("35(2)"),
    lambda f: not f.words_missing,
    N_("There is no introduction in these languages: %(languages)s."),
    N_("Write a few sentences in each, or go on: the figures stand without them."),
    Role.DESK,
    lambda f: {"languages": listed(f.words_missing)},
)
