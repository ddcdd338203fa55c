"""Conciliation"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go to this revision."""
    if op.get_context().dialect.name == "postgresql":
        op.execute("ALTER TYPE role ADD VALUE IF NOT EXISTS 'SECRETARY'")
    op.create_table(
        "dispute",
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("pact_id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.Enum("PACT", "DECISION", "DAMAGE", name="matter"), nullable=False),
        sa.Column("asked_by", sa.Enum("CITIZENS", "CITY", "THIRD", name="side"), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=True),
        sa.Column("third_name", sa.String(), nullable=False),
        sa.Column("third_email", sa.String(), nullable=False),
        sa.Column("third_contact", sa.String(), nullable=False),
        sa.Column("third_account_id", sa.Integer(), nullable=True),
        sa.Column("third_left_on", sa.Date(), nullable=True),
        sa.Column("what_happened", sa.String(), nullable=False),
        sa.Column("what_is_asked", sa.String(), nullable=False),
        sa.Column("requested_on", sa.Date(), nullable=False),
        sa.Column("propose_by", sa.Date(), nullable=False),
        sa.Column("convened_on", sa.Date(), nullable=True),
        sa.Column("secretary_id", sa.Integer(), nullable=True),
        sa.Column("proposed_on", sa.Date(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("withheld", sa.Boolean(), nullable=False),
        sa.Column("pack_id", sa.String(), nullable=False),
        sa.Column("pack_version", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_dispute_author_id_account")
        ),
        sa.ForeignKeyConstraint(["pact_id"], ["pact.id"], name=op.f("fk_dispute_pact_id_pact")),
        sa.ForeignKeyConstraint(
            ["secretary_id"], ["account.id"], name=op.f("fk_dispute_secretary_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["third_account_id"], ["account.id"], name=op.f("fk_dispute_third_account_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
        sa.UniqueConstraint("number", name=op.f("uq_dispute_number")),
    )
    with op.batch_alter_table("dispute", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dispute_answer_by"), ["answer_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_dispute_pact_id"), ["pact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dispute_propose_by"), ["propose_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_dispute_state"), ["state"], unique=False)
        batch_op.create_index(batch_op.f("ix_dispute_third_email"), ["third_email"], unique=False)

    op.create_table(
        "dispute_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Enum("CITIZENS", "CITY", "THIRD", name="side"), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_dispute_answer_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_answer_dispute_id_dispute")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_answer")),
        sa.UniqueConstraint("dispute_id", "side", name=op.f("uq_dispute_answer_dispute_id_side")),
    )
    with op.batch_alter_table("dispute_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dispute_answer_dispute_id"), ["dispute_id"], unique=False
        )

    op.create_table(
        "dispute_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("chair", sa.Enum("CITIZENS", "CITY", "JOINT", name="chair"), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=True),
        sa.Column("named_by", sa.Enum("CITIZENS", "CITY", "THIRD", name="side"), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("named_on", sa.Date(), nullable=False),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("seated_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("why_left", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_dispute_member_account_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_member_dispute_id_dispute")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_member")),
        sa.UniqueConstraint(
            "dispute_id",
            "chair",
            "current",
            name=op.f("uq_dispute_member_dispute_id_chair_current"),
        ),
    )
    with op.batch_alter_table("dispute_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dispute_member_account_id"), ["account_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_dispute_member_dispute_id"), ["dispute_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_dispute_member_email"), ["email"], unique=False)

    op.create_table(
        "dispute_message",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("speaks_as", sa.String(), nullable=False),
        sa.Column("to_committee", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["author_id"], ["account.id"], name=op.f("fk_dispute_message_author_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_message_dispute_id_dispute")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_message")),
    )
    with op.batch_alter_table("dispute_message", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dispute_message_dispute_id"), ["dispute_id"], unique=False
        )

    op.create_table(
        "dispute_sitting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("heard", sa.String(), nullable=False),
        sa.Column("minutes", sa.String(), nullable=False),
        sa.Column("minutes_on", sa.Date(), nullable=True),
        sa.Column("attachment_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            name=op.f("fk_dispute_sitting_attachment_id_attachment"),
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_sitting_dispute_id_dispute")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_sitting")),
    )
    with op.batch_alter_table("dispute_sitting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dispute_sitting_dispute_id"), ["dispute_id"], unique=False
        )

    op.create_table(
        "dispute_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("effect", sa.Enum("NOTHING", "AMEND", "END", name="effect"), nullable=False),
        sa.Column("fixed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back", sa.Boolean(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_text_dispute_id_dispute")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_text")),
        sa.UniqueConstraint(
            "dispute_id", "ordinal", name=op.f("uq_dispute_text_dispute_id_ordinal")
        ),
    )
    with op.batch_alter_table("dispute_text", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_dispute_text_dispute_id"), ["dispute_id"], unique=False
        )

    op.create_table(
        "dispute_draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("effect", sa.Enum("NOTHING", "AMEND", "END", name="effect"), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["changed_by_id"],
            ["dispute_member.id"],
            name=op.f("fk_dispute_draft_changed_by_id_dispute_member"),
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_draft_dispute_id_dispute")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_draft")),
        sa.UniqueConstraint("dispute_id", name=op.f("uq_dispute_draft_dispute_id")),
    )
    op.create_table(
        "dispute_vote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("in_favour", sa.Boolean(), nullable=False),
        sa.Column("dissent", sa.String(), nullable=False),
        sa.Column("voted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"],
            ["dispute_member.id"],
            name=op.f("fk_dispute_vote_member_id_dispute_member"),
        ),
        sa.ForeignKeyConstraint(
            ["text_id"], ["dispute_text.id"], name=op.f("fk_dispute_vote_text_id_dispute_text")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute_vote")),
        sa.UniqueConstraint("text_id", "member_id", name=op.f("uq_dispute_vote_text_id_member_id")),
    )
    with op.batch_alter_table("dispute_vote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dispute_vote_text_id"), ["text_id"], unique=False)


def downgrade() -> None:
    """Go back to the revision before."""
    with op.batch_alter_table("dispute_vote", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dispute_vote_text_id"))

    op.drop_table("dispute_vote")
    op.drop_table("dispute_draft")
    with op.batch_alter_table("dispute_text", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dispute_text_dispute_id"))

    op.drop_table("dispute_text")
    with op.batch_alter_table("dispute_sitting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dispute_sitting_dispute_id"))

    op.drop_table("dispute_sitting")
    with op.batch_alter_table("dispute_message", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dispute_message_dispute_id"))

    op.drop_table("dispute_message")
    with op.batch_alter_table("dispute_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dispute_member_email"))
        batch_op.drop_index(batch_op.f("ix_dispute_member_dispute_id"))
        batch_op.drop_index(batch_op.f("ix_dispute_member_account_id"))

    op.drop_table("dispute_member")
    with op.batch_alter_table("dispute_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dispute_answer_dispute_id"))

    op.drop_table("dispute_answer")
    with op.batch_alter_table("dispute", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dispute_third_email"))
        batch_op.drop_index(batch_op.f("ix_dispute_state"))
        batch_op.drop_index(batch_op.f("ix_dispute_propose_by"))
        batch_op.drop_index(batch_op.f("ix_dispute_pact_id"))
        batch_op.drop_index(batch_op.f("ix_dispute_answer_by"))

    op.drop_table("dispute")
