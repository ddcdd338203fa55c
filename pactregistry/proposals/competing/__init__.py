"""Proposals on one commons: compared, joined, or chosen by a participatory procedure. Art. 10(7).

Its pages also carry Art. 3(1)b (what was said, voted and counted is public), 3(1)d (who was not
chosen is invited to join) and 4(1) (anyone votes, no residence is asked).
"""
