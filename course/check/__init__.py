"""The verdicts: one module a notebook, and what they share.

`by_hand`, `autograd`, `loss_and_optimizer` and `model` hold a check for each exercise of their
notebook, under the exercise's name. Parts of theirs are `numerical`; `pencil`, `products`, `derivatives`,
`updates` and `stopping`; `minibatches` and `optimizers`; `linear`, `devices`, `rates`, `curvature` and
`scaling`.
`training` is the one judge of every training loop, `values` of every other number; what they try as
an explanation are suspects, what known mistakes would give: a module `wrong_…` for each kind, of which
`wrong_slopes` is the table that all share. What these differ from is in `descents`, `batches`,
`batch_histories` and `speeds`. What a loop was seen to do is read by `standstill` and `stepping`.
`verdict` turns a check into what a test cell calls, `messages` holds every sentence a learner
can be told, `errors` explains what NumPy and torch raise, and `problems` draws the data. `progress` lists
what stands, in the course by what `standing` knows of it; `solutions` shows ours beside it, and `stopped`
tells in a line why a cell did not run to its end.
Student code is reached through `course.door` alone.
"""
