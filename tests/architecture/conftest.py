"""What the walls are made of: every file of the package, parsed once."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Parsed:
    """A file with its place below the checkout, its text and its tree."""

    place: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """The name of the module alone."""
        return Path(self.place).stem


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def package() -> list[Parsed]:
    """Every module of the package but the generated migrations."""
    return [
        Parsed(path.relative_to(ROOT).as_posix(), text, ast.parse(text))
        for path in sorted((ROOT / "pactregistry").rglob("*.py"))
        if "migrations" not in path.parts
        for text in [path.read_text("utf-8")]
    ]
