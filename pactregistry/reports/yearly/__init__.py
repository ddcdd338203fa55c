"""The City's report on a year: how the regulation was applied. Art. 3(1)b, 35."""
