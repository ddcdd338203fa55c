"""Which steps a page or the clock can take, and which tests hold a paragraph: read in the source.

A function reaches what the functions that it names reach. Nothing is imported or run, so that the
generated pages can tell of the program without starting it.
"""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

PACKAGE = "pactregistry"
NAMES = (
    "PROPOSAL VERSION PACT REPORT COMMONS CALL MODULE ACTIVITY CHOICE LOAN BOOKING SESSION "
    "QUESTION PROBLEM RATING YEARLY DISPUTE"
)
MACHINES = {name: name.lower() for name in NAMES.split()}
LAST_DOORS = {"sweep": "clock", "commands": "command line"}  # the demo plays what others may do
DOORS = frozenset({"get", "post", "route"})
Step = tuple[str, str]  # machine and step


@dataclass
class Function:
    """A function or class at the top of a module: the names and steps that stand in it."""

    names: set[str] = field(default_factory=set)
    steps: set[Step] = field(default_factory=set)


@dataclass
class Module:
    """One file: what its imports mean, its functions and the endpoints of its pages."""

    imports: dict[str, str] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    endpoints: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """The whole package, read once."""

    modules: Mapping[str, Module]

    @cached_property
    def pages(self) -> Mapping[Step, tuple[str, ...]]:
        """The endpoints from which each step can be taken; `clock` for the sweeps."""
        found: dict[Step, set[str]] = {}
        for door, name in self._doors():
            for step in self._steps_from(name):
                found.setdefault(step, set()).add(door)
        return {step: tuple(sorted(doors)) for step, doors in found.items()}

    def _doors(self) -> Iterator[tuple[str, str]]:
        for module_name, module in self.modules.items():
            for function, endpoint in module.endpoints.items():
                yield endpoint, f"{module_name}.{function}"
            last = module_name.rpartition(".")[2]
            if last in LAST_DOORS and "run" in module.functions and "demo" not in module_name:
                yield LAST_DOORS[last], f"{module_name}.run"

    def _steps_from(self, start: str) -> set[Step]:
        seen: set[str] = set()
        waiting = [start]
        steps: set[Step] = set()
        while waiting:
            name = waiting.pop()
            function = self._function(name)
            if name in seen or function is None:
                continue
            seen.add(name)
            steps |= function.steps
            module = name.rpartition(".")[0]
            waiting += [self._resolved(module, used) for used in function.names]
        return steps

    def _function(self, name: str) -> Function | None:
        module, _, own = name.rpartition(".")
        return self.modules[module].functions.get(own) if module in self.modules else None

    def _resolved(self, module: str, used: str) -> str:
        first, _, rest = used.partition(".")
        meant = self.modules[module].imports.get(first, f"{module}.{first}")
        return f"{meant}.{rest}" if rest else meant


def read_source(root: Path) -> Source:
    """Read the package that stands in a checkout."""
    files = sorted((root / PACKAGE).rglob("*.py"))
    trees = {_name(path, root): ast.parse(path.read_text("utf-8")) for path in files}
    blueprints = dict(_blueprints(trees))
    return Source({name: _module(name, tree, blueprints) for name, tree in trees.items()})


def read_tests(root: Path) -> Mapping[str, tuple[str, ...]]:
    """The tests that hold each paragraph, by the marker `article`."""
    found: dict[str, list[str]] = {}
    for path in sorted((root / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for owner, decorators in _marked(tree):
            name = "::".join(filter(None, (path.relative_to(root).as_posix(), owner)))
            for label in dict.fromkeys(_labels(decorators)):
                found.setdefault(label, []).append(name)
    return {label: tuple(names) for label, names in found.items()}


def _name(path: Path, root: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _blueprints(trees: Mapping[str, ast.Module]) -> Iterator[tuple[str, str]]:
    for name, tree in trees.items():
        for node in tree.body:
            match node:
                case ast.Assign(
                    targets=[ast.Name(id=own)],
                    value=ast.Call(
                        func=ast.Name(id="Blueprint"), args=[ast.Constant(str(label)), *_]
                    ),
                ):
                    yield f"{name}.{own}", label


def _module(name: str, tree: ast.Module, blueprints: Mapping[str, str]) -> Module:
    module = Module(imports=dict(_imports(tree)))
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            module.functions[node.name] = _function(node, tree)
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                match decorator:
                    case ast.Call(func=ast.Attribute(value=ast.Name(id=own), attr=attr)):
                        label = blueprints.get(module.imports.get(own, f"{name}.{own}"))
                        if label and attr in DOORS:
                            module.endpoints[node.name] = f"{label}.{node.name}"
    return module


def _imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _function(node: ast.FunctionDef | ast.ClassDef, tree: ast.Module) -> Function:
    found = Function()
    for inner in ast.walk(node):
        match inner:
            case ast.Attribute(value=ast.Name(id=first), attr=rest):
                found.names.add(f"{first}.{rest}")
            case ast.Name(id=used):
                found.names.add(used)
        match inner:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id=machine), attr="take"),
                args=[ast.Constant(str(step)), *_],
            ) if machine in MACHINES:
                found.steps.add((MACHINES[machine], step))
            case ast.Call(func=ast.Name(id=helper), args=[ast.Constant(str(step)), *_]):
                # A helper that passes its first argument on to the lifecycle.
                found.steps |= {(machine, step) for machine in _passed_on(helper, tree)}
    return found


def _passed_on(helper: str, tree: ast.Module) -> set[str]:
    found = set()
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name, args=ast.arguments(args=[ast.arg(arg=first), *_])) if (
                name == helper
            ):
                for inner in ast.walk(node):
                    match inner:
                        case ast.Call(
                            func=ast.Attribute(value=ast.Name(id=machine), attr="take"),
                            args=[ast.Name(id=passed), *_],
                        ) if machine in MACHINES and passed == first:
                            found.add(MACHINES[machine])
    return found


def _marked(tree: ast.Module) -> Iterator[tuple[str, list[ast.expr]]]:
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="pytestmark")], value=value):
                yield "", value.elts if isinstance(value, ast.List | ast.Tuple) else [value]
            case ast.FunctionDef() | ast.ClassDef():
                yield node.name, node.decorator_list


def _labels(decorators: list[ast.expr]) -> Iterator[str]:
    for decorator in decorators:
        match decorator:
            case ast.Call(func=ast.Attribute(attr="article"), args=args):
                for argument in args:
                    if isinstance(argument, ast.Constant):
                        yield str(argument.value)
