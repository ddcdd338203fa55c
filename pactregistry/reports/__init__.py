"""After the signature: reports, money, evaluation, oversight, the year. Art. 24, 25, 30, 35.

`writing` is what citizens do, `reading` what the office and the public do with it, `charts` draws
the figures, `money` is the only arithmetic of the regulation.
"""

from flask import Flask

from pactregistry.reports import models
from pactregistry.reports.blueprint import reports
from pactregistry.reports.charts import shown as charts_shown
from pactregistry.reports.charts import views as charts_views
from pactregistry.reports.evaluating import models as evaluating_models
from pactregistry.reports.evaluating import shown as evaluating_shown
from pactregistry.reports.evaluating import views as evaluating_views
from pactregistry.reports.money import models as money_models
from pactregistry.reports.money import shown as money_shown
from pactregistry.reports.money import views as money_views
from pactregistry.reports.oversight import models as oversight_models
from pactregistry.reports.oversight import told as oversight_told
from pactregistry.reports.oversight import (
    views_office,
    views_problems,
    views_questions,
    views_ratings,
)
from pactregistry.reports.reading import on_pact as reading_on_pact
from pactregistry.reports.reading import views as reading_views
from pactregistry.reports.reading import views_office as reading_views_office
from pactregistry.reports.reading import views_withdrawing as reading_views_withdrawing
from pactregistry.reports.scheduling import views as scheduling_views
from pactregistry.reports.scheduling.own import own_reports
from pactregistry.reports.scheduling.queries import overdue_figures
from pactregistry.reports.writing import views as writing_views
from pactregistry.reports.writing import views_costs, views_photographs, views_short
from pactregistry.reports.yearly import models as yearly_models
from pactregistry.reports.yearly import views as yearly_views
from pactregistry.reports.yearly import views_desk as yearly_views_desk

__all__ = [
    "charts_views",
    "evaluating_models",
    "evaluating_views",
    "init_app",
    "models",
    "money_models",
    "money_views",
    "oversight_models",
    "reading_views",
    "reading_views_office",
    "reading_views_withdrawing",
    "scheduling_views",
    "views_costs",
    "views_office",
    "views_photographs",
    "views_problems",
    "views_questions",
    "views_ratings",
    "views_short",
    "writing_views",
    "yearly_models",
    "yearly_views",
    "yearly_views_desk",
]


def init_app(app: Flask) -> None:
    """Register the pages."""
    charts_shown.init_app(app)
    evaluating_shown.init_app(app)
    oversight_told.init_app(app)
    reading_on_pact.init_app(app)
    for shown in (own_reports, overdue_figures):
        app.add_template_global(shown)
    money_shown.init_app(app)
    app.register_blueprint(reports)
