"""The words for what the lifecycle names: states, roles, steps as buttons and as history.

States are adjectives, steps verbs, journal entries past tense. Marked for translation, shown by
the template filters of `languages`.
"""

from pactregistry.workflow.engine import N_

STATES = {
    "draft": N_("draft"),
    "submitted": N_("submitted"),
    "incomplete": N_("waiting for papers"),
    "inquiry": N_("in inquiry"),
    "competing": N_("competing with another proposal"),
    "before_executive": N_("before the City executive"),
    "warned": N_("obstacles announced, answer awaited"),
    "accepted": N_("accepted"),
    "refused": N_("refused with reasons"),
    "redirected": N_("redirected to another instrument"),
    "not_chosen": N_("not chosen"),
    "superseded": N_("merged into another proposal"),
    "withdrawn": N_("withdrawn"),
    "lapsed": N_("lapsed"),
    "unknown": N_("state unknown (imported)"),
    "codesign": N_("in co-design"),
    "ready": N_("ready to sign"),
    "signed": N_("signed"),
    "abandoned": N_("abandoned"),
    "forming": N_("being written"),
    "active": N_("active"),
    "suspended": N_("suspended"),
    "ended": N_("ended"),
    "due": N_("due"),
    "drafted": N_("drafted"),
    "unexamined": N_("published, not yet examined"),
}

ROLES = {
    "visitor": N_("anyone"),
    "citizen": N_("citizen"),
    "lead": N_("group representative"),
    "desk": N_("collaboration office"),
    "reviewer": N_("reviewing office"),
    "district": N_("district president"),
    "manager": N_("managing officer"),
    "executive": N_("secretary of the City executive"),
    "conciliator": N_("conciliator"),
    "admin": N_("administrator"),
    "clock": N_("by itself, on its day"),
}

# As a button reads, and as the history tells it.
STEPS = {
    "draft": (N_("Begin a proposal"), N_("The proposal was begun")),
    "import": (N_("Import"), N_("The file was imported from an older register")),
    "confirm_import": (N_("Confirm the imported file"), N_("The imported file was confirmed")),
    "submit": (N_("Send"), N_("It was sent and received")),
    "request_supplement": (N_("Ask for missing papers"), N_("Missing papers were asked for")),
    "supplement": (N_("Send the missing papers"), N_("The missing papers were sent")),
    "lapse": (N_("Let lapse"), N_("The proposal lapsed: the papers did not come in time")),
    "redirect": (
        N_("Redirect to another instrument"),
        N_("The proposal was redirected to another instrument"),
    ),
    "insist": (
        N_("Ask for a decision on the merits"),
        N_("The author asked for a decision on the merits"),
    ),
    "open_inquiry": (
        N_("Open the inquiry"),
        N_("The inquiry was opened and the proposal published for comment"),
    ),
    "declare_competing": (
        N_("Declare competing proposals"),
        N_("Proposals on the same commons were declared competing"),
    ),
    "integrate": (N_("Join the proposals"), N_("The competing proposals were joined")),
    "record_choice": (
        N_("Record the participatory choice"),
        N_("The participatory choice was recorded"),
    ),
    "release": (N_("Release"), N_("The competing proposal ended and this one goes on")),
    "award": (N_("Award"), N_("The call was awarded")),
    "refer": (
        N_("Refer to the City executive"),
        N_("The proposal was referred to the City executive"),
    ),
    "resolve": (N_("Record the resolution"), N_("The City executive resolved")),
    "warn": (N_("Announce obstacles"), N_("Obstacles were announced to the author")),
    "answer": (N_("Answer"), N_("The author answered")),
    "refuse": (N_("Refuse with reasons"), N_("The proposal was refused with reasons")),
    "accept": (N_("Accept"), N_("It was accepted")),
    "withdraw": (N_("Withdraw"), N_("The author withdrew the proposal")),
    "reopen": (N_("Reopen"), N_("The file was reopened")),
    "correct": (N_("Correct a mistake"), N_("A mistake was corrected")),
    "withhold": (N_("Withhold from the public"), N_("The file was withheld from the public")),
    "restore": (N_("Show to the public again"), N_("The file was shown to the public again")),
    "change_lead": (N_("Change the representative"), N_("The representative changed")),
    "open": (N_("Open a version"), N_("A version of the text was opened")),
    "revise": (N_("Save the text"), N_("The text was revised")),
    "freeze": (N_("Freeze the text for signature"), N_("The text was frozen for signature")),
    "rework": (N_("Take the text back to co-design"), N_("The text went back to co-design")),
    "sign": (N_("Sign"), N_("A signature was given")),
    "abandon": (N_("Give up the text"), N_("The text was given up")),
    "form": (N_("Form the pact"), N_("The co-design of the pact began")),
    "conclude": (N_("Conclude the pact"), N_("The pact was signed by all and published")),
    "fall_through": (N_("Give up the pact"), N_("The pact was given up before signature")),
    "start": (N_("Start"), N_("The pact became active")),
    "suspend": (N_("Suspend"), N_("The pact was suspended")),
    "resume": (N_("Resume"), N_("The pact was resumed")),
    "amend": (N_("Amend"), N_("An amendment was opened")),
    "conclude_amendment": (
        N_("Conclude the amendment"),
        N_("The amendment was signed and published"),
    ),
    "extend": (N_("Extend"), N_("The pact was extended")),
    "request_join": (N_("Ask to join"), N_("Someone asked to join")),
    "admit": (N_("Admit"), N_("Someone joined the pact")),
    "decline_joining": (
        N_("Decline with reasons"),
        N_("A request to join was declined with reasons"),
    ),
    "leave": (N_("Leave"), N_("Someone left the pact")),
    "exclude": (N_("Exclude with reasons"), N_("Someone was excluded with reasons")),
    "withdraw_from": (N_("Withdraw from the pact"), N_("The citizens gave notice of withdrawal")),
    "end_by_notice": (N_("End by notice"), N_("The pact ended by the citizens' notice")),
    "terminate": (
        N_("End in the public interest"),
        N_("The City ended the pact in the public interest"),
    ),
    "warn_breach": (N_("Announce a breach"), N_("A breach was announced")),
    "answer_breach": (N_("Answer"), N_("The citizens answered")),
    "revoke": (N_("Revoke"), N_("The pact was revoked")),
    "reinstate": (N_("Reinstate"), N_("The pact was reinstated")),
    "expire": (N_("Expire"), N_("The pact ended on its last day")),
    "evaluate": (N_("Evaluate"), N_("The pact was evaluated")),
    "close_unreported": (N_("Close without a report"), N_("The file was closed without a report")),
    "renew": (N_("Renew"), N_("The pact was renewed")),
    "schedule": (N_("Schedule"), N_("A report was scheduled")),
    "return": (N_("Return with remarks"), N_("The report was returned with remarks")),
    "publish_unexamined": (
        N_("Publish unexamined"),
        N_("The report was published before the City examined it"),
    ),
}

PROPOSER_KINDS = {
    "person": N_("a person"),
    "informal_group": N_("an informal group"),
    "association": N_("an association"),
    "school": N_("a school"),
    "business": N_("a business"),
    "unknown": N_("kind not known (imported)"),
}

COMMONS_KINDS = {
    "public_space": N_("a public space"),
    "private_space": N_("a private space for public use"),
    "building": N_("a building"),
    "intangible": N_("an intangible good"),
    "digital": N_("a digital good"),
}

VERDICTS = {
    "favourable": N_("favourable"),
    "conditions": N_("favourable with conditions"),
    "unfavourable": N_("unfavourable"),
    "not_competent": N_("not competent"),
}

SIGNATURE_KINDS = {
    "here": N_("signed here, signed in"),
    "upload": N_("file signed elsewhere and uploaded"),
    "paper": N_("on paper, scan attested by the office"),
}
