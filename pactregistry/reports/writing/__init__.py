"""How citizens write a report: in pieces, from a phone, with figures, costs, pictures. Art. 30.

Each piece is a small page that is saved at once and has a revision of its own, so that several
people write different pieces; a short report is one page. The desk writes on behalf. Art. 10(2).
"""
