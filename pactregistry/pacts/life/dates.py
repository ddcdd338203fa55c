"""The days that a pact's acts have set and time will reach. Art. 5(2)b, 5(2)i.

Each is written with the journal's entry that gives it its reason, and taken away when it is past.
"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column


class LifeDates:
    """The running days of a pact; none of them is a state of its own."""

    # An announced suspension begins on this day.
    suspends_on: Mapped[date | None] = mapped_column(index=True)
    # Until then the managing officer confirms what the desk suspended in urgency.
    confirm_until: Mapped[date | None]
    # The last day of the citizens' notice: with it the pact ends.
    notice_until: Mapped[date | None] = mapped_column(index=True)
    # Until then the citizens may answer an announced breach; none once they did.
    answer_until: Mapped[date | None]

    def forget_days(self) -> None:
        """Nothing is awaited any more: the pact has ended."""
        self.suspends_on = self.confirm_until = self.notice_until = self.answer_until = None
