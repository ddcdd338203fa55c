"""The chart that sets a figure beside similar pacts, and what a median is. Art. 30(3)b, 30(5)."""

from flask_babel import gettext as _
from flask_babel import ngettext

from pactregistry.config import settings
from pactregistry.languages import in_language
from pactregistry.pacts.models import Pact
from pactregistry.reports.charts.chart import Chart, Series
from pactregistry.reports.charts.names import decimals_of, name_of, pact_name, period_of, unit_of
from pactregistry.reports.charts.similar import FEWEST_FOR_A_MEDIAN, Comparison
from pactregistry.workflow.words import COMMONS_KINDS, REPORT_KINDS


def chart_beside(comparison: Comparison, key: str) -> Chart | None:
    """The pact beside the median of similar ones, or beside each where they are too few."""
    own, middle = comparison.own, comparison.median
    if not comparison.others:
        return None
    labels, values, remarks = [_("This pact")], [own.value], [period_of(own.report)]
    if middle is not None:
        count = len(comparison.others)
        labels.append(
            ngettext("Median of %(num)d similar pact", "Median of %(num)d similar pacts", count)
        )
        values.append(middle)
    else:
        labels += [pact_name(figure.report.pact) for figure in comparison.others]
        values += [figure.value for figure in comparison.others]
        remarks += [period_of(figure.report) for figure in comparison.others]
    return Chart(
        key=key,
        title=_("%(what)s, beside similar pacts", what=name_of(own)),
        unit=unit_of(own),
        labels=tuple(labels),
        series=(Series(_("Figure"), tuple(values)),),
        explanation=" ".join(_explanation(comparison)),
        decimals=decimals_of(own),
        head=_("Pact"),
        remarks=tuple(remarks),
    )


def none_to_compare(comparison: Comparison) -> str:
    """Why nothing stands beside a figure."""
    return str(
        _(
            "No similar pact has this figure in a report of the same kind (%(kind)s) on "
            "%(months)s.",
            kind=_(REPORT_KINDS[comparison.own.report.kind]),
            months=_months(comparison),
        )
    )


def what_is_similar(pact: Pact) -> str:
    """Which pacts count as similar to one; empty where its own kind is not known."""
    if pact.intensity is None or pact.commons_kind is None:
        return ""
    here = settings()
    pack = here.packs.get(pact.pack_id, here.pack)
    cares = {choice.key: in_language(choice.label) for choice in pack.intensities}
    kinds = [cares.get(pact.intensity, pact.intensity), _(COMMONS_KINDS[pact.commons_kind])]
    if pact.pact_kind in pack.kinds:
        kinds.append(in_language(pack.kinds[pact.pact_kind].label))
    return " · ".join(kinds)


def _explanation(comparison: Comparison) -> list[str]:
    said = [
        _(
            "Compared are figures in the same unit from reports of the same kind (%(kind)s) on "
            "%(months)s, the latest of each pact.",
            kind=_(REPORT_KINDS[comparison.own.report.kind]),
            months=_months(comparison),
        )
    ]
    count = len(comparison.others)
    if comparison.median is not None:
        said.append(
            _(
                "The median is the figure in the middle: as many of these pacts have a higher "
                "one as have a lower one. This pact itself is not among them."
            )
        )
    else:
        said.append(
            ngettext(
                "%(num)d similar pact is too few for a median, which takes %(fewest)d: "
                "it stands here by its name.",
                "%(num)d similar pacts are too few for a median, which takes %(fewest)d: "
                "they stand here by their names.",
                count,
                fewest=FEWEST_FOR_A_MEDIAN,
            )
        )
    said.append(_("Places differ in size and use: a higher figure is not a better pact."))
    return said


def _months(comparison: Comparison) -> str:
    length = ngettext("a period of %(num)d month", "a period of %(num)d months", comparison.months)
    return str(length)
