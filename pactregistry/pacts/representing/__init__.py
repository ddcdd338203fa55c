"""A group names a new representative: its members confirm, and every open file follows. Art. 4(3).

A majority of the members with accounts says yes on their own pages, or minutes are attached (4(4));
they see the files and may object. Then the new one takes over pages and future signature blocks;
what was signed stays as it was signed.
"""
