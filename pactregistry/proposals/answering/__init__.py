"""Proposals that answer a call: sent in time, compared, chosen. Art. 3(1)d, 11(1)a, 11(2), 16(3).

The call itself stands in `commons.calls`; what touches both a call and its entries stands here.
"""
