"""What the tables of disputes are called and what they mean, in plain words. Art. 33, 35(2)."""

from typing import Any, Final

from flask_babel import lazy_gettext as _

TABLES_OF_DISPUTES: Final[dict[str, tuple[Any, Any, Any]]] = {
    "disputes": (
        _("Disputes"),
        _(
            "How often conciliation was asked for, how often a committee of three sat, and whether"
            " its proposal came within the term (Art. 33). Each counts on the day of the act."
        ),
        _("What"),
    ),
    "dispute_days": (
        _("Days that disputes took, in the middle"),
        _(
            "From the day of the request to the committee's proposal, and to the end, whatever it"
            " was. Half took fewer days, half more."
        ),
        _("Until"),
    ),
    "dispute_ends": (
        _("How disputes ended"),
        _(
            "Settled means that all parties accepted the proposal, which binds nobody (Art. 33(2))."
            " Most that are withdrawn end because both sides have talked."
        ),
        _("End"),
    ),
    "dispute_states": (
        _("Open disputes"),
        _("As they stood on the last day counted. Which ones wait for a committee is not told."),
        _("Where they stand"),
    ),
}

COLUMNS_OF_DISPUTES: Final[dict[str, Any]] = {"disputes": _("disputes")}

ROWS_OF_DISPUTES: Final[dict[str, Any]] = {
    "asked_for": _("asked for"),
    "convened": _("committees convened"),
    "proposed_in_time": _("proposals within the term"),
    "proposed_late": _("proposals after the term"),
    "to_proposal": _("until the proposal"),
    "to_end": _("until the end, whatever it was"),
    "settled": _("settled"),
    "unsettled": _("not settled: not all accepted, or no proposal was made"),
    "unformed": _("no proposal: the committee was not complete"),
    "withdrawn": _("withdrawn by who asked"),
}
