"""The regulation as pure machines: states, citations, guards, clocks and packs. Art. 1-36.

Standard library only. Start reading in `lifecycle`.
"""
