"""The town of the random walks, its stages played once for each database."""

from collections.abc import Callable, Sequence

import pytest
from flask import Flask

from pactregistry.people.models import Account
from tests.conftest import Built, SetClock
from tests.invariants import stages_after, stages_disputes
from tests.invariants.stages import play
from tests.invariants.town import EVERYONE, SAGES, SECRETARIES, Played, Town

Play = Callable[[Town], None]


@pytest.fixture(scope="session")
def played() -> dict[tuple[str, str], Played]:
    """The towns that were played, by name and database: it takes longer than most tests do."""
    return {}


@pytest.fixture
def town_of(
    app: Flask,
    built: Built,
    clock: SetClock,
    person: Callable[..., Account],
    sign_in: Callable[..., None],
    unprinted: None,
    played: dict[tuple[str, str], Played],
    tmp_path_factory: pytest.TempPathFactory,
) -> Callable[..., Town]:
    """A town with its stages kept: `town_of("town", people, play)`."""

    def settled(name: str, people: Sequence[str], play: Play) -> Town:
        town = Town(name, app, built.database, clock, sign_in, people=tuple(people))
        town.rate()
        key = name, built.database.url
        if key in played:
            town.recall(played[key])
        else:
            town.settle(person)
            play(town)
            played[key] = town.remember(tmp_path_factory.mktemp(name))
        return town

    return settled


@pytest.fixture
def town(town_of: Callable[..., Town]) -> Town:
    """The town, with every stage kept, those after the signature too."""

    def to_the_end(town: Town) -> None:
        play(town)
        stages_after.play(town)

    return town_of("town", EVERYONE, to_the_end)


@pytest.fixture
def disputing(town_of: Callable[..., Town]) -> Town:
    """The town with people who may sit and who convene, its disputes played."""
    return town_of("disputing", (*EVERYONE, *SAGES, *SECRETARIES), stages_disputes.play)
