"""What a member of a committee did, among the own data: seats, votes, the draft. Art. 33(1).

Votes and drafts hang on a seat, and a seat may be offered to an address before there is an account.
Who is put forward for the joint one is asked once the other side agreed, and reads of it only then.
"""

from sqlalchemy import and_, func, or_, select

from pactregistry.conciliation.models import Dispute, DisputeText, Draft, Member, MemberVote
from pactregistry.people.models import Account
from pactregistry.people.own_data import Collected, rows_of
from pactregistry.workflow.states_disputes import Chair


def of_committees(account: Account) -> Collected:
    """The seats offered to a person, the votes with their texts, the draft if its own."""
    by_account = Member.account_id == account.id
    by_address = and_(Member.account_id.is_(None), Member.email == func.lower(account.email))
    own = select(Member.id).where(or_(by_account, by_address))
    number = Dispute.number.label("dispute")
    votes = (
        select(number, DisputeText.text, DisputeText.effect, MemberVote.__table__)
        .join(DisputeText, DisputeText.id == MemberVote.text_id)
        .join(Dispute, Dispute.id == DisputeText.dispute_id)
        .where(MemberVote.member_id.in_(own))
    )
    drafts = (
        select(number, Draft.text, Draft.effect)
        .join(Dispute, Dispute.id == Draft.dispute_id)
        .where(Draft.changed_by_id.in_(own))
    )
    offered = or_(Member.chair != Chair.JOINT, Member.agreed_on.is_not(None))
    seats = select(Member.__table__).where(offered)
    return {
        "dispute_member": {
            "by_account_id": rows_of(seats.where(by_account)),
            "by_email": rows_of(seats.where(by_address)),
        },
        "dispute_vote": {"by_member_id": rows_of(votes)},
        "dispute_draft": {"by_changed_by_id": rows_of(drafts)},
    }
