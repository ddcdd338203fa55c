"""The generated pages of the regulation, and the faults of a pack against the lifecycle."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pactregistry.workflow.citations import Citation
from pactregistry.workflow.coverage import coverage_page
from pactregistry.workflow.drawing import lifecycle_page
from pactregistry.workflow.lifecycle import MACHINES
from pactregistry.workflow.pack import Pack
from pactregistry.workflow.reach import read_source, read_tests
from pactregistry.workflow.states_disputes import Chair

FATES = frozenset({"applied", "data", "later", "not_software"})
# A text need not know conciliation: without all three it is not offered. Art. 33
SEATS = "committee_size"
OF_CONCILIATION: Mapping[str, frozenset[str]] = {
    "terms": frozenset({"conciliation", "conciliation_answer"}),
    "thresholds": frozenset({SEATS}),
}


def faults_of(pack: Pack, model: Pack | None = None) -> list[str]:
    """What of the lifecycle, and of the model's keys, does not stand in a pack: a sentence each."""
    faults = [
        f"{pack.id}: {owner} cites {citation.label}, which does not stand in the pack"
        for owner, citation in _cited()
        if not pack.resolves(citation)
    ]
    for article in pack.articles.values():
        faults += [
            f"{pack.id}: {article.number}({paragraph.number}) has no fate {paragraph.fate}"
            for paragraph in article.paragraphs.values()
            if paragraph.fate not in FATES
        ]
    faults += _other_seats(pack)
    faults += _keys_missing(pack, model) if model else []
    return list(dict.fromkeys(faults))


def _other_seats(pack: Pack) -> Iterator[str]:
    size = pack.thresholds.get(SEATS)
    if size is not None and size.value != len(Chair):
        yield (
            f"{pack.id}: pack.toml: thresholds.{SEATS} is {size.value}, and the program knows a"
            f" committee of {len(Chair)} alone: one member named by the citizens, one by the City,"
            f" one by both or by a third party ({size.cites[0].label}); write {len(Chair)}, or"
            " leave conciliation out"
        )


def _keys_missing(pack: Pack, model: Pack) -> list[str]:
    # The program asks for these by name: what a city sets, the numbers, rules that are switched.
    asked: Mapping[str, set[str]] = {
        "terms": {key for key, term in model.terms.items() if term.source == "city"},
        "thresholds": set(model.thresholds),
        "general_law": set(model.general_law),
    }
    knows = any(keys & set(getattr(pack, table)) for table, keys in OF_CONCILIATION.items())
    for table, keys in OF_CONCILIATION.items():
        asked[table].difference_update(keys)
        asked[table].update(keys if knows else ())
    return [
        f"{pack.id}: pack.toml: {table}.{key} is missing: the program asks for it by this name"
        for table, keys in asked.items()
        for key in sorted(keys - set(getattr(pack, table)))
    ]


def generated_pages(root: Path, pack: Pack) -> Mapping[Path, str]:
    """The pages by their place; none outside a checkout, which alone has the tests to tell of."""
    if not (root / "tests").is_dir():
        return {}
    coverage = coverage_page(pack, read_source(root).pages, read_tests(root))
    folder = root / "regulation"
    return {folder / "lifecycle.md": lifecycle_page(), folder / "coverage.md": coverage}


def stale_pages(root: Path, pack: Pack) -> list[str]:
    """The pages that do not tell what the program says now."""
    return [
        path.relative_to(root).as_posix()
        for path, text in generated_pages(root, pack).items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


def write_pages(root: Path, pack: Pack) -> None:
    """Write the pages anew."""
    for path, text in generated_pages(root, pack).items():
        path.write_text(text, "utf-8")


def _cited() -> Iterator[tuple[str, Citation]]:
    for machine in MACHINES:
        for row in machine.rows.values():
            for citation in row.cites:
                yield f"{machine.name}.{row.step}", citation
            for guard in (*row.binds, *row.warns):
                for citation in guard.cites:
                    yield f"guard {guard.name}", citation
