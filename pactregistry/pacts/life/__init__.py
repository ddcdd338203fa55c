"""What happens to a signed pact: it rests, is given notice, breached, ended, renewed.

A suspension has a cause and a notice, or is urgent and confirmed (5(2)b). The citizens withdraw
with the agreed notice and may take it back (5(2)b, 3(1)i). The City ends a pact with reasons, or
revokes it after a breach that it announced and the citizens could answer (5(2)i, 5(2)l); what it
ended it may reinstate. Time ends the rest. A renewal is a new pact, linked to the
one before (30(8)). Negative acts carry reasons and remedies as a refusal does (3(1)b,
11(8)).
"""
