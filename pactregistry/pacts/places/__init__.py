"""What a place and its pacts and proposals do to each other. Art. 10(6), 14(1), 16(4).

A signed pact takes its place up, its end frees it (by the sweep, once a turn). A new owner and the
end of an entry concern those who have pacts and proposals there, so they are recorded here. The
office links a pact to the list.
"""
