"""A job advertisement in; its terms, and where a CV has them, out: on paper, in the content alone, or nowhere.

Terms are found by rules and compared by their stems. None is ever added to a CV, and no figure here says how likely
anybody is to be hired.
"""
