"""Whether the parts of a pack fit together: what they cite and name must stand in it. Art. 36."""

import re
from collections.abc import Iterator, Mapping

from pactregistry.workflow.citations import cite
from pactregistry.workflow.numbering import changed_numbers
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.procedure import OpenProposals

_MISSING = re.compile(r"missing \d+ required positional arguments?: (?P<names>.+)")
_UNKNOWN = re.compile(r"unexpected keyword argument (?P<name>'.+')")


def in_words(error: Exception) -> str:
    """What is wrong with one entry, for whoever wrote it."""
    if isinstance(error, KeyError):
        return f"{error.args[0]} is missing"
    sentence = str(error)
    if missing := _MISSING.search(sentence):
        return f"{missing['names']} is missing"
    if unknown := _UNKNOWN.search(sentence):
        return f"{unknown['name']} is not one of its keys"
    return sentence


def misfits(pack: Pack) -> Iterator[str]:
    """What does not stand in the pack though something in it says so, each with its place."""
    for kind, owner, cites in pack.citing():
        for citation in cites:
            if not pack.resolves(citation):
                yield f"{kind} {owner} cites {citation.label}, which is not in the pack."
    yield from _terms_named(pack)
    yield from _units(pack)
    yield from _concordance(pack)
    if pack.derives_from and not pack.numbering:
        yield "pack.toml: [pack]: numbering is missing: say whose numbers are shown."
    if pack.transition.open_proposals is OpenProposals.ASK and not pack.transition.term:
        yield "transition: term is missing: in which term may an author choose?"
    yield from changed_numbers(pack)


def _terms_named(pack: Pack) -> Iterator[str]:
    named: Mapping[str, tuple[str, ...]] = {
        "procedure.weighty_comments": (pack.procedure.weighty_comments,),
        "transition.term": (pack.transition.term,),
        **{f"kinds.{k.key}.terms": (*k.terms, *k.terms.values()) for k in pack.kinds.values()},
    }
    for place, keys in named.items():
        for key in keys:
            if key and key not in pack.terms:
                yield f"{place}: there is no term {key}."


def _units(pack: Pack) -> Iterator[str]:
    known = {unit.key for unit in pack.units}
    for indicator in pack.indicators:
        if indicator.unit not in known:
            yield f"indicators.{indicator.key}: there is no unit {indicator.unit}."


def _concordance(pack: Pack) -> Iterator[str]:
    for label, own in pack.concordance.items():
        try:
            (citation,) = cite(label)
        except ValueError as error:
            yield f"concordance: {error}."
            continue
        if not pack.resolves(citation):
            yield f"concordance: {label} is not in the pack."
        if not str(own).strip():
            yield f"concordance.{label}: there is no number beside it."
