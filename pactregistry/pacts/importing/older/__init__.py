"""Pacts that a city signed before this registry was used, from a table. Art. 36(1).

What the table says is taken with its own dates and acts; what it does not say stays unknown, in
the history too; what is doubtful becomes a question. A paper that came with it is public only where
a person says so.
"""
