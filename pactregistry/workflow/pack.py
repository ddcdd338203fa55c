"""A regulation pack: articles, terms, thresholds, sections and papers, each with its article.

Where the text sets no number the value is None, with its source. `loading` reads a pack's folder.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from pactregistry.workflow.citations import Citation, Source
from pactregistry.workflow.clocks import Unit
from pactregistry.workflow.measures import Indicator, MeasureUnit, ReportBlock, Text
from pactregistry.workflow.procedure import Kind, Procedure, Transition

LANGUAGES = ("it", "en", "es")


class PackFault(Exception):
    """A pack or city file that cannot be used, with one plain sentence for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True)
class Paragraph:
    """One paragraph in own words, its letters, and how this software applies it.

    An `inherited` one is that of the text from which the pack derives.
    """

    number: int
    text: Text
    letters: Mapping[str, Text]
    fate: str
    applied: Text
    inherited: bool = False


@dataclass(frozen=True)
class Article:
    """One article with its chapter (Roman numeral)."""

    number: int
    chapter: str
    title: Text
    paragraphs: Mapping[int, Paragraph]


@dataclass(frozen=True)
class Term:
    """A term: its amount, or None where the text sets none; who sets it; when it reminds."""

    key: str
    value: int | None
    unit: Unit
    source: str
    cites: tuple[Citation, ...]
    label: Text
    reminders: tuple[int, ...] = ()


@dataclass(frozen=True)
class Threshold:
    """A number of the text, such as 50 (percent) or 9 (years)."""

    key: str
    value: int
    unit: str
    cites: tuple[Citation, ...]
    label: Text


@dataclass(frozen=True)
class Section:
    """One of the sections that a pact defines, Art. 5(2).

    `light_reason` is the ready text at the light pace: the section's own, or why it does not apply.
    The causes are ready ones, for which a pact may be suspended or ended early.
    """

    letter: str
    title: Text
    hint: Text
    cites: tuple[Citation, ...]
    light_reason: Text
    light_applies: bool = True
    suspension_causes: Sequence[Text] = ()
    end_causes: Sequence[Text] = ()


@dataclass(frozen=True)
class Paper:
    """A paper asked for in some condition; `binds` where the text itself lists it.

    A `private` one names persons: it is never public.
    """

    key: str
    condition: str
    binds: bool
    cites: tuple[Citation, ...]
    label: Text
    private: bool = False


@dataclass(frozen=True)
class Choice:
    """One value of a list that the law names: an intensity, an expense category, a support."""

    key: str
    cites: tuple[Citation, ...]
    label: Text


@dataclass(frozen=True)
class GeneralLaw:
    """A rule of general law outside the regulation; a city may switch it off.

    `sections` are the letters of a pact that it bears on.
    """

    key: str
    act: str
    label: Text
    sections: Sequence[str] = ()


@dataclass(frozen=True)
class Pack:
    """One regulation, frozen; a file stays on the pack and version it was made under.

    `corrects` names the version that a textual correction follows; `derives_from` the pack whose
    articles and lists it takes over, `numbering` then says whose numbers are shown, and
    `concordance` which number the city itself gives to one of them.
    """

    id: str
    version: str
    binding_language: str
    body: str
    act: str
    in_force_from: date
    title: Text
    notice: Text
    articles: Mapping[int, Article]
    chapters: Mapping[str, Text]
    terms: Mapping[str, Term]
    thresholds: Mapping[str, Threshold]
    sections: tuple[Section, ...]
    papers: tuple[Paper, ...]
    intensities: tuple[Choice, ...]
    expense_categories: tuple[Choice, ...]
    supports: tuple[Choice, ...]
    risks: tuple[Choice, ...]
    topics: tuple[Choice, ...]
    fee_purposes: tuple[Choice, ...]
    report_blocks: tuple[ReportBlock, ...]
    units: tuple[MeasureUnit, ...]
    indicators: tuple[Indicator, ...]
    general_law: Mapping[str, GeneralLaw]
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    procedure: Procedure = field(default_factory=Procedure)
    transition: Transition = field(default_factory=Transition)
    concordance: Mapping[str, str] = field(default_factory=dict)
    history: Mapping[str, str] = field(default_factory=dict)
    derives_from: str = ""
    corrects: str = ""
    numbering: Text = field(default_factory=dict)

    def resolves(self, citation: Citation) -> bool:
        """Whether a citation names something that stands in this pack."""
        if citation.source is Source.GENERAL_LAW:
            return citation.article in self.general_law
        if citation.source is Source.PACK:
            return citation.article in self.terms
        article = self.articles.get(int(citation.article))
        if article is None or citation.paragraph is None:
            return article is not None
        paragraph = article.paragraphs.get(citation.paragraph)
        return paragraph is not None and (
            citation.letter is None or citation.letter in paragraph.letters
        )

    def citing(self) -> Iterator[tuple[str, str, tuple[Citation, ...]]]:
        """Everything in the pack that cites: its kind, its name and what it cites."""
        for term in self.terms.values():
            yield "term", term.key, term.cites
        for threshold in self.thresholds.values():
            yield "threshold", threshold.key, threshold.cites
        for section in self.sections:
            yield "section", section.letter, section.cites
        for paper in self.papers:
            yield "paper", paper.key, paper.cites
        for kind, entries in self._lists():
            for entry in entries:
                yield kind, entry.key, entry.cites
        for pact_kind in self.kinds.values():
            yield "kind", pact_kind.key, pact_kind.cites
        yield "table", "procedure", self.procedure.cites
        yield "table", "transition", self.transition.cites

    def _lists(
        self,
    ) -> Iterator[tuple[str, Sequence[Choice | ReportBlock | MeasureUnit | Indicator]]]:
        yield "intensity", self.intensities
        yield "expense", self.expense_categories
        yield "support", self.supports
        yield "risk", self.risks
        yield "topic", self.topics
        yield "fee purpose", self.fee_purposes
        yield "report block", self.report_blocks
        yield "unit", self.units
        yield "indicator", self.indicators

    def own_number(self, citation: Citation) -> str:
        """The number that the city gives to a place of the model text; empty if not known."""
        if citation.source is not Source.STATUTE:
            return ""
        paragraph = f"{citation.article}({citation.paragraph})"
        found = (self.concordance.get(key, "") for key in (citation.label, paragraph))
        return next(filter(None, found), "") or self.concordance.get(str(citation.article), "")

    def indicator(self, key: str) -> Indicator | None:
        """The measure of a key; None where this pack has none such."""
        return next((found for found in self.indicators if found.key == key), None)

    def unit(self, key: str) -> MeasureUnit:
        """The unit of a key."""
        return next(unit for unit in self.units if unit.key == key)

    def section(self, letter: str) -> Section:
        """The section of a letter."""
        return next(section for section in self.sections if section.letter == letter)
