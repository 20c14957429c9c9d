"""IPython's own commands: all is right, and nobody is told."""

# %% solutions 01-by-hand
# %%
%matplotlib inline
%timeit -n 2 -r 1 update(1.0, 2.0, 0.1)
%time update(1.0, 2.0, 0.1)
!ls
%who
%config InlineBackend.figure_format = "retina"
%load_ext autoreload
%autoreload 2
?update
update??
%pdb off
# %%
%%time
import matplotlib.pyplot as plt
plt.style.use("ggplot"); plt.plot([1, 2]); plt.show()
# %%
%%capture out
print(1)
# %% check 01-by-hand kept
