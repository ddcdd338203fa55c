"""All that can be told of a pact after its signature, through the pages; what is private marked."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pactregistry.config import settings
from pactregistry.database import db
from pactregistry.people.models import Account
from pactregistry.reports.money.models import Grant
from pactregistry.reports.oversight.models import Problem, Question, Rating
from tests.pacts.cases import CANARY
from tests.pacts.life.scene import Scene
from tests.proposals.writing import picture
from tests.reports.reading.sent import NUMBER as REPORT
from tests.reports.reading.sent import ReportScene, sent_report
from tests.supports.giving import agree

PACT = "2026-0001"


@dataclass
class Story:
    """The people of the pact, and how they send forms."""

    scene: Scene
    sent: ReportScene
    neighbour: Account

    def post(self, who: Account, page: str, **form: Any) -> None:
        """Send a form, which is taken."""
        today = settings().today().isoformat()
        answer = self.scene.enter(who).post(page, data={"occurred_on": today, **form})
        assert answer.status_code == 302, (page, answer.text)

    def last(self, model: type[Any]) -> Any:
        """The latest row of a table as it stands now."""
        db.session.expire_all()
        return db.session.scalars(db.select(model).order_by(model.id.desc())).first()

    def on(self, who: Account, model: type[Any], page: str, **form: Any) -> None:
        """Send a step's form on the latest question, problem or rating."""
        found = self.last(model)
        self.post(who, page.format(found.id), version=found.version, **form)


def tell(scene: Scene, person: Callable[..., Account]) -> Story:
    """Play it, from the report to the year in which it stands."""
    agree(scene, "money", ceiling="4000.00", advance="1000.00", why_not_in_kind="None in store.")
    neighbour = person(f"Nora {CANARY}")
    neighbour.public_name = "Nora V."
    db.session.commit()
    story = Story(scene, sent_report(scene), neighbour)
    _report(story)
    _money(story)
    _evaluation(story)
    _questions(story)
    _place(story)
    _year(story)
    return story


def _report(story: Story) -> None:
    cast, sent = story.scene.cast, story.sent
    sent.takes(cast.desk, "return", reason=f"{CANARY}: say how the hours were counted.")
    receipt = {"receipt": (picture()[0], f"{CANARY}.png"), "spent_on": "2026-06-02"}
    what = {"description": f"Taxi of {CANARY}", "category": "other", "paid_by": "asked_back"}
    page = f"/reports/{REPORT}/write/costs/new"
    story.post(cast.lead, page, revision="0", amount="12,30", **what, **receipt)
    sent.takes(cast.lead, "write/sending")
    costs = sent.report.costs
    verdicts = {f"verdict_{cost.id}": "admitted" for cost in costs}
    verdicts[f"verdict_{costs[-1].id}"] = "rejected"
    reason = {f"reason_{costs[-1].id}": f"{CANARY} goes by bicycle."}
    sent.takes(cast.desk, "costs/examination", **verdicts, **reason)
    sent.takes(cast.desk, "acceptance")


def _money(story: Story) -> None:
    cast = story.scene.cast
    story.sent.takes(cast.manager, "settlement")
    grant = story.last(Grant)
    story.scene.takes(cast.desk, f"payments/{grant.id}", order=f"M-7 {CANARY}")


def _evaluation(story: Story) -> None:
    cast, pages = story.scene.cast, f"/pacts/{PACT}"
    story.post(cast.lead, f"{pages}/our-view", text=f"{CANARY} did most of the work.")
    found = {
        "outcome": "confirm",
        "reason": "The beds were watered all summer.",
        "met_on": settings().today().isoformat(),
        "taking_part": "A walk along the street.",
        "citizens_view": "Fewer papers would help.",
    }
    story.scene.takes(cast.desk, "evaluation", **found)


def _questions(story: Story) -> None:
    cast, new = story.scene.cast, f"/pacts/{PACT}/questions/new"
    story.post(story.neighbour, new, about="money", text="Who paid the soil?")
    story.on(cast.desk, Question, "/desk/questions/{}/answer", text="The City, in June.")
    told = {"reason": f"{CANARY} is named."}
    story.post(cast.stranger, f"/questions/{story.last(Question).id}/report", **told)
    story.post(story.neighbour, new, about="pact", text=f"Does {CANARY} live there?")
    story.on(cast.desk, Question, "/desk/questions/{}/withholding", **told)


def _place(story: Story) -> None:
    cast, page = story.scene.cast, f"/pacts/{PACT}/problem"
    seen = {"text": f"{CANARY} left the tap open.", "where": f"Before the door of {CANARY}"}
    photographs = (picture()[0], f"{CANARY}.png")
    story.post(story.neighbour, page, **seen, photographs=photographs)
    word = {"reason": f"{CANARY} closed it."}
    story.on(cast.lead, Problem, "/problems/{}/solution", **word)
    story.post(cast.desk, page, text="A bench is loose.", contact=f"{CANARY}, by telephone")
    rated = {"stars": 4, "text": f"{CANARY} keeps it well."}  # below five nobody reads it
    story.post(story.neighbour, f"/pacts/{PACT}/rating", **rated)
    story.on(cast.lead, Rating, "/ratings/{}/answer", text=f"{CANARY} says thanks.")


def _year(story: Story) -> None:
    cast = story.scene.cast
    story.scene.clock.go(date(2027, 1, 8))
    pages = "/desk/years/2026"
    story.post(cast.desk, f"{pages}/beginning")
    story.post(cast.desk, f"{pages}/text", version="1", words_it="Un anno di aiuole.")
    story.post(cast.manager, f"{pages}/publication", version="2")
