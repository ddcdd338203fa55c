"""The lifecycle of the regulation as data: one row a lawful step. Start reading here. Art. 1-36.

Read a row as: step, from, to, by whom, under which articles; `binds` are hard stops, `warns` let the
person go on (Art. 34); then what it does to the file's clock, what it publishes, whether it withholds.
The guards are explained in `guards`. An opinion, a comment, a signature or an evaluation is a dated
record beside the file, not a state of it: the guards read them. A source of None: the file begins.
"""

from typing import Final

from pactregistry.workflow.citations import cite
from pactregistry.workflow.engine import SAME, ClockEffect, Machine, Row
from pactregistry.workflow.facts import (
    ActivityFacts,
    CallFacts,
    ChoiceFacts,
    CommonsFacts,
    LoanFacts,
    ModuleFacts,
    PactFacts,
    ProposalFacts,
    VersionFacts,
)
from pactregistry.workflow.facts_disputes import DisputeFacts
from pactregistry.workflow.facts_reports import QuestionFacts, ReportFacts, YearlyFacts
from pactregistry.workflow.facts_supports import BookingFacts, SessionFacts
from pactregistry.workflow.guards import activity as a
from pactregistry.workflow.guards import calls as d
from pactregistry.workflow.guards import choice as h
from pactregistry.workflow.guards import commons as c
from pactregistry.workflow.guards import conditions as n
from pactregistry.workflow.guards import dispute as f
from pactregistry.workflow.guards import general as g
from pactregistry.workflow.guards import granted as u
from pactregistry.workflow.guards import kind as t
from pactregistry.workflow.guards import life as e
from pactregistry.workflow.guards import money as m
from pactregistry.workflow.guards import oversight as o
from pactregistry.workflow.guards import pact as k
from pactregistry.workflow.guards import proposal as p
from pactregistry.workflow.guards import report as r
from pactregistry.workflow.guards import settlement as w
from pactregistry.workflow.guards import supports as s
from pactregistry.workflow.guards import version as v
from pactregistry.workflow.states import ActivityState as A
from pactregistry.workflow.states import BookingState as O
from pactregistry.workflow.states import CallState as C
from pactregistry.workflow.states import ChoiceState as H
from pactregistry.workflow.states import CommonsState as B
from pactregistry.workflow.states import LoanState as L
from pactregistry.workflow.states import ModuleState as M
from pactregistry.workflow.states import PactState as K
from pactregistry.workflow.states import ProposalState as P
from pactregistry.workflow.states import ReportState as R
from pactregistry.workflow.states import Role
from pactregistry.workflow.states import SessionState as T
from pactregistry.workflow.states import VersionState as V
from pactregistry.workflow.states_disputes import DisputeState as X
from pactregistry.workflow.states_reports import ProblemState as I
from pactregistry.workflow.states_reports import QuestionState as Q
from pactregistry.workflow.states_reports import RatingState as G
from pactregistry.workflow.states_reports import YearlyState as Y

STARTS, STOPS, RESUMES, ENDS = ClockEffect
CITIZEN, LEAD, DESK, MANAGER = Role.CITIZEN, Role.LEAD, Role.DESK, Role.MANAGER
EXECUTIVE, SECRETARY, CONCILIATOR = Role.EXECUTIVE, Role.SECRETARY, Role.CONCILIATOR
CLOCK = Role.CLOCK
# The desk types for a person at the counter; the author is the citizen.
AUTHOR = (CITIZEN, LEAD, DESK)
CITIZENS = (CITIZEN, LEAD)
# In a dispute the City speaks by its managing officer; who wrote on paper, by the desk.
PARTIES = (CITIZEN, LEAD, MANAGER, DESK)
BOTH_SIDES = (CITIZEN, LEAD, DESK)  # a person who proposes alone speaks for the citizens' side

OPEN: Final = (P.SUBMITTED, P.INCOMPLETE, P.INQUIRY, P.COMPETING, P.BEFORE_EXECUTIVE, P.WARNED)
CLOSED: Final = (
    P.ACCEPTED,
    P.REFUSED,
    P.REDIRECTED,
    P.NOT_CHOSEN,
    P.SUPERSEDED,
    P.WITHDRAWN,
    P.LAPSED,
)
# A file reopened while papers were awaited waits for them again.
REOPENED: Final = {state: STOPS if state is P.INCOMPLETE else RESUMES for state in OPEN}
PUBLIC: Final = (*OPEN, *CLOSED, P.UNKNOWN)
IN_FORCE: Final = (K.SIGNED, K.ACTIVE, K.SUSPENDED)
PUBLISHED: Final = (*IN_FORCE, K.ENDED, K.UNKNOWN)

_P = Row[P, ProposalFacts]
_V = Row[V, VersionFacts]
_K = Row[K, PactFacts]
_R = Row[R, ReportFacts]
_B = Row[B, CommonsFacts]
_C = Row[C, CallFacts]
_M = Row[M, ModuleFacts]
_A = Row[A, ActivityFacts]
_H = Row[H, ChoiceFacts]
_L = Row[L, LoanFacts]
_O = Row[O, BookingFacts]
_T = Row[T, SessionFacts]
_Q = Row[Q, QuestionFacts]
_I = Row[I, QuestionFacts]
_G = Row[G, QuestionFacts]
_Y = Row[Y, YearlyFacts]
_X = Row[X, DisputeFacts]

# One row reads as one row of a table, so the formatter stays out.
# fmt: off

# A proposal, tracks a (answers a call) and c (spontaneous). Art. 2(1)d, 4, 10, 11.
PROPOSAL = Machine("proposal", P, [
    _P("draft", (None,), P.DRAFT, AUTHOR, cite("4(1)", "11(1)c")),
    _P("import", (None,), PUBLIC, (DESK,), cite("36(1)")),
    _P("submit", (P.DRAFT,), P.SUBMITTED, AUTHOR, cite("11(1)", "3(1)b"),
       binds=(d.CALL_HAS_BEGUN, p.CALL_TAKES_ENTRIES), warns=(p.COMPLETE,), clock=STARTS, publishes="received"),
    _P("request_supplement", (P.SUBMITTED, P.INQUIRY), P.INCOMPLETE, (DESK,), cite("11(4)", "3(1)f"),
       binds=(p.ITEMS_LISTED,), clock=STOPS),
    _P("supplement", (P.INCOMPLETE,), (P.SUBMITTED, P.INQUIRY), AUTHOR, cite("11(4)"), clock=RESUMES),
    _P("lapse", (P.INCOMPLETE,), P.LAPSED, (CLOCK,), cite("pack:supplement"),
       binds=(p.TERM_OVER,), clock=ENDS, publishes="lapsed"),
    _P("redirect", (P.SUBMITTED, P.INQUIRY), P.REDIRECTED, (DESK,), cite("1(2)", "1(4)"),
       binds=(g.REASONED, p.INSTRUMENT_NAMED), clock=ENDS, publishes="redirected"),
    _P("insist", (P.REDIRECTED, P.LAPSED), P.INQUIRY, AUTHOR, cite("3(1)b", "34"),
       warns=(p.WITHIN_TERM,), clock=RESUMES),
    _P("open_inquiry", (P.SUBMITTED,), P.INQUIRY, (DESK,), cite("11(4)", "11(5)", "11(6)"),
       binds=(p.PREVIEWED, t.KIND_NAMED, d.CALL_CLOSED), warns=(p.TERM_ANNOUNCED, p.OFFICES_NAMED), publishes="opened_for_comment"),
    _P("declare_competing", (P.INQUIRY,), P.COMPETING, (DESK,), cite("10(7)"),
       binds=(p.NO_CHOICE_RUNNING, p.FOUR_EYES), publishes="competing"),
    _P("integrate", (P.COMPETING,), (P.INQUIRY, P.SUPERSEDED), (DESK,), cite("10(7)"),
       binds=(p.ALL_CONSENT, p.NO_CHOICE_RUNNING), clock={P.SUPERSEDED: ENDS}, publishes="integrated"),
    _P("record_choice", (P.COMPETING,), (P.INQUIRY, P.NOT_CHOSEN), (DESK,), cite("10(7)"),
       binds=(p.CHOICE_RECORDED, p.CHOICE_DECIDED, p.FOUR_EYES), clock={P.NOT_CHOSEN: ENDS}, publishes="choice_result"),
    _P("release", (P.COMPETING,), P.INQUIRY, (DESK,), cite("10(7)"), binds=(p.RIVAL_ENDED,)),
    # Taken with the decision on the call, in one act.
    _P("award", (P.INQUIRY,), (P.INQUIRY, P.NOT_CHOSEN), (MANAGER,), cite("11(2)"),
       binds=(p.AWARD_PUBLISHED,), clock={P.NOT_CHOSEN: ENDS}, publishes="awarded"),
    _P("refer", (P.INQUIRY,), P.BEFORE_EXECUTIVE, (DESK,), cite("11(9)"),
       warns=(p.CHANGE_IS_SUBSTANTIAL,)),
    _P("resolve", (P.BEFORE_EXECUTIVE,), (P.INQUIRY, P.REFUSED), (EXECUTIVE,), cite("11(9)", "11(8)"),
       binds=(p.RESOLUTION_RECORDED, p.REFUSAL_REASONED, p.FOUR_EYES), clock={P.REFUSED: ENDS}, publishes="resolved"),
    _P("warn", (P.INQUIRY, P.COMPETING), P.WARNED, (MANAGER,), cite("law:obstacles_notice"),
       binds=(g.REASONED, p.FOUR_EYES)),
    _P("answer", (P.WARNED,), P.INQUIRY, AUTHOR, cite("law:obstacles_notice")),
    _P("refuse", (P.INQUIRY, P.COMPETING, P.WARNED), P.REFUSED, (MANAGER,), cite("11(8)"),
       binds=(g.REASONED, p.FOUR_EYES), warns=(p.OBSTACLES_ANNOUNCED, p.OBSTACLES_ANSWERED),
       clock=ENDS, publishes="refused"),
    _P("accept", (P.INQUIRY,), P.ACCEPTED, (DESK,), cite("11(7)", "10(7)"),
       binds=(p.RIVAL_ENDED, d.CALL_DECIDED, p.WINDOW_CLOSED, p.FOUR_EYES),
       warns=(p.OPINIONS_GIVEN, p.COMMENTS_ANSWERED, p.OTHERS_COMPARED, t.OPPOSITIONS_ANSWERED, t.KIND_APPROVED_AT_ACCEPTANCE),
       clock=ENDS, publishes="accepted"),
    # The call was withdrawn, or had closed before the draft was sent.
    _P("go_on_alone", (P.DRAFT, *OPEN), SAME, AUTHOR, cite("11(1)c", "34"), binds=(d.CALL_IS_OVER,)),
    _P("withdraw", OPEN, P.WITHDRAWN, AUTHOR, cite("3(1)i"), clock=ENDS, publishes="withdrawn"),
    _P("reopen", CLOSED, OPEN, (MANAGER,), cite("3(1)b", "34"),
       binds=(g.EXPLAINED,), clock=REOPENED, publishes="reopened"),
    _P("abstain", OPEN, SAME, (DESK, MANAGER, EXECUTIVE), cite("law:conflict_of_interest"),
       binds=(g.EXPLAINED,)),
    _P("correct", PUBLIC, SAME, (MANAGER,), cite("3(1)b"), binds=(g.EXPLAINED,), publishes="corrected"),
    _P("withhold", PUBLIC, SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _P("restore", PUBLIC, SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
    # The entry of the list that a file is about: rivals and pacts of one place are found by it.
    _P("locate", OPEN, SAME, (DESK,), cite("10(6)", "10(7)")),
    _P("change_lead", (P.DRAFT, *PUBLIC), SAME, (LEAD, DESK), cite("4(3)"), binds=(g.MEMBERS_CONFIRMED,)),
    _P("change_pack", OPEN, SAME, (CLOCK,), cite("36(1)"), binds=(t.PACK_OFFERED,)),
    _P("choose_pack", OPEN, SAME, AUTHOR, cite("36(1)", "34(1)"), binds=(t.PACK_OFFERED,)),
    _P("confirm_import", PUBLIC, PUBLIC, (DESK,), cite("36(1)", "3(1)b"),
       binds=(g.IMPORT_PENDING,), publishes="imported"),
], final=(P.UNKNOWN,))

# One version of a pact's text. Art. 5, 11(10), 13-17, 24, 31-32.
VERSION = Machine("version", V, [
    _V("open", (None,), V.CODESIGN, (CITIZEN, LEAD, DESK, MANAGER), cite("5(1)", "5(2)m")),
    _V("open_by_settlement", (None,), V.CODESIGN, (CLOCK,), cite("33(2)", "5(2)m")),
    _V("revise", (V.CODESIGN,), SAME, BOTH_SIDES, cite("5(2)")),
    _V("freeze", (V.CODESIGN,), V.READY, (DESK,), cite("5(2)", "31(3)", "17(3)", "24(4)"),
       binds=(v.CEILING_STATED, n.PREEMPTION_OPEN, t.KIND_STATED),
       warns=(v.NOTHING_EMPTY, v.BOTH_AGREE, v.SUPERVISOR_NAMED, v.DURATION_GROUNDED, v.LAST_DAY_AHEAD,
              n.COLLECTIVE_USE_KEPT, n.PURPOSE_BOUND, n.ADDITIONS_KEPT, n.EXECUTOR_CHOSEN, n.NO_EXCLUSIVE_RIGHT,
              n.RISKS_TOLD, n.INSURANCE_SETTLED, s.FUNDRAISING_OCCASIONAL, s.IN_KIND_CONSIDERED,
              s.DESIGN_HELP_GROUNDED, s.TRAINING_BEFORE_RISK)),
    _V("rework", (V.READY,), V.CODESIGN, BOTH_SIDES, cite("5(2)m"), binds=(g.EXPLAINED,)),
    _V("sign", (V.READY,), (V.READY, V.SIGNED), (CITIZEN, LEAD, MANAGER), cite("4(3)", "11(10)"),
       binds=(v.DIGEST_MATCHES, v.MANDATE_GIVEN, v.PAPERS_GIVEN, v.OWNER_CONSENTS, v.EXECUTIVE_RESOLVED, t.KIND_APPROVED,
              v.SIGNER_DID_NOT_PROPOSE, v.CITIZENS_FIRST, v.KIND_COUNTS),
       warns=(v.DUTIES_READ, v.ONEROUS_APPROVED, v.LAST_DAY_AHEAD)),
    _V("abandon", (V.CODESIGN, V.READY), V.ABANDONED, (CITIZEN, LEAD, MANAGER), cite("3(1)i"),
       binds=(g.EXPLAINED,)),
    _V("fall_away", (V.CODESIGN, V.READY), V.ABANDONED, (CLOCK,), cite("5(2)b", "5(2)m"),
       binds=(v.PACT_ENDED,)),
], final=(V.SIGNED, V.ABANDONED))

# A pact. Art. 5, 11(10), 11(11), 13-17, 30(8).
PACT = Machine("pact", K, [
    _K("form", (None,), K.FORMING, BOTH_SIDES, cite("11(7)", "5(1)")),
    _K("import", (None,), PUBLISHED, (DESK,), cite("36(1)")),
    _K("confirm_import", PUBLISHED, PUBLISHED, (DESK,), cite("36(1)", "3(1)b"),
       binds=(g.IMPORT_PENDING,)),
    _K("conclude", (K.FORMING,), K.SIGNED, (MANAGER,), cite("11(10)", "11(11)"),
       binds=(k.VALIDLY_SIGNED, k.PUBLISHABLE), publishes="pact_signed"),
    _K("fall_through", (K.FORMING,), K.ENDED, (CITIZEN, LEAD, MANAGER), cite("3(1)i"),
       binds=(g.EXPLAINED,), publishes="pact_abandoned"),
    _K("start", (K.SIGNED,), K.ACTIVE, (CLOCK,), cite("5(2)b", "15(6)"),
       binds=(k.DAY_REACHED, e.TERM_AHEAD, k.HERITAGE_APPROVED)),
    _K("announce_suspension", (K.ACTIVE,), SAME, (MANAGER,), cite("5(2)b"),
       binds=(g.EXPLAINED, e.FOUR_EYES), warns=(k.CAUSE_LISTED,)),
    _K("call_off_suspension", (K.ACTIVE,), SAME, (MANAGER,), cite("5(2)b", "34"),
       binds=(e.SUSPENSION_ANNOUNCED, e.FOUR_EYES)),
    _K("begin_suspension", (K.ACTIVE,), K.SUSPENDED, (CLOCK,), cite("5(2)b"),
       binds=(k.DAY_REACHED,), publishes="pact_suspended"),
    # At once, in urgency; what the desk suspends the manager confirms.
    _K("confirm_risks", (K.FORMING, *IN_FORCE), SAME, (CITIZEN, LEAD, DESK), cite("31(1)", "31(2)"),
       binds=(k.SHEET_THERE,)),
    _K("abstain", (K.FORMING, *IN_FORCE), SAME, (DESK, MANAGER), cite("law:conflict_of_interest"),
       binds=(g.EXPLAINED,)),
    _K("ask_heritage", (K.FORMING, K.SIGNED), SAME, (DESK,), cite("15(6)")),
    _K("record_heritage", (K.FORMING, K.SIGNED, K.ACTIVE, K.SUSPENDED), SAME, (DESK,), cite("15(6)"),
       binds=(k.ACT_NAMED,)),
    _K("record_owner", (K.FORMING, *IN_FORCE), SAME, (DESK,), cite("14(1)", "16(4)"), binds=(g.EXPLAINED,)),
    _K("record_consent", (K.FORMING, *IN_FORCE), SAME, (DESK,), cite("14(1)", "16(4)")),
    _K("suspend", (K.ACTIVE,), K.SUSPENDED, (MANAGER, DESK), cite("5(2)b"),
       binds=(g.EXPLAINED, e.FOUR_EYES), warns=(k.CAUSE_LISTED,), publishes="pact_suspended"),
    _K("confirm_suspension", (K.SUSPENDED,), SAME, (MANAGER,), cite("5(2)b"),
       binds=(e.CONFIRMATION_AWAITED, e.FOUR_EYES)),
    _K("resume", (K.SUSPENDED,), K.ACTIVE, (MANAGER, DESK), cite("5(2)b"),
       binds=(e.FOUR_EYES,), publishes="pact_resumed"),
    _K("amend", IN_FORCE, SAME, BOTH_SIDES, cite("5(2)m"),
       binds=(g.EXPLAINED, k.TEXT_KNOWN, k.NO_OTHER_VERSION), warns=(k.OTHER_SIDE_AGREES,)),
    # What the parties accepted before a conciliation committee: the text is written and signed as ever.
    _K("amend_by_settlement", IN_FORCE, SAME, (CLOCK,), cite("33(2)", "5(2)m"),
       binds=(k.TEXT_KNOWN, k.NO_OTHER_VERSION)),
    _K("agree_to_end", IN_FORCE, SAME, (CLOCK,), cite("33(2)", "5(2)b")),
    _K("end_as_agreed", IN_FORCE, K.ENDED, (MANAGER,), cite("33(2)", "5(2)b"),
       binds=(g.EXPLAINED, k.END_AGREED, e.FOUR_EYES), publishes="pact_ended"),
    _K("conclude_amendment", IN_FORCE, SAME, (MANAGER,), cite("5(2)m", "11(10)", "11(11)"),
       binds=(k.VALIDLY_SIGNED, k.PUBLISHABLE), publishes="pact_amended"),
    _K("extend", IN_FORCE, SAME, (MANAGER,), cite("5(2)b", "5(2)m"),
       binds=(g.EXPLAINED, k.TEXT_KNOWN, k.NO_OTHER_VERSION, k.LASTS_LONGER), warns=(k.OTHER_SIDE_AGREES,)),
    _K("request_join", (K.ACTIVE,), SAME, (CITIZEN, DESK), cite("3(1)d"), binds=(k.NOT_IN_IT_YET,)),
    _K("admit", (K.ACTIVE,), SAME, BOTH_SIDES, cite("3(1)d"),
       binds=(k.NOT_CONCERNED,), warns=(k.OTHER_SIDE_AGREES, k.JOINING_GROUP_WANTS_IT)),
    _K("decline_joining", (K.ACTIVE,), SAME, BOTH_SIDES, cite("3(1)d", "11(8)"),
       binds=(g.REASONED, k.NOT_CONCERNED), publishes="joining_declined"),
    # Nobody is held in a pact against their will, whether it runs or rests.
    _K("leave", IN_FORCE, SAME, (CITIZEN, DESK), cite("5(2)l", "3(1)i"),
       binds=(k.OTHERS_REMAIN, k.REPRESENTED_WITHOUT)),
    _K("exclude", (K.ACTIVE, K.SUSPENDED), SAME, BOTH_SIDES, cite("5(2)l"),
       binds=(g.REASONED, k.NOT_CONCERNED), warns=(k.OTHER_SIDE_AGREES, k.PERSON_HEARD)),
    _K("change_lead", (K.FORMING, *IN_FORCE), SAME, (LEAD, DESK), cite("4(3)"),
       binds=(g.MEMBERS_CONFIRMED,)),
    _K("withdraw_from", IN_FORCE, SAME, AUTHOR, cite("5(2)b", "3(1)i"),
       binds=(e.NO_NOTICE_YET,), warns=(e.WHOLE_SIDE,)),
    _K("take_back_notice", IN_FORCE, SAME, AUTHOR, cite("3(1)i", "34"), binds=(e.NOTICE_RUNNING,)),
    _K("end_by_notice", IN_FORCE, K.ENDED, (CLOCK,), cite("5(2)b"),
       binds=(k.DAY_REACHED,), publishes="pact_ended"),
    _K("terminate", IN_FORCE, K.ENDED, (MANAGER,), cite("5(2)b"),
       binds=(g.REASONED, e.FOUR_EYES), warns=(k.CAUSE_LISTED,), publishes="pact_ended"),
    _K("warn_breach", (K.ACTIVE, K.SUSPENDED), SAME, (MANAGER,), cite("5(2)i", "5(2)l"),
       binds=(g.EXPLAINED, e.FOUR_EYES)),
    _K("answer_breach", (K.ACTIVE, K.SUSPENDED), SAME, AUTHOR, cite("5(2)i"), binds=(e.BREACH_OPEN,)),
    _K("settle_breach", (K.ACTIVE, K.SUSPENDED), SAME, (MANAGER,), cite("5(2)i", "34"),
       binds=(e.BREACH_OPEN, e.FOUR_EYES)),
    _K("revoke", (K.ACTIVE, K.SUSPENDED), K.ENDED, (MANAGER,), cite("5(2)i", "5(2)l"),
       binds=(g.REASONED, e.FOUR_EYES), warns=(e.BREACH_ANNOUNCED, e.ANSWER_AWAITED), publishes="pact_revoked"),
    _K("reinstate", (K.ENDED,), K.ACTIVE, (MANAGER,), cite("5(2)i", "3(1)b"),
       binds=(g.EXPLAINED, e.ENDED_BY_CITY, e.TERM_AHEAD, e.FOUR_EYES), warns=(k.ACT_CITED,),
       publishes="pact_reinstated"),
    _K("expire", (K.ACTIVE, K.SUSPENDED), K.ENDED, (CLOCK,), cite("5(2)b"),
       binds=(k.DAY_REACHED,), publishes="pact_ended"),
    # Money: what is granted, what is paid; the account itself stands with each report.
    _K("grant_advance", (K.SIGNED, K.ACTIVE), SAME, (MANAGER,), cite("24(4)", "24(5)"),
       binds=(m.MONEY_AGREED, m.ADVANCE_WITHIN_CEILING, e.FOUR_EYES), warns=(m.ADVANCE_AGREED,)),
    _K("record_payment", (*IN_FORCE, K.ENDED), SAME, (DESK, MANAGER), cite("24(4)", "24(5)", "3(1)b"),
       binds=(m.PAYMENT_OPEN, e.FOUR_EYES)),
    _K("evaluate", (K.ACTIVE, K.ENDED), SAME, (DESK,), cite("30(8)"),
       binds=(g.EXPLAINED, e.FOUR_EYES), warns=(k.CITIZENS_TOOK_PART, k.REPORT_ACCEPTED, k.LOANS_RETURNED),
       publishes="pact_evaluated"),
    _K("close_unreported", (K.ENDED,), SAME, (MANAGER,), cite("30(3)", "34"),
       binds=(g.EXPLAINED, k.REPORT_MISSING, k.NOT_CLOSED_YET, e.FOUR_EYES), warns=(k.REPORT_TERM_OVER,),
       publishes="pact_unreported"),
    _K("ask_renewal", (K.ACTIVE, K.ENDED), SAME, BOTH_SIDES, cite("30(8)"), binds=(e.NOT_RENEWED,)),
    _K("renew", (K.ACTIVE, K.ENDED), SAME, BOTH_SIDES, cite("30(8)"),
       binds=(e.NOT_RENEWED,), warns=(k.OTHER_SIDE_AGREES, k.REPORT_ACCEPTED, k.LOANS_RETURNED)),
    # What was raised and spent, and the permits, in the open. The text sets no number of occasions.
    _K("record_funds", (*IN_FORCE, K.ENDED), SAME, BOTH_SIDES, cite("20(2)", "25(1)"),
       warns=(u.FUNDRAISING_AGREED, u.STILL_OCCASIONAL)),
    _K("spend_funds", (*IN_FORCE, K.ENDED), SAME, BOTH_SIDES, cite("25(1)"),
       warns=(u.FUNDRAISING_AGREED, u.SPENT_WHAT_WAS_RAISED)),
    _K("ask_permit", IN_FORCE, SAME, BOTH_SIDES, cite("27(1)", "27(2)"), binds=(u.PERMIT_EASED,)),
    _K("give_permit", (*IN_FORCE, K.ENDED), SAME, (DESK,), cite("27(1)", "27(2)"), binds=(e.FOUR_EYES,)),
    _K("decline_permit", (*IN_FORCE, K.ENDED), SAME, (DESK,), cite("27(1)", "11(8)"),
       binds=(g.REASONED, e.FOUR_EYES)),
    _K("locate", (K.FORMING, *PUBLISHED), SAME, (DESK,), cite("10(6)")),
    _K("correct", (K.FORMING, *PUBLISHED), SAME, (MANAGER,), cite("3(1)b"),
       binds=(g.EXPLAINED,), publishes="corrected"),
    _K("withhold", PUBLISHED, SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _K("restore", PUBLISHED, SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
], final=(K.UNKNOWN,))

# A report. Art. 30.
REPORT = Machine("report", R, [
    _R("schedule", (None,), R.DUE, (CLOCK,), cite("30(3)", "5(2)h")),
    _R("draft", (R.DUE,), R.DRAFTED, AUTHOR, cite("30(4)"), warns=(r.DAY_REACHED,)),
    _R("submit", (R.DUE, R.DRAFTED), R.SUBMITTED, AUTHOR, cite("30(4)", "30(5)"),
       warns=(r.BLOCKS_FILLED, r.UNITS_GIVEN, m.RECEIPTS_THERE)),
    _R("return", (R.SUBMITTED,), R.DRAFTED, (DESK,), cite("30(3)"),
       binds=(g.EXPLAINED, m.PROPOSER_DOES_NOT_DECIDE)),
    _R("examine_costs", (R.SUBMITTED, R.UNEXAMINED, R.ACCEPTED), SAME, (DESK,), cite("24(3)", "24(6)", "24(7)"),
       binds=(m.NO_PAY, m.COSTS_LISTED, m.REJECTIONS_EXPLAINED, m.NOT_SETTLED, m.PROPOSER_DOES_NOT_DECIDE)),
    _R("accept", (R.SUBMITTED, R.UNEXAMINED), R.ACCEPTED, (DESK,), cite("30(7)"),
       binds=(m.PROPOSER_DOES_NOT_DECIDE,), warns=(r.FIGURES_EXPLAINED,), publishes="report_published"),
    _R("publish_unexamined", (R.SUBMITTED,), R.UNEXAMINED, (CLOCK,), cite("30(1)", "34", "pack:report_examination"),
       binds=(r.EXAMINATION_TERM_OVER,), publishes="report_published"),
    # Report before payment: the sum is computed from what is accepted, never typed.
    _R("settle", (R.SUBMITTED, R.UNEXAMINED, R.ACCEPTED), SAME, (MANAGER,), cite("24(4)", "24(5)", "24(7)"),
       binds=(m.REPORT_ACCEPTED, m.REPORT_HAS_MONEY, m.NOT_SETTLED, m.ADVANCE_REPORTED, m.NO_PAY, m.COSTS_LISTED,
              m.WITHIN_CEILING, m.FEES_WITHIN_SHARE, m.PROPOSER_DOES_NOT_DECIDE),
       warns=(m.COSTS_EXAMINED,)),
    _R("withhold", (R.UNEXAMINED, R.ACCEPTED), SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _R("restore", (R.UNEXAMINED, R.ACCEPTED), SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
    # Who can be recognised may think again: the picture goes for good, the report stays.
    _R("withdraw_photograph", (R.SUBMITTED, R.UNEXAMINED, R.ACCEPTED), SAME, AUTHOR, cite("30(6)", "law:privacy"),
       binds=(r.GROUND_NAMED,)),
], final=(R.ACCEPTED,))

# An entry of the inventory of urban commons. Art. 2(1)a, 7(4), 8(2), 8(3), 10(6), 16.
COMMONS = Machine("commons", B, [
    _B("propose", (None,), B.PROPOSED, AUTHOR, cite("2(1)a", "16(2)")),
    _B("list", (None, B.PROPOSED, B.WITHDRAWN), B.LISTED, (DESK,), cite("10(6)", "16(1)"),
       binds=(c.FOUR_EYES,),
       warns=(c.AIMS_STATED, c.OWNER_STATED, c.SOURCE_ACT_CITED, c.TEMPORARY_USE_ENDS, c.LICENCE_STATED),
       publishes="commons_listed"),
    _B("decline", (B.PROPOSED,), B.WITHDRAWN, (DESK,), cite("16(3)"), binds=(g.REASONED, c.FOUR_EYES)),
    _B("revise", (B.LISTED, B.UNDER_PACT), SAME, (DESK,), cite("10(6)", "16(2)"),
       warns=(c.AIMS_STATED, c.OWNER_STATED, c.SOURCE_ACT_CITED, c.TEMPORARY_USE_ENDS, c.LICENCE_STATED)),
    _B("change_owner", (B.LISTED, B.UNDER_PACT), SAME, (DESK,), cite("14(1)", "16(4)"), binds=(g.EXPLAINED,)),
    _B("take_up", (B.LISTED, B.UNDER_PACT), B.UNDER_PACT, (CLOCK,), cite("10(6)", "11(10)")),
    _B("free", (B.UNDER_PACT,), B.LISTED, (CLOCK,), cite("10(6)", "5(2)b"),
       binds=(c.NO_LIVE_PACT,)),
    _B("withdraw", (B.LISTED,), B.WITHDRAWN, (DESK,), cite("10(6)", "3(1)b"),
       binds=(g.EXPLAINED,), warns=(c.NO_OPEN_PROPOSAL,), publishes="commons_withdrawn"),
    _B("withhold", (B.LISTED, B.UNDER_PACT), SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _B("restore", (B.LISTED, B.UNDER_PACT), SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
], final=())

# A public call: its own form, terms and criteria override the pack's. Art. 11(1)a, 11(2), 16(3).
CALL = Machine("call", C, [
    _C("draft", (None,), C.DRAFT, (DESK,), cite("11(1)a", "11(2)")),
    _C("revise", (C.DRAFT,), SAME, (DESK,), cite("11(2)")),
    _C("open", (C.DRAFT,), C.OPEN, (MANAGER,), cite("11(1)a", "11(2)"),
       binds=(c.CLOSES_LATER,), warns=(c.CRITERIA_STATED, d.TIME_TO_ANSWER, d.EMERGENCY_GROUNDED),
       publishes="call_opened"),
    _C("extend", (C.OPEN,), SAME, (MANAGER,), cite("11(2)", "34"),
       binds=(g.EXPLAINED, c.STILL_TAKES_ENTRIES, c.CLOSES_LATER, c.DECIDER_DID_NOT_ENTER),
       publishes="call_extended"),
    _C("close", (C.OPEN,), C.CLOSED, (CLOCK,), cite("11(2)"), binds=(c.MOMENT_REACHED,)),
    _C("score", (C.CLOSED,), SAME, (DESK,), cite("11(2)", "16(3)"), binds=(c.DECIDER_DID_NOT_ENTER,)),
    _C("decide", (C.CLOSED,), C.DECIDED, (MANAGER,), cite("11(2)", "16(3)"),
       binds=(c.ENTRIES_SCORED, d.ENTRIES_OPENED, d.TIES_ORDERED, c.DECIDER_DID_NOT_ENTER),
       publishes="call_decided"),
    _C("withdraw", (C.DRAFT, C.OPEN, C.CLOSED), C.WITHDRAWN, (MANAGER,), cite("11(2)", "3(1)b"),
       binds=(g.REASONED, c.DECIDER_DID_NOT_ENTER), publishes="call_withdrawn"),
    _C("withhold", (C.OPEN, C.CLOSED, C.DECIDED, C.WITHDRAWN), SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _C("restore", (C.OPEN, C.CLOSED, C.DECIDED, C.WITHDRAWN), SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
], final=(C.DECIDED, C.WITHDRAWN))

# One version of a predefined module, set by the managing officer's act. Art. 11(3), 29(1).
MODULE = Machine("module", M, [
    _M("draft", (None,), M.DRAFT, (DESK,), cite("11(3)", "29(1)")),
    _M("revise", (M.DRAFT,), SAME, (DESK,), cite("11(3)")),
    _M("publish", (M.DRAFT,), M.IN_FORCE, (MANAGER,), cite("11(3)", "29(1)", "10(4)"),
       binds=(a.MODULE_COMPLETE,), warns=(a.ACT_NAMED,), publishes="module_published"),
    _M("replace", (M.IN_FORCE,), M.REPLACED, (MANAGER,), cite("11(3)")),
    _M("retire", (M.DRAFT, M.IN_FORCE), M.RETIRED, (MANAGER,), cite("11(3)", "3(1)b"),
       binds=(g.EXPLAINED,), publishes="module_retired"),
], final=(M.REPLACED, M.RETIRED))

# An activity under a module: authorised at once, with no pact. Art. 10(4), 12, 29.
ACTIVITY = Machine("activity", A, [
    _A("announce", (None,), A.ANNOUNCED, AUTHOR, cite("10(4)", "12(1)", "11(1)b")),
    _A("authorise", (A.ANNOUNCED,), A.AUTHORISED, AUTHOR, cite("10(4)", "29(1)"),
       binds=(a.MODULE_IN_FORCE, a.TERMS_ACCEPTED, a.CONDITIONS_HOLD), warns=(a.RISK_SHEET_READ,)),
    _A("report_done", (A.AUTHORISED,), A.DONE, AUTHOR, cite("12(2)"),
       binds=(a.ACTIVITY_DAY_REACHED,), publishes="activity_done"),
    _A("cancel", (A.ANNOUNCED, A.AUTHORISED), A.CANCELLED, AUTHOR, cite("3(1)i", "10(4)")),
    _A("stop", (A.AUTHORISED,), A.CANCELLED, (DESK, MANAGER), cite("10(3)", "3(1)b"), binds=(g.REASONED,)),
    _A("withhold", (A.DONE,), SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _A("restore", (A.DONE,), SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
], final=(A.DONE, A.CANCELLED))

# A participatory choice between competing proposals; its result is recorded on each. Art. 10(7).
CHOICE = Machine("choice", H, [
    _H("call", (None,), H.CALLED, (DESK,), cite("10(7)"),
       binds=(h.RIVALS_THERE, h.NO_CHOICE_RUNNING, h.OPENS_LATER, h.FOUR_EYES), warns=(h.NOTICE_GIVEN,)),
    _H("open", (H.CALLED,), H.OPEN, (CLOCK,), cite("10(7)"), binds=(h.CHOICE_DAY_REACHED,)),
    _H("vote", (H.OPEN,), SAME, (CITIZEN,), cite("10(7)", "4(1)"),
       binds=(h.WITHIN_BALLOT, h.MAY_VOTE, h.ONE_VOTE)),
    _H("count", (H.CALLED, H.OPEN), H.COUNTED, (DESK,), cite("10(7)", "3(1)b"),
       binds=(h.BALLOT_CLOSED, h.MINUTES_GIVEN, h.COUNT_ADDS_UP, h.FOUR_EYES)),
    _H("cancel", (H.CALLED, H.OPEN), H.CANCELLED, (DESK,), cite("10(7)"),
       binds=(g.EXPLAINED, h.FOUR_EYES)),
    # Votes for a proposal that is gone choose nothing: the others deserve a choice of their own.
    _H("fall_away", (H.CALLED, H.OPEN), H.CANCELLED, (CLOCK,), cite("10(7)", "3(1)i"),
       binds=(h.RIVAL_LEFT,)),
], final=(H.COUNTED, H.CANCELLED))

# A free loan of materials and protective equipment; overdue is computed, never a state. Art. 22.
LOAN = Machine("loan", L, [
    _L("agree", (None,), L.AGREED, AUTHOR, cite("22(1)", "22(2)"), binds=(a.IN_STOCK, u.PACT_IN_FORCE),
       warns=(u.BACK_BY_THE_END,)),
    _L("hand_over", (L.AGREED,), L.LENT, (DESK,), cite("22(2)")),
    _L("lend_on", (L.LENT,), SAME, AUTHOR, cite("22(3)"), warns=(a.SUB_LOAN_ALLOWED,)),
    _L("prolong", (L.LENT,), SAME, (DESK,), cite("22(2)"), warns=(a.IN_STOCK,)),
    _L("take_back", (L.LENT,), L.RETURNED, (DESK,), cite("22(2)", "22(4)"), warns=(a.CONDITION_STATED,)),
    _L("declare_lost", (L.LENT,), L.LOST, (DESK,), cite("22(2)"), binds=(g.EXPLAINED,)),
    # What nobody fetched until its last day is free for others.
    _L("call_off", (L.AGREED,), L.CALLED_OFF, (*AUTHOR, MANAGER, CLOCK), cite("22(2)")),
], final=(L.RETURNED, L.LOST, L.CALLED_OFF))

# A municipal space for meetings and self-financing, at the rate of the City's own activities. Art. 21.
BOOKING = Machine("booking", O, [
    _O("ask", (None,), O.ASKED, AUTHOR, cite("21(1)", "21(2)"), binds=(u.SPACE_FREE, u.SPACE_STILL_AHEAD)),
    _O("grant", (O.ASKED,), O.GRANTED, (DESK,), cite("21(1)", "21(2)"),
       binds=(u.SPACE_FREE, u.SPACE_STILL_AHEAD, u.ASKER_DOES_NOT_DECIDE)),
    _O("decline", (O.ASKED,), O.DECLINED, (DESK,), cite("21(1)", "11(8)"),
       binds=(g.REASONED, u.ASKER_DOES_NOT_DECIDE)),
    _O("take_away", (O.GRANTED,), O.DECLINED, (DESK,), cite("21(1)", "11(8)"),
       binds=(g.REASONED, u.SPACE_STILL_AHEAD)),
    _O("cancel", (O.ASKED, O.GRANTED), O.CALLED_OFF, CITIZENS, cite("21(1)"), binds=(u.SPACE_STILL_AHEAD,)),
    # The City's silence is told as what it is.
    _O("lapse", (O.ASKED,), O.LAPSED, (CLOCK,), cite("21(1)", "3(1)b"), binds=(u.BOOKING_TERM_OVER,)),
], final=(O.DECLINED, O.CALLED_OFF, O.LAPSED))

# A training session for citizens, staff or both. Art. 18.
SESSION = Machine("session", T, [
    _T("plan", (None,), T.PLANNED, (DESK,), cite("18(2)", "18(3)")),
    _T("change", (T.PLANNED,), SAME, (DESK,), cite("18(2)"), binds=(u.SESSION_AHEAD,)),
    _T("link", (T.PLANNED, T.HELD), SAME, (DESK,), cite("18(2)", "18(4)")),
    _T("sign_up", (T.PLANNED,), SAME, (CITIZEN, DESK), cite("18(2)", "18(4)"),
       binds=(u.SESSION_AHEAD, u.NOT_ON_THE_LIST, u.FOR_THIS_PERSON)),
    _T("leave_list", (T.PLANNED,), SAME, (CITIZEN, DESK), cite("18(2)"), binds=(u.SESSION_AHEAD,)),
    _T("record_attendance", (T.PLANNED, T.HELD), T.HELD, (DESK,), cite("18(2)"), binds=(u.SESSION_BEGUN,)),
    _T("call_off", (T.PLANNED,), T.CALLED_OFF, (DESK,), cite("18(2)", "3(1)b"), binds=(g.EXPLAINED,)),
], final=(T.HELD, T.CALLED_OFF))

# A question of the public on a pact, its money or a report; its answer and its silence are public. Art. 3(1)b, 30(3).
QUESTION = Machine("question", Q, [
    _Q("ask", (None,), Q.ASKED, (CITIZEN, DESK), cite("3(1)b", "30(3)"),
       binds=(o.FILE_IS_PUBLIC, o.WORDS_GIVEN, o.PUBLIC_NAME_GIVEN), clock=STARTS),
    _Q("answer", (Q.ASKED,), Q.ANSWERED, (DESK,), cite("3(1)b", "30(3)", "pack:question_answer"),
       binds=(o.ANSWER_WRITTEN, o.AUTHOR_DOES_NOT_ANSWER, o.PARTY_DOES_NOT_ANSWER), clock=ENDS),
    _Q("add_to_answer", (Q.ANSWERED,), SAME, (DESK,), cite("3(1)b"),
       binds=(o.ANSWER_WRITTEN, o.AUTHOR_DOES_NOT_ANSWER, o.PARTY_DOES_NOT_ANSWER)),
    _Q("withhold", (Q.ASKED, Q.ANSWERED), SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _Q("restore", (Q.ASKED, Q.ANSWERED), SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
], final=(Q.ANSWERED,))

# A problem at a place under pact; both sides learn of it, either may take it up. Art. 3(1)b, 10(2).
PROBLEM = Machine("problem", I, [
    _I("report", (None,), I.REPORTED, (CITIZEN, DESK), cite("3(1)b", "10(2)"),
       binds=(o.FILE_IS_PUBLIC, o.WORDS_GIVEN)),
    _I("take_up", (I.REPORTED,), I.TAKEN_UP, BOTH_SIDES, cite("10(2)", "5(2)c")),
    _I("solve", (I.REPORTED, I.TAKEN_UP), I.SOLVED, BOTH_SIDES, cite("10(2)", "5(2)c"), binds=(o.ANSWER_WRITTEN,)),
    _I("set_aside", (I.REPORTED, I.TAKEN_UP), I.SET_ASIDE, (DESK,), cite("10(2)", "3(1)b"),
       binds=(g.EXPLAINED, o.PARTY_DOES_NOT_ANSWER)),
    _I("take_up_again", (I.SOLVED, I.SET_ASIDE), I.TAKEN_UP, BOTH_SIDES, cite("10(2)", "34"), binds=(g.EXPLAINED,)),
], final=())

# A rating of a place, never of people; off unless the city switches it on. Art. 30(8), 35(2).
RATING = Machine("rating", G, [
    _G("give", (None,), G.GIVEN, (CITIZEN,), cite("30(8)", "35(2)"),
       binds=(o.RATINGS_ON, o.FILE_IS_PUBLIC, o.ONCE_A_MONTH, o.PUBLIC_NAME_GIVEN)),
    _G("answer", (G.GIVEN,), G.ANSWERED, BOTH_SIDES, cite("30(8)", "3(1)b"), binds=(o.ANSWER_WRITTEN,)),
    _G("withhold", (G.GIVEN, G.ANSWERED), SAME, (DESK, MANAGER), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.PUBLIC_NOW), withholds=True),
    _G("restore", (G.GIVEN, G.ANSWERED), SAME, (MANAGER,), cite("3(1)b", "law:privacy"),
       binds=(g.EXPLAINED, g.WITHHELD_NOW), withholds=False),
], final=(G.ANSWERED,))

# The City's report on a year: how the regulation was applied. Art. 3(1)b, 35.
YEARLY = Machine("yearly", Y, [
    _Y("draft", (None,), Y.DRAFT, (DESK,), cite("35(2)", "3(1)b")),
    _Y("revise", (Y.DRAFT,), SAME, (DESK,), cite("35(2)")),
    _Y("publish", (Y.DRAFT,), Y.PUBLISHED, (MANAGER,), cite("35(2)", "3(1)b"),
       binds=(o.YEAR_OVER,), warns=(o.WORDS_WRITTEN,), publishes="yearly_published"),
], final=(Y.PUBLISHED,))
# An attempt at conciliation: optional, not binding, thirty days. Art. 33.
DISPUTE = Machine("dispute", X, [
    _X("request", (None,), X.REQUESTED, PARTIES, cite("33(1)", "33(2)"),
       binds=(f.ASKED_FOR, f.UNDER_A_PACT, f.OTHER_NAMED, f.OTHER_OUTSIDE), clock=STARTS),
    _X("designate", (X.REQUESTED, X.SITTING), SAME, PARTIES, cite("33(1)"),
       binds=(f.CHAIR_FREE, f.OWN_CHAIR, f.MAY_SIT, f.SITS_ONCE)),
    _X("agree_on_third", (X.REQUESTED, X.SITTING), SAME, PARTIES, cite("33(1)"), binds=(f.OTHER_SIDE_AGREES,)),
    _X("object_to_third", (X.REQUESTED, X.SITTING), SAME, PARTIES, cite("33(1)"), binds=(f.OTHER_SIDE_AGREES,)),
    _X("take_seat", (X.REQUESTED, X.SITTING), SAME, (CONCILIATOR,), cite("33(1)"), binds=(f.DESIGNATED, f.MAY_SIT)),
    _X("leave_seat", (X.REQUESTED, X.SITTING), SAME, (CONCILIATOR,), cite("33(1)"), binds=(f.DESIGNATED,)),
    _X("replace_member", (X.REQUESTED, X.SITTING), SAME, (*PARTIES, SECRETARY), cite("33(1)"),
       binds=(f.WHY_REPLACED, f.OWN_CHAIR, f.CHAIR_TAKEN, f.SEAT_NOT_TAKEN)),
    _X("convene", (X.REQUESTED,), X.SITTING, (SECRETARY,), cite("33(1)"),
       binds=(f.COMMITTEE_COMPLETE, f.SECRETARY_OUTSIDE)),
    # Who did not name anybody does not keep the others waiting for ever. Art. 34
    _X("close_unformed", (X.REQUESTED, X.SITTING), X.UNSETTLED, (CLOCK,), cite("33(2)", "34(1)"),
       binds=(w.TERM_OVER, w.COMMITTEE_MISSING), clock=ENDS, publishes="dispute_closed"),
    _X("call_sitting", (X.SITTING,), SAME, (SECRETARY, CONCILIATOR), cite("33(1)"), binds=(f.SECRETARY_OUTSIDE,)),
    _X("record_minutes", (X.SITTING,), SAME, (SECRETARY, CONCILIATOR), cite("33(1)", "3(1)b"),
       binds=(f.SITTING_HELD, f.MINUTES_WRITTEN)),
    _X("put_to_vote", (X.SITTING,), SAME, (CONCILIATOR,), cite("33(1)", "33(2)"),
       binds=(f.DESIGNATED, f.TEXT_WRITTEN, f.NO_VOTE_RUNNING, f.COMMITTEE_COMPLETE), warns=(f.BOTH_HEARD,)),
    _X("take_back", (X.SITTING,), SAME, (CONCILIATOR,), cite("33(1)", "33(2)"), binds=(f.TEXT_BEFORE_VOTE,)),
    _X("vote", (X.SITTING,), SAME, (CONCILIATOR,), cite("33(1)", "33(2)"),
       binds=(f.DESIGNATED, f.MAY_SIT, f.TEXT_BEFORE_VOTE, f.ONE_VOICE)),
    _X("propose", (X.SITTING,), X.PROPOSED, (CONCILIATOR,), cite("33(2)"),
       binds=(f.TEXT_BEFORE_VOTE, f.MAJORITY), warns=(f.ALL_VOICES, f.IN_TIME)),
    # A committee that sits and proposes nothing does not keep the parties waiting for ever either. Art. 34
    _X("close_without_proposal", (X.SITTING,), X.UNSETTLED, (SECRETARY,), cite("33(2)", "34(1)"),
       binds=(w.TERM_OVER, w.WHY_NO_PROPOSAL, f.SECRETARY_OUTSIDE), warns=(w.NOTHING_UNDER_WAY,),
       clock=ENDS, publishes="dispute_closed"),
    _X("accept", (X.PROPOSED,), SAME, PARTIES, cite("33(2)"), binds=(w.NOT_ANSWERED, w.ANSWERED_IN_TIME)),
    _X("decline", (X.PROPOSED,), SAME, PARTIES, cite("33(2)"), binds=(w.NOT_ANSWERED,), warns=(w.REASON_SAID,)),
    _X("settle", (X.PROPOSED,), X.SETTLED, (CLOCK,), cite("33(2)"), binds=(w.ALL_ACCEPTED,),
       clock=ENDS, publishes="dispute_closed"),
    # Silence settles nothing: the proposal binds nobody.
    _X("close_unsettled", (X.PROPOSED,), X.UNSETTLED, (CLOCK,), cite("33(2)"), binds=(w.NOT_AGREED,),
       clock=ENDS, publishes="dispute_closed"),
    _X("leave", (X.REQUESTED, X.SITTING, X.PROPOSED), SAME, (CITIZEN, DESK), cite("33(1)"), binds=(w.DID_NOT_ASK,)),
    _X("withdraw", (X.REQUESTED, X.SITTING, X.PROPOSED), X.WITHDRAWN, PARTIES, cite("33(1)"),
       binds=(w.ASKED_BY_THEM,), clock=ENDS, publishes="dispute_closed"),
], final=(X.SETTLED, X.UNSETTLED, X.WITHDRAWN))
# fmt: on
MACHINES = (
    PROPOSAL,
    VERSION,
    PACT,
    REPORT,
    COMMONS,
    CALL,
    MODULE,
    ACTIVITY,
    CHOICE,
    LOAN,
    BOOKING,
    SESSION,
    QUESTION,
    PROBLEM,
    RATING,
    YEARLY,
    DISPUTE,
)
