"""What the tests of the law share: the pack and the city as shipped."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from pactregistry.workflow.city import City, load_city
from pactregistry.workflow.loading import load_pack
from pactregistry.workflow.pack import Pack

REGULATION = Path(__file__).parents[2] / "regulation"

# The usual run looks at the same examples each time; `make soak` looks for new ones, for long.
settings.register_profile(
    "usual", max_examples=30, deadline=None, derandomize=True, stateful_step_count=25
)
settings.register_profile("soak", max_examples=3000, deadline=None, stateful_step_count=100)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The 2014 pack."""
    return load_pack(REGULATION / "bologna-2014")


@pytest.fixture(scope="session")
def city() -> City:
    """The city as shipped."""
    return load_city(REGULATION / "city.toml")
