"""What rows tell of each other and of standing files: place, title, points. Art. 10(7)."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, radians
from statistics import median

from pactregistry.database import folded
from pactregistry.pacts.importing.application import Application, Question, Row

SAME_PLACE_METRES = 25
FAR_KM = 60
METRES_A_DEGREE = 111_320
SHORT = {
    "pzza": "piazza",
    "pza": "piazza",
    "vle": "viale",
    "cso": "corso",
    "lgo": "largo",
    "vlo": "vicolo",
}


@dataclass(frozen=True)
class File:
    """What is compared of a row, or of a file that stands in the registry."""

    called: str
    title: str
    place: str
    longitude: float | None
    latitude: float | None


def compare(found: Sequence[Application], standing: Iterable[File]) -> list[Application]:
    """The same applications, with the questions that arise between them."""
    more = between([application.row for application in found], standing)
    return [
        replace(application, questions=(*application.questions, *asked))
        for application, asked in zip(found, more, strict=True)
    ]


def between(
    rows: Sequence[Row], standing: Iterable[File], same_place: str = "same_place"
) -> list[list[Question]]:
    """The questions that arise between rows, and between each and what stands here."""
    files = [_file(row) for row in rows]
    others = [*files, *standing]
    far = _far_from_the_rest(files)
    apart = _districts_apart(rows)
    return [
        [
            *_same(same_place, "place_name", here, others, _is_same_place),
            *_same("same_title", "title", here, others, _is_same_title),
            *far.get(index, ()),
            *apart.get(index, ()),
        ]
        for index, here in enumerate(files)
    ]


def bare_place(text: str) -> str:
    """An address without case, accents, signs and abbreviations."""
    dotless = re.sub(r"(?<=\w)\.(?=\w)|(?<=\w)\. ?(?=zza|za\b)", "", folded(text))
    words = re.sub(r"[^\w ]+", " ", dotless).split()
    return " ".join(SHORT.get(word, word) for word in words)


def metres(one: File, two: File) -> float | None:
    """How far two points lie apart; None where one is not known. Flat, good for one city."""
    if None in (one.longitude, one.latitude, two.longitude, two.latitude):
        return None
    return _metres((one.longitude or 0, one.latitude or 0), (two.longitude or 0, two.latitude or 0))


def _metres(one: tuple[float, float], two: tuple[float, float]) -> float:
    east = (one[0] - two[0]) * cos(radians(one[1]))
    return hypot(east, one[1] - two[1]) * METRES_A_DEGREE


def _file(row: Row) -> File:
    return File(row.source_id, row.title, row.place, row.longitude, row.latitude)


def _same(
    code: str, field: str, here: File, others: Sequence[File], is_same: Callable[[File, File], bool]
) -> list[Question]:
    named = [other.called for other in others if other is not here and is_same(here, other)]
    return [Question(code, field, {"files": ", ".join(named)})] if named else []


def _is_same_place(one: File, two: File) -> bool:
    if one.place and bare_place(one.place) == bare_place(two.place):
        return True
    apart = metres(one, two)
    return apart is not None and apart <= SAME_PLACE_METRES


def _is_same_title(one: File, two: File) -> bool:
    return bool(one.title) and bare_place(one.title) == bare_place(two.title)


def _far_from_the_rest(files: Sequence[File]) -> dict[int, list[Question]]:
    points = {
        index: (file.longitude, file.latitude)
        for index, file in enumerate(files)
        if file.longitude is not None and file.latitude is not None
    }
    if len(points) < 3:  # of two points neither is the odd one
        return {}
    middle = (median(p[0] for p in points.values()), median(p[1] for p in points.values()))
    away = {index: _metres(point, middle) / 1000 for index, point in points.items()}
    return {
        index: [Question("point_far", "latitude", {"km": str(round(km))})]
        for index, km in away.items()
        if km > FAR_KM
    }


def _districts_apart(rows: Sequence[Row]) -> dict[int, list[Question]]:
    """The rows whose quarter most other rows put into another district."""
    placed: dict[str, Counter[str]] = {}
    for row in rows:
        if row.quarter and row.district:
            placed.setdefault(folded(row.quarter), Counter())[row.district] += 1
    apart = {}
    for index, row in enumerate(rows):
        counts = placed.get(folded(row.quarter), Counter())
        most = max(counts.values(), default=0)
        others = sorted(name for name, n in counts.items() if n == most and name != row.district)
        if row.district and others:
            told = {"quarter": row.quarter, "word": row.district, "other": ", ".join(others)}
            apart[index] = [Question("district_differs", "district", told)]
    return apart
