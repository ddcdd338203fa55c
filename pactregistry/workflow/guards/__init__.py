"""The conditions of the law: what must hold, under which article, what to do if not.

Whether a guard binds or only warns is said by the row that names it, in `lifecycle`.
"""
