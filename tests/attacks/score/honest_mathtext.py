"""No attack: more labels in mathtext than matplotlib keeps, each of which once closed a descriptor."""

# %%
import matplotlib.pyplot as plt

figure = plt.figure(figsize=(1, 1), dpi=20)
for number in range(60):
    figure.text(0.1, 0.1, f"$x_{{{number}}}$")
figure.savefig("labels.png")

# %%
plt.close(figure)
del figure

# %%
def square(x):
    return x * x

# %% test kept
import matplotlib.pyplot as plt

figure = plt.figure(figsize=(1, 1), dpi=20)
for number in range(60):
    figure.text(0.1, 0.1, f"$x_{{{number}}}$")
figure.savefig("labels.png")
assert square(3) == 9

# %%
answer = 7

# %% test kept
assert answer == 7 and square(4) == 16
