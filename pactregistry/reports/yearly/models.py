"""The City's report on a year, with the figures as they stood when it was published. Art. 35."""

from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from pactregistry.config import settings
from pactregistry.database import Base, UTCDateTime
from pactregistry.journal import Subject


class YearlyReport(Base, Subject):
    """One year. `words` is the introduction by language; `content` fixes what its files print.

    `sha256` is the digest of each language's file.
    """

    __tablename__ = "yearly_report"

    year: Mapped[int] = mapped_column(unique=True)
    words: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UTCDateTime)
    content: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    sha256: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)

    @property
    def number(self) -> str:
        """The year, as it is cited."""
        return str(self.year)

    @property
    def title(self) -> str:
        """What it is called, in the reader's language."""
        return str(_("Report on the year %(year)s", year=self.year))

    @property
    def summary(self) -> str:
        """The City's own words, for the feed."""
        return self.words.get(settings().city.language, "")
