"""How the regulation is applied, in figures: counted anew at each reading. Art. 3(1)b, 35(2).

`scope` says which files count, the modules beside it count them, `collected` puts the tables in
their order, `words` names them in the reader's language. What is counted is public, never a person.
"""
