"""Several choices, each with its box: one for every room."""

from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget


class Checkboxes(SelectMultipleField):
    """Several choices, each with its box."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()
