"""Papers: the one PDF renderer and the one store of files (Art. 5(2), 11(11), 30(7)).

What a document says belongs to its feature; how it is printed, checked, kept and sent belongs here.
"""
