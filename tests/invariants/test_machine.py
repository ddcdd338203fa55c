"""Whatever people do, the registry holds, up to the signature and after it. Art. 3(1)b, 34."""

import pytest
from hypothesis.stateful import run_state_machine_as_test

from tests.invariants import stages_after
from tests.invariants.acts import RUNS, Acts
from tests.invariants.moves import BEFORE, IN_FORCE
from tests.invariants.stages import STAGES
from tests.invariants.town import Town


@pytest.mark.article("3(1)b")
@pytest.mark.article("34")
def test_whatever_people_do_the_registry_holds(town: Town) -> None:
    class Walk(Acts):
        stages = (*STAGES, "active", "ready")
        moves = BEFORE
        most = 4

    Walk.town = town
    run_state_machine_as_test(Walk, settings=RUNS)


@pytest.mark.article("24(4)")
@pytest.mark.article("30(7)")
def test_whatever_people_do_after_the_signature_the_registry_holds(town: Town) -> None:
    class Walk(Acts):
        stages = (*stages_after.STAGES, "active")
        moves = IN_FORCE
        most = 1

    Walk.town = town
    run_state_machine_as_test(Walk, settings=RUNS)
