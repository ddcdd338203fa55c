"""The walls of the house: who imports, who writes states, who commits, where numbers stand."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Protocol

CEILING = 250
MEDIAN = 100
# The regulation is read in one place: its tables stand together, however many they are.
READ_WHOLE = {"pactregistry/workflow/lifecycle.py"}
NAMELESS = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
# Actions are gathered by what they do; a sweep is an action that time takes.
WRITERS = ("actions", "sweep")
# These write what is no act: mails sent, turns taken, sessions begun, tries counted, demo files.
OTHER_WRITERS = {
    "pactregistry/database.py": "a sweep takes each file in a transaction of its own",
    "pactregistry/notices/outbox.py": "each mail in a transaction of its own",
    "pactregistry/notices/pulse.py": "a claim must be seen by other schedulers at once",
    "pactregistry/scheduler.py": "the sign of life",
    "pactregistry/people/limits.py": "a try is counted even when it is refused",
    "pactregistry/people/security.py": "the sign-in library commits by itself",
    "pactregistry/people/sessions.py": "sessions end whatever else happens",
    "pactregistry/people/once.py": "what came of a form is noted after its act",
    "pactregistry/demo/filling.py": "the demo city, on an empty database",
}


class Parsed(Protocol):
    """A module of the package, from the fixture."""

    place: str
    text: str
    tree: ast.Module
    name: str


def test_the_import_contract_holds(root: Path) -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_only_the_journal_writes_a_state(package: list[Parsed]) -> None:
    writing = {
        module.place
        for module in package
        for target in assigned(module.tree)
        if isinstance(target, ast.Attribute) and target.attr == "state"
    }
    assert writing == {"pactregistry/journal.py"}


def test_no_statement_updates_rows_behind_the_journal(package: list[Parsed]) -> None:
    # A bulk update would pass the journal and the version column by.
    updating = {
        module.place
        for module in package
        for call in calls(module.tree)
        if named(call.func) == "update" and isinstance(call.func, ast.Name)
    }
    assert updating == {"pactregistry/people/sessions.py"}  # when a session was last seen


def test_only_actions_commit(package: list[Parsed]) -> None:
    committing = {
        module.place
        for module in package
        if not module.name.startswith(WRITERS)
        for call in calls(module.tree)
        if isinstance(call.func, ast.Attribute) and call.func.attr == "commit"
    }
    assert committing == OTHER_WRITERS.keys()


def test_views_and_forms_know_no_database(package: list[Parsed]) -> None:
    knowing = {
        module.place
        for module in package
        if module.name.startswith(("views", "forms"))
        for imported in imports(module.tree)
        if imported.startswith(("pactregistry.database", "sqlalchemy"))
        # What a read may raise is part of its answer.
        and not imported.startswith("sqlalchemy.exc.")
    }
    assert knowing == set()


def test_no_lazy_sentence_holds_a_value(package: list[Parsed]) -> None:
    # A lazy string says of itself that it is HTML, so what stands in it is never escaped.
    holding = {
        f"{module.place}: {ast.unparse(call)}"
        for module in package
        for call in calls(module.tree)
        if named(call.func) in lazy_names(module.tree) and call.keywords
    }
    assert holding == set()


def test_forms_know_no_models(package: list[Parsed]) -> None:
    knowing = {
        (module.place, imported)
        for module in package
        if module.name.startswith("forms")
        for imported in imports(module.tree)
        if ".models" in imported
    }
    assert knowing == set()


def test_citations_are_made_in_one_place(package: list[Parsed]) -> None:
    making = {
        module.place
        for module in package
        for call in calls(module.tree)
        if named(call.func) == "Citation"
    }
    assert making == {"pactregistry/workflow/citations.py"}


def test_civil_time_is_asked_of_the_settings(package: list[Parsed]) -> None:
    asking = {
        module.place
        for module in package
        if not module.place.startswith("pactregistry/demo/")  # it plays on other days
        for call in calls(module.tree)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in {"now", "today", "utcnow"}
        and named(call.func.value) in {"datetime", "date"}
    }
    # The settings themselves, and the turns of schedulers, which follow the machine's clock.
    assert asking - {"pactregistry/config.py", "pactregistry/scheduler.py"} <= MACHINE_TIME


# Sessions and one-time things use the machine's time: a set clock must not lengthen them.
MACHINE_TIME = {
    "pactregistry/people/sessions.py",
    "pactregistry/people/limits.py",
    "pactregistry/people/once.py",
}


def test_terms_and_thresholds_are_never_literals(package: list[Parsed]) -> None:
    # A number of days or percent in an action or guard belongs into the pack, with its article.
    found = {
        (module.place, constant.value)
        for module in package
        if module.name.startswith(("actions", "sweep")) or "/guards/" in module.place
        for constant in ast.walk(module.tree)
        if isinstance(constant, ast.Constant)
        and isinstance(constant.value, int | float)
        and abs(constant.value) > 1
    }
    assert found == ALLOWED_NUMBERS


# No terms of the law: bytes of a random key, and what protects the machine and the office.
ALLOWED_NUMBERS = {
    ("pactregistry/people/actions_staff.py", 32),  # bytes
    ("pactregistry/proposals/actions_submit.py", 3),  # proposals sent in a day
    ("pactregistry/proposals/actions_draft.py", 20),  # uploads in an hour
    ("pactregistry/proposals/actions_comments.py", 5),  # comments at once,
    ("pactregistry/proposals/actions_comments.py", 10),  # in so many minutes
    ("pactregistry/proposals/actions_comments.py", 20),  # reports at once
    ("pactregistry/reports/writing/actions_photographs.py", 20),  # photographs of one report
    ("pactregistry/reports/writing/actions_photographs.py", 60),  # uploads in an hour
}


def test_no_file_outgrows_its_room(package: list[Parsed]) -> None:
    lengths = {module.place: module.text.count("\n") for module in package}
    assert {
        place: lines for place, lines in lengths.items() if lines > CEILING
    }.keys() == READ_WHOLE
    assert median(filter(None, lengths.values())) <= MEDIAN


def test_no_file_is_named_for_nothing(package: list[Parsed]) -> None:
    parts = {part for module in package for part in Path(module.place).with_suffix("").parts}
    assert not parts & NAMELESS


def test_every_module_says_what_it_is_for(package: list[Parsed]) -> None:
    silent = [module.place for module in package if not ast.get_docstring(module.tree)]
    assert silent == []


def test_every_exception_to_a_rule_has_its_reason(package: list[Parsed]) -> None:
    for module in package:
        for number, line in enumerate(module.text.splitlines(), start=1):
            for mark in ("# type: ignore", "# noqa"):
                _, found, rest = line.partition(mark)
                assert not found or len(rest.split()) > 2, f"{module.place}:{number}"


def test_sentences_marked_for_translation_are_whole(package: list[Parsed]) -> None:
    # An f-string inside a call to gettext is never in the catalogue.
    broken = {
        f"{module.place}:{call.lineno}"
        for module in package
        for call in calls(module.tree)
        if named(call.func) in {"_", "_l", "N_", "gettext", "lazy_gettext", "ngettext"}
        for argument in call.args
        if isinstance(argument, ast.JoinedStr)
    }
    assert broken == set()


def assigned(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield from node.targets
        elif isinstance(node, ast.AnnAssign | ast.AugAssign):
            yield node.target


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def named(expression: ast.expr) -> str:
    match expression:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
    return ""


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not under_type_checking(node, tree):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def under_type_checking(node: ast.ImportFrom, tree: ast.Module) -> bool:
    return any(
        isinstance(block, ast.If) and named(block.test) == "TYPE_CHECKING" and node in block.body
        for block in tree.body
    )


def lazy_names(tree: ast.Module) -> set[str]:
    """What lazy translation is called in a module."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "flask_babel"
        for alias in node.names
        if alias.name.startswith("lazy_")
    }
