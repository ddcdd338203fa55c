"""The words of the steps of an attempt at conciliation and after it. Art. 33. See `words`."""

from pactregistry.workflow.engine import N_

STEPS_OF_A_DISPUTE = {
    "dispute.request": (N_("Ask for conciliation"), N_("Conciliation was asked for")),
    "dispute.designate": (N_("Name a member"), N_("A member was named for the committee")),
    "dispute.agree_on_third": (
        N_("Agree to the third member"),
        N_("Both sides agreed on the third member"),
    ),
    "dispute.object_to_third": (
        N_("Object to the third member"),
        N_("The other side objected to the third member"),
    ),
    "dispute.take_seat": (N_("Take the seat"), N_("A member said yes")),
    "dispute.leave_seat": (N_("Leave the seat"), N_("A member left the seat")),
    "dispute.replace_member": (N_("Replace the member"), N_("A member is replaced")),
    "dispute.convene": (N_("Convene the committee"), N_("The committee was convened")),
    "dispute.close_unformed": (
        N_("Close without a committee"),
        N_("The conciliation ended: its committee was never complete within the term"),
    ),
    "dispute.call_sitting": (N_("Call a sitting"), N_("A sitting was called")),
    "dispute.record_minutes": (
        N_("Write the minutes"),
        N_("The minutes of a sitting were written"),
    ),
    "dispute.put_to_vote": (N_("Put the text to the vote"), N_("A text was put to the vote")),
    "dispute.take_back": (
        N_("Take the text back"),
        N_("The text was taken back to be written anew"),
    ),
    "dispute.vote": (N_("Vote"), N_("A member voted")),
    "dispute.propose": (N_("Make the proposal"), N_("The committee made its proposal")),
    "dispute.close_without_proposal": (
        N_("End without a proposal"),
        N_("The conciliation ended: the committee made no proposal"),
    ),
    "dispute.accept": (
        N_("Accept the committee's proposal"),
        N_("A party accepted the proposal"),
    ),
    "dispute.decline": (
        N_("Decline the committee's proposal"),
        N_("A party declined the proposal"),
    ),
    "dispute.settle": (
        N_("Record the settlement"),
        N_("All parties accepted: the dispute is settled"),
    ),
    "dispute.close_unsettled": (
        N_("Close without a settlement"),
        N_("The conciliation ended without a settlement"),
    ),
    "dispute.leave": (N_("Leave the conciliation"), N_("The third party left")),
    "dispute.withdraw": (
        N_("Withdraw the request"),
        N_("The request for conciliation was withdrawn"),
    ),
    "open_by_settlement": (
        N_("Open what was settled"),
        N_("A version was opened to write what was settled"),
    ),
    "amend_by_settlement": (
        N_("Open what was settled"),
        N_("The change on which a dispute was settled was opened"),
    ),
    "agree_to_end": (
        N_("Agree on the end"),
        N_("By the settlement of a dispute, all parties want the pact to end"),
    ),
    "end_as_agreed": (
        N_("End the pact as agreed"),
        N_("The pact ended by agreement, with the settlement of a dispute"),
    ),
}
