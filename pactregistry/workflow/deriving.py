"""A pack that derives from another: it says only what differs. Art. 36.

An entry of a table stands in for the one of the same key; an article's file gives the paragraphs
that differ, and keeps the others.
"""

from collections.abc import Mapping
from typing import Any

Raw = Mapping[str, Any]
OWN = frozenset({"history", "concordance"})  # of one text alone: never taken over


def derived(own: Raw, model: Raw) -> dict[str, Any]:
    """The tables of a pack over those of its model, key by key."""
    merged = {name: table for name, table in model.items() if name not in OWN}
    for name, table in own.items():
        merged[name] = _over(name, table, model.get(name))
    return merged


def taken_over(article: Raw) -> Raw:
    """An article of the model, its paragraphs marked as the model's."""
    marked = [{**paragraph, "inherited": True} for paragraph in article["paragraph"]]
    return {**article, "paragraph": marked}


def derived_article(own: Raw, model: Raw | None) -> Raw:
    """One article over the model's: the paragraphs that differ stand in for the same numbers."""
    if model is None:
        return own
    theirs = {paragraph["number"]: paragraph for paragraph in model["paragraph"]}
    ours = {paragraph["number"]: paragraph for paragraph in own.get("paragraph", ())}
    merged = {**theirs, **ours}
    return {**model, **own, "paragraph": [merged[number] for number in sorted(merged)]}


def _over(name: str, own: Any, model: Any) -> Any:
    # What a pack is, and how it runs, is one entry; the other tables are lists of entries.
    if isinstance(own, dict) and isinstance(model, dict):
        return {**_from_model(name, model), **own}
    return own


def _from_model(name: str, model: Raw) -> Raw:
    # The corrections of a model are its own; so is the day on which it came into force.
    if name != "pack":
        return model
    return {key: value for key, value in model.items() if key in {"binding_language", "notice"}}
