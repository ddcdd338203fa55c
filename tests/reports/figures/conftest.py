"""Public files made straight through the journal."""

from tests.civicnetwork.conftest import make_pact, make_proposal

__all__ = ["make_pact", "make_proposal"]
