"""Public files made straight through the journal, and browsers of one's own."""

from tests.civicnetwork.conftest import make_pact, make_proposal
from tests.pacts.conftest import enter

__all__ = ["enter", "make_pact", "make_proposal"]
