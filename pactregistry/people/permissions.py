"""Who may open which page: the one table of permissions. Art. 4, 10(2), 11.

An endpoint that has no row here answers 404. `VISITOR` in a row means everyone, `CITIZEN` anyone
who is signed in; the other roles are held today. What somebody may do with one file is for its
room.
"""

from collections.abc import Mapping

from pactregistry.workflow.states import Role

STAFF = frozenset(
    {Role.DESK, Role.REVIEWER, Role.DISTRICT, Role.MANAGER, Role.EXECUTIVE, Role.ADMIN}
)

EVERYONE = frozenset({Role.VISITOR})
SIGNED_IN = frozenset({Role.CITIZEN})
ADMIN = frozenset({Role.ADMIN})
DESK = frozenset({Role.DESK})
MANAGER = frozenset({Role.MANAGER})
EXECUTIVE = frozenset({Role.EXECUTIVE})
OFFICE = DESK | MANAGER | EXECUTIVE
REVIEWERS = frozenset({Role.REVIEWER, Role.DISTRICT})
OFFICERS = STAFF - ADMIN
"""The staff who take part in the procedure: an administrator does no legal act."""

PERMISSIONS: Mapping[str, frozenset[Role]] = {
    "static": EVERYONE,
    # people: signing in guards its own steps, some of which serve both sides of the door
    "security.static": EVERYONE,
    "security.register": EVERYONE,
    "security.send_confirmation": EVERYONE,
    "security.confirm_email": EVERYONE,
    "security.login": EVERYONE,
    "security.logout": EVERYONE,
    "security.forgot_password": EVERYONE,
    "security.reset_password": EVERYONE,
    "security.change_password": SIGNED_IN,
    "security.verify": SIGNED_IN,
    "security.tf_select": EVERYONE,
    "security.two_factor_setup": EVERYONE,
    "security.two_factor_setup_validate": SIGNED_IN,
    "security.two_factor_token_validation": EVERYONE,
    "security.two_factor_rescue": EVERYONE,
    "security.mf_recovery": EVERYONE,
    "security.mf_recovery_codes": SIGNED_IN,
    "people.choose_language": EVERYONE,
    "people.me": SIGNED_IN,
    "people.start": SIGNED_IN,
    "people.my_data": SIGNED_IN,
    "people.groups": SIGNED_IN,
    "people.new_group": SIGNED_IN,
    "people.group": SIGNED_IN,
    "people.add_member": SIGNED_IN,
    "people.end_membership": SIGNED_IN,
    "people.answer_membership": SIGNED_IN,
    "people.change_lead": SIGNED_IN,
    "people.mandate_form": SIGNED_IN,
    "people.add_mandate": SIGNED_IN,
    "people.group_paper": SIGNED_IN,
    "people.accept_invitation": EVERYONE,
    "people.staff": ADMIN,
    "people.invite": ADMIN,
    "people.name_substitute": ADMIN,
    "people.end_role": ADMIN,
    "people.take_code_away": ADMIN,
    # proposals: the author, from the first question to the last step
    "proposals.new": EVERYONE,
    "proposals.counter": DESK,
    "proposals.draft": SIGNED_IN,
    "proposals.draft_step": SIGNED_IN,
    "proposals.draft_deletion": SIGNED_IN,
    "proposals.draft_papers": SIGNED_IN,
    "proposals.draft_paper": SIGNED_IN,
    "proposals.draft_paper_removal": SIGNED_IN,
    "proposals.draft_check": SIGNED_IN,
    "proposals.draft_submission": SIGNED_IN,
    "proposals.receipt": SIGNED_IN,
    "proposals.receipt_pdf": SIGNED_IN,
    "proposals.mine": SIGNED_IN,
    "proposals.own": SIGNED_IN,
    "proposals.own_paper": SIGNED_IN,
    "proposals.supplement": SIGNED_IN,
    "proposals.answer": SIGNED_IN,
    "proposals.insist": SIGNED_IN,
    "proposals.withdraw": SIGNED_IN,
    # proposals: the public and its comments
    "proposals.sheet": EVERYONE,
    "proposals.comment": SIGNED_IN,
    "proposals.edit_comment": SIGNED_IN,
    "proposals.report_comment": EVERYONE,
    "proposals.object_to_hiding": SIGNED_IN,
    # proposals: the office, its reviewers, the district presidents
    "proposals.desk": OFFICE,
    "proposals.desk_file": OFFICERS,
    "proposals.desk_attachment": OFFICERS,
    "proposals.opinions_asked": REVIEWERS,
    "proposals.give_opinion": REVIEWERS,
    "proposals.record_opinion": DESK,
    "proposals.remind_opinion": DESK,
    "proposals.ask_opinion": DESK,
    "proposals.open_inquiry": DESK,
    "proposals.request_supplement": DESK,
    "proposals.note_registry_number": DESK,
    "proposals.refer": DESK,
    "proposals.resolve": EXECUTIVE,
    "proposals.redirect_elsewhere": DESK,
    "proposals.warn": MANAGER,
    "proposals.refuse": MANAGER,
    "proposals.correct": MANAGER,
    "proposals.reopen": MANAGER,
    "proposals.withhold": DESK | MANAGER,
    "proposals.restore": MANAGER,
    "proposals.record_comment": DESK,
    "proposals.answer_comment": DESK,
    "proposals.hide_comment": DESK,
    "proposals.show_comment": DESK,
    # imported files
    "imports.waiting": DESK,
    "imports.confirm": DESK,
    "imports.paper": SIGNED_IN,
    # pacts: who sits at the table of one pact is for the room
    "pacts.show": EVERYONE,
    "pacts.public_file": EVERYONE,
    "pacts.annex": EVERYONE,
    "pacts.codesign": SIGNED_IN,
    "pacts.section": SIGNED_IN,
    "pacts.whole_text": SIGNED_IN,
    "pacts.agree": SIGNED_IN,
    "pacts.remark": SIGNED_IN,
    "pacts.settle": SIGNED_IN,
    "pacts.terms": SIGNED_IN,
    "pacts.supports": SIGNED_IN,
    "pacts.annexes": SIGNED_IN,
    "pacts.remove_annex": SIGNED_IN,
    "pacts.original": SIGNED_IN,
    "pacts.draft": SIGNED_IN,
    "pacts.signed_file": SIGNED_IN,
    "pacts.duties": SIGNED_IN,
    "pacts.confirm_duties": SIGNED_IN,
    "pacts.sign": SIGNED_IN,
    "pacts.rework": SIGNED_IN,
    "pacts.abandon": SIGNED_IN,
    "pacts.accept": DESK,
    "pacts.premises": DESK,
    "pacts.signatories": DESK,
    "pacts.city_signatory": DESK,
    "pacts.remove_signatory": DESK,
    "pacts.influences": DESK,
    "pacts.remove_influence": DESK,
    "pacts.freeze": DESK,
    "pacts.sign_on_paper": DESK,
    "pacts.withhold": frozenset({Role.DESK, Role.MANAGER}),
    "pacts.restore": frozenset({Role.MANAGER}),
    "pacts.correct": frozenset({Role.MANAGER}),
    # demo: answers only where the demo city stands
    "demo.mail": EVERYONE,
    # civicnetwork
    "civicnetwork.home": EVERYONE,
    "civicnetwork.pacts": EVERYONE,
    "civicnetwork.proposals": EVERYONE,
    "civicnetwork.regulation": EVERYONE,
    "civicnetwork.article": EVERYONE,
    "civicnetwork.feed_atom": EVERYONE,
    "civicnetwork.feed_json": EVERYONE,
    "civicnetwork.data": EVERYONE,
    "civicnetwork.download": EVERYONE,
    "civicnetwork.pact_json": EVERYONE,
    "civicnetwork.proposal_json": EVERYONE,
    "civicnetwork.healthz": EVERYONE,
    "api.Pacts": EVERYONE,
    "api.OnePact": EVERYONE,
    "api.Proposals": EVERYONE,
    "api.OneProposal": EVERYONE,
    "api-docs.openapi_json": EVERYONE,
}
