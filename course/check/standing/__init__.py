"""Where a learner stands in the course: what the last cell of each notebook knows and shows.

`contents` lists the exercises of all notebooks, `notes` keeps which of them stand in the learner's own
folder, `paths` walks with the learner's own functions, and `page` is what they keep in the end. None of
them imports torch, since notebook 1 does without.
"""
