"""Reports, money, evaluation, oversight, years"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# PostgreSQL names the type of a column: 0002 gave requests to join and exclusions the type of a
# change of representative, which knows other words.
JOINING = ("join_request", "exclusion")
JOINING_OUTCOMES = sa.Enum(
    "WAITING",
    "ADMITTED",
    "DECLINED",
    "TAKEN_BACK",
    "PACT_ENDED",
    "EXCLUDED",
    "DROPPED",
    name="joining_outcome",
)


def upgrade() -> None:
    """Go to this revision."""
    if op.get_context().dialect.name == "postgresql":
        JOINING_OUTCOMES.create(op.get_bind(), checkfirst=True)
        for table in JOINING:
            op.alter_column(
                table,
                "outcome",
                type_=JOINING_OUTCOMES,
                postgresql_using="outcome::text::joining_outcome",
            )
    op.create_table(
        "yearly_report",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("content", sa.JSON(), nullable=True),
        sa.Column("sha256", sa.JSON(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Boolean(), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_yearly_report")),
        sa.UniqueConstraint("year", name=op.f("uq_yearly_report_year")),
    )
    with op.batch_alter_table("yearly_report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_yearly_report_state"), ["state"], unique=False)

    op.create_table(
        "evaluation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("CONFIRM", "MODIFY", "END", name="evaluation_outcome"),
            nullable=False,
        ),
        sa.Column("occurred_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("taking_part", sa.String(), nullable=False),
        sa.Column("citizens_view", sa.String(), nullable=False),
        sa.Column("what_changes", sa.String(), nullable=False),
        sa.Column("externalities", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_evaluation_pact_id_pact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
    )
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_evaluation_occurred_on"), ["occurred_on"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_evaluation_pact_id"), ["pact_id"], unique=False)

    op.create_table(
        "own_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_own_view_author_id_account")
        ),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_own_view_pact_id_pact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_view")),
    )
    with op.batch_alter_table("own_view", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_own_view_pact_id"), ["pact_id"], unique=False)

    op.create_table(
        "problem",
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("where", sa.String(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Boolean(), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_problem_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_problem_author_id_account")
        ),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_problem_pact_id_pact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem")),
    )
    with op.batch_alter_table("problem", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_problem_pact_id"), ["pact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_problem_reported_at"), ["reported_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_problem_state"), ["state"], unique=False)

    op.create_table(
        "rating",
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("public_author", sa.String(), nullable=False),
        sa.Column("awaits_moderation", sa.Boolean(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Boolean(), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name=op.f("ck_rating_one_to_five")),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_rating_author_id_account")
        ),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_rating_pact_id_pact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rating")),
        sa.UniqueConstraint(
            "pact_id", "author_id", "month", name=op.f("uq_rating_pact_id_author_id_month")
        ),
    )
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rating_pact_id"), ["pact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rating_state"), ["state"], unique=False)

    op.create_table(
        "report",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind", sa.Enum("INTERIM", "FINAL", "ADVANCE", name="reportkind"), nullable=False
        ),
        sa.Column("period_from", sa.Date(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("short", sa.Boolean(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("revisions", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_by_id", sa.Integer(), nullable=True),
        sa.Column("examine_by", sa.Date(), nullable=True),
        sa.Column("unreported_on", sa.Date(), nullable=True),
        sa.Column("remarks", sa.String(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("public_content", sa.JSON(), nullable=True),
        sa.Column("public_sha256", sa.String(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Boolean(), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.CheckConstraint("period_from <= period_to", name=op.f("ck_report_period_in_order")),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_report_pact_id_pact")),
        sa.ForeignKeyConstraint(
            ["submitted_by_id"], ["account.id"], name=op.f("fk_report_submitted_by_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("number", name=op.f("uq_report_number")),
        sa.UniqueConstraint(
            "pact_id", "kind", "period_to", name=op.f("uq_report_pact_id_kind_period_to")
        ),
    )
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_due_on"), ["due_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_pact_id"), ["pact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_published_at"), ["published_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_state"), ["state"], unique=False)

    op.create_table(
        "money_grant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Enum("ADVANCE", "SETTLEMENT", name="grantkind"), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("amount", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("granted_on", sa.Date(), nullable=False),
        sa.Column("act", sa.String(), nullable=False),
        sa.Column("account", sa.JSON(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("payment_order", sa.String(), nullable=False),
        sa.Column("accounted_in_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind <> 'ADVANCE' OR amount > 0", name=op.f("ck_money_grant_advance_is_some")
        ),
        sa.ForeignKeyConstraint(
            ["accounted_in_id"], ["report.id"], name=op.f("fk_money_grant_accounted_in_id_report")
        ),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_money_grant_pact_id_pact")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_money_grant_report_id_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_money_grant")),
        sa.UniqueConstraint("report_id", name=op.f("uq_money_grant_report_id")),
    )
    with op.batch_alter_table("money_grant", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_money_grant_accounted_in_id"), ["accounted_in_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_money_grant_pact_id"), ["pact_id"], unique=False)

    op.create_table(
        "question",
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("about", sa.Enum("PACT", "MONEY", "REPORT", name="about"), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("public_author", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("search_text", sa.String(), nullable=False),
        sa.Column("awaits_moderation", sa.Boolean(), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Boolean(), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_question_author_id_account")
        ),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_question_pact_id_pact")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_question_report_id_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_answer_by"), ["answer_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_asked_at"), ["asked_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_asked_on"), ["asked_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_pact_id"), ["pact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_state"), ["state"], unique=False)

    op.create_table(
        "report_cost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("fee_purpose", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=12, scale=2), nullable=False),
        sa.Column("spent_on", sa.Date(), nullable=False),
        sa.Column("paid_by", sa.Enum("ASKED_BACK", "RAISED", "OWN", name="paidby"), nullable=False),
        sa.Column("own_work", sa.Boolean(), nullable=False),
        sa.Column("receipt_id", sa.Integer(), nullable=True),
        sa.Column(
            "verdict", sa.Enum("OPEN", "ADMITTED", "REJECTED", name="costverdict"), nullable=False
        ),
        sa.Column("verdict_reason", sa.String(), nullable=False),
        sa.CheckConstraint("amount > 0", name=op.f("ck_report_cost_something")),
        sa.ForeignKeyConstraint(
            ["receipt_id"], ["attachment.id"], name=op.f("fk_report_cost_receipt_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_cost_report_id_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_cost")),
    )
    with op.batch_alter_table("report_cost", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_cost_report_id"), ["report_id"], unique=False)

    op.create_table(
        "report_figure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("value", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("explanation", sa.String(), nullable=False),
        sa.CheckConstraint("value >= 0", name=op.f("ck_report_figure_not_negative")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_figure_report_id_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_figure")),
        sa.UniqueConstraint("report_id", "code", name=op.f("uq_report_figure_report_id_code")),
    )
    with op.batch_alter_table("report_figure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_figure_code"), ["code"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_figure_report_id"), ["report_id"], unique=False)

    op.create_table(
        "report_photograph",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.Integer(), nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.Column("caption", sa.String(), nullable=False),
        sa.Column("faces", sa.Boolean(), nullable=False),
        sa.Column("consent", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_report_photograph_attachment_id_attachment"),
        ),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_report_photograph_report_id_report")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_photograph")),
    )
    with op.batch_alter_table("report_photograph", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_report_photograph_report_id"), ["report_id"], unique=False
        )


def downgrade() -> None:
    """Go back to the revision before."""
    with op.batch_alter_table("report_photograph", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_photograph_report_id"))

    op.drop_table("report_photograph")
    with op.batch_alter_table("report_figure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_figure_report_id"))
        batch_op.drop_index(batch_op.f("ix_report_figure_code"))

    op.drop_table("report_figure")
    with op.batch_alter_table("report_cost", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_cost_report_id"))

    op.drop_table("report_cost")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_state"))
        batch_op.drop_index(batch_op.f("ix_question_pact_id"))
        batch_op.drop_index(batch_op.f("ix_question_asked_on"))
        batch_op.drop_index(batch_op.f("ix_question_asked_at"))
        batch_op.drop_index(batch_op.f("ix_question_answer_by"))

    op.drop_table("question")
    with op.batch_alter_table("money_grant", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_money_grant_pact_id"))
        batch_op.drop_index(batch_op.f("ix_money_grant_accounted_in_id"))

    op.drop_table("money_grant")
    with op.batch_alter_table("report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_report_state"))
        batch_op.drop_index(batch_op.f("ix_report_published_at"))
        batch_op.drop_index(batch_op.f("ix_report_pact_id"))
        batch_op.drop_index(batch_op.f("ix_report_due_on"))

    op.drop_table("report")
    with op.batch_alter_table("rating", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rating_state"))
        batch_op.drop_index(batch_op.f("ix_rating_pact_id"))

    op.drop_table("rating")
    with op.batch_alter_table("problem", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_problem_state"))
        batch_op.drop_index(batch_op.f("ix_problem_reported_at"))
        batch_op.drop_index(batch_op.f("ix_problem_pact_id"))

    op.drop_table("problem")
    with op.batch_alter_table("own_view", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_own_view_pact_id"))

    op.drop_table("own_view")
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_pact_id"))
        batch_op.drop_index(batch_op.f("ix_evaluation_occurred_on"))

    op.drop_table("evaluation")
    with op.batch_alter_table("yearly_report", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_yearly_report_state"))

    op.drop_table("yearly_report")
