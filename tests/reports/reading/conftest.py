"""A report that waits for the office, on a pact in force. Art. 30."""

import pytest

from tests.pacts.conftest import accepted, cast, enter
from tests.pacts.life.conftest import scene
from tests.pacts.life.scene import Scene
from tests.reports.reading.sent import ReportScene, sent_report

__all__ = ["accepted", "cast", "enter", "scene"]


@pytest.fixture
def sent(scene: Scene) -> ReportScene:
    """The half-yearly report, sent on 20 October 2026."""
    return sent_report(scene)
