"""Plays stories in the order of their days: each is a generator that yields when it goes on.

A day is an offset from today, so that the demo shows the same stages whenever it is filled.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

from flask import current_app

from pactregistry.config import Settings

Moment = tuple[int, time]
Story = Iterator[Moment]


def at(day: int, hour: int, minute: int = 0) -> Moment:
    """A time on a day before today: -1 is yesterday."""
    if day >= 0:
        message = "a story ends yesterday at the latest: today belongs to the visitor"
        raise ValueError(message)
    return day, time(hour, minute)


def play(stories: Sequence[Story]) -> None:
    """Let all stories happen, the civil clock set to each moment; the clock is put back after."""
    settings: Settings = current_app.config["SETTINGS"]
    today = settings.today()
    waiting = [(moment, index) for index, story in enumerate(stories) for moment in _next(story)]
    heapq.heapify(waiting)
    reached = datetime.min.replace(tzinfo=UTC)
    try:
        while waiting:
            (day, hour), index = heapq.heappop(waiting)
            # Two stories may go on at one time: the second begins in the second after the first.
            start = datetime.combine(today + timedelta(days=day), hour, settings.city.zone)
            _set_clock(settings, max(start, reached))
            for moment in _next(stories[index]):
                if moment < (day, hour):
                    message = f"story {index} goes back in time, to {moment}"
                    raise ValueError(message)
                heapq.heappush(waiting, (moment, index))
            ended = current_app.config["SETTINGS"].now()
            reached = ended.replace(microsecond=0) + timedelta(seconds=1)
    finally:
        current_app.config["SETTINGS"] = settings


def _next(story: Story) -> list[Moment]:
    return [moment for moment in [next(story, None)] if moment is not None]


def _set_clock(settings: Settings, instant: datetime) -> None:
    current_app.config["SETTINGS"] = replace(settings, shift=instant - datetime.now(UTC))
