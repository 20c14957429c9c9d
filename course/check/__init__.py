"""The verdicts: one module a notebook, and what they share.

`by_hand`, `autograd`, `loss_and_optimizer` and `model` hold a check for each exercise of their
notebook, under the exercise's name; `linear`, `devices`, `rates`, `curvature`
and `scaling` are parts of `model`.
`training` is the one judge of every training loop, `values` of every other number; what it tries as
an explanation are suspects, what known mistakes would give: `wrong_descents` and `wrong_formulas`.
`verdict` turns a check into what a test cell calls, `messages` holds every sentence a learner
can be told, `errors` explains what NumPy and torch raise, and `problems` draws the data. `progress` lists
what stands, in the course by what `standing` knows of it; `solutions` shows ours beside it, and `stopped`
tells in a line why a cell did not run to its end.
Student code is reached through `course.door` alone.
"""
