"""What differs between two versions of a text, part by part, from what was printed. Art. 5(2)m."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from pactregistry.config import settings
from pactregistry.pacts.differences import Line, side_by_side
from pactregistry.pacts.manuscript import original_content
from pactregistry.pacts.models import PactVersion


@dataclass(frozen=True)
class Part:
    """One part of the text in two versions: a section, the terms, the supports, who signs."""

    title: str
    lines: tuple[Line, ...]

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return any(line.changed for line in self.lines)


def compared(before: PactVersion, after: PactVersion) -> list[Part]:
    """Every part of two versions set side by side, the changed and the unchanged ones."""
    old, new = _content(before), _content(after)
    parts = [
        Part(title, tuple(side_by_side(old_text, new_text)))
        for title, old_text, new_text in _pairs(old, new)
    ]
    return [part for part in parts if part.lines]


def _content(version: PactVersion) -> Mapping[str, Any]:
    """What a version prints: the public rendition once there is one, else what its sides read."""
    if version.public_content is not None:
        content: Mapping[str, Any] = version.public_content["content"]
        return content
    if version.frozen_content is not None:
        return version.frozen_content
    with force_locale(settings().city.language):
        return original_content(version, settings().now())


def _pairs(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    yield _("Terms"), _terms(old), _terms(new)
    yield _("Who signs"), _parties(old), _parties(new)
    yield _("Premises"), "\n".join(old["premises"]), "\n".join(new["premises"])
    before = {section["letter"]: section for section in old["sections"]}
    after = {section["letter"]: section for section in new["sections"]}
    for letter in sorted(before | after):
        title = (after.get(letter) or before[letter])["title"]
        yield f"{letter}) {title}", _said(before.get(letter)), _said(after.get(letter))
    yield _("Causes of suspension and early end"), _causes(old), _causes(new)
    yield _("Support by the City"), _supports(old), _supports(new)
    stated, now = _conditions(old), _conditions(new)
    for title in dict.fromkeys([*stated, *now]):
        yield title, stated.get(title, ""), now.get(title, "")
    yield _("Onerous clauses"), ", ".join(old["onerous"]), ", ".join(new["onerous"])
    yield _("Annexes"), _annexes(old), _annexes(new)


def _terms(content: Mapping[str, Any]) -> str:
    return "\n".join(f"{label}: {value}" for label, value in content["terms"])


def _parties(content: Mapping[str, Any]) -> str:
    told = [[p["side"], p["name"], p["role"]] for p in content["parties"]]
    return "\n".join(", ".join(part for part in party if part) for party in told)


def _said(section: Mapping[str, Any] | None) -> str:
    if section is None:
        return ""
    if section["not_applicable"]:
        return str(_("Not applicable: %(reason)s", reason=section["reason"]))
    return str(section["text"])


def _supports(content: Mapping[str, Any]) -> str:
    lines = []
    for item in content["supports"]:
        head = [item["label"], item["description"], item["ceiling"]]
        lines.append(", ".join(part for part in head if part))
        lines += [_row(row) for row in item.get("details", ())]
    return "\n".join(lines)


def _causes(content: Mapping[str, Any]) -> str:
    return "\n".join([*content.get("suspension_causes", ()), *content.get("end_causes", ())])


def _conditions(content: Mapping[str, Any]) -> dict[str, str]:
    stated = content.get("conditions", ())  # a text frozen before they were asked for has none
    return {block["title"]: "\n".join(_row(row) for row in block["rows"]) for block in stated}


def _row(row: Sequence[Any]) -> str:
    return ": ".join(str(part) for part in row if part)


def _annexes(content: Mapping[str, Any]) -> str:
    lines = ([a["label"], a["name"]] for a in content["annexes"])
    return "\n".join(", ".join(part for part in line if part) for line in lines)
