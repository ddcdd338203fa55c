"""One's own proposals: drafts, files, what is awaited from whom. Art. 3(1)b, 10(2), 11."""

from flask import Response, render_template

from pactregistry.commons.inventory.queries import proposed_by
from pactregistry.documents.views import send
from pactregistry.journal import histories, history
from pactregistry.people.current import signed_in
from pactregistry.proposals import drafts, papers
from pactregistry.proposals.access import author_or_member_here, reader_here
from pactregistry.proposals.actions_author import facts_for
from pactregistry.proposals.blueprint import proposals
from pactregistry.proposals.call_answered import is_sealed
from pactregistry.proposals.competing.public_view import rivalry
from pactregistry.proposals.competing.reading import asked_of
from pactregistry.proposals.competing.turns import turns
from pactregistry.proposals.entries import obstacles_notice, supplement_request
from pactregistry.proposals.lawful_steps import page_of
from pactregistry.proposals.reading import received
from pactregistry.proposals.sheet import clock_of
from pactregistry.proposals.sheet_text import sheet_text
from pactregistry.proposals.waiting import awaited
from pactregistry.workflow.lifecycle import PROPOSAL
from pactregistry.workflow.states import ProposalState, Role

# The steps of the author, the answer that is awaited first.
STEPS = ("supplement", "answer", "insist", "choose_pack", "go_on_alone", "withdraw")


@proposals.get("/me/proposals")
def mine() -> str:
    """My drafts and files, and what is awaited from me."""
    account = signed_in()
    files = drafts.own_files(account.id)
    told = histories(PROPOSAL.name, [file.id for file in files])
    rivals = turns(files)
    lines = [(file, awaited(file, told[file.id], rivals)) for file in files]
    return render_template(
        "proposals/draft/mine.html",
        drafts=drafts.own_drafts(account.id),
        places=proposed_by(account.id),
        my_turn=[line for line in lines if line[1] and line[1].role is Role.CITIZEN],
        others=[line for line in lines if not line[1] or line[1].role is not Role.CITIZEN],
    )


@proposals.get("/me/proposals/<number>")
def own(number: str) -> str:
    """The author's own file: where it stands, whose turn it is, what one may do."""
    proposal = received(number)
    actor = author_or_member_here(proposal)
    entries = history(PROPOSAL.name, proposal.id)
    state = ProposalState(proposal.state)
    facts = facts_for(proposal, entries, actor)
    may = {row.step for row in PROPOSAL.open_to(state, actor.role)}
    return render_template(
        "proposals/draft/own.html",
        proposal=proposal,
        entries=[entry for entry in entries if entry.step != "draft"],
        turn=awaited(proposal, entries),
        clock=clock_of(proposal, entries),
        asked=supplement_request(entries) if state is ProposalState.INCOMPLETE else None,
        notice=obstacles_notice(entries) if state is ProposalState.WARNED else None,
        acts=[
            (step, page_of(step, number), PROPOSAL.obstacles(step, state, actor.role, facts))
            for step in STEPS
            if step in may
            and (step != "choose_pack" or facts.pack_offered)
            and (step != "go_on_alone" or facts.call_is_over)
        ],
        text=sheet_text(proposal),
        papers=[(p, papers.label_of(proposal, p.label)) for p in papers.given(proposal)],
        later=papers.asked_later(proposal),
        counter=actor.role is Role.DESK,
        rivals=rivalry(proposal),
        joint=asked_of(proposal),
        sealed=is_sealed(proposal),
    )


@proposals.get("/me/proposals/<number>/papers/<int:paper_id>")
def own_paper(number: str, paper_id: int) -> Response:
    """Fetch a paper of a file: for its author and the offices that read it."""
    proposal = received(number)
    reader_here(proposal)
    return send(drafts.paper_of(proposal, paper_id))
