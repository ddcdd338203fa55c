"""What every form of the office carries, as in the other rooms. Art. 3(1)b."""

from pactregistry.people.forms_day import (
    LONGEST,
    DayForm,
    ExplainForm,
    SeenForm,
    TextsForm,
    Wanted,
    opened_on,
)

__all__ = ["LONGEST", "DayForm", "ExplainForm", "SeenForm", "TextsForm", "Wanted", "opened_on"]
