"""Each party accepts or declines; time closes; what the public reads of a dispute. Art. 33.

A settlement opens what it means for the pact in the same transaction: an amendment, or its end.
"""
