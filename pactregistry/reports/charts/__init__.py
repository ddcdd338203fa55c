"""Figures as charts beside their tables, over time and next to similar pacts. Art. 30(3)b, 30(5).

`chart` says what is shown, `drawing` where each line of it stands, `comparison` what is comparable.
"""
