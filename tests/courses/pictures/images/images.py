# %% [markdown]
# # Images as arrays

# %%
import os

import matplotlib.pyplot as plt
import numpy as np
from PIL import Image

# %matplotlib inline

# %% locked photo
rng = np.random.RandomState(0)
photo = rng.randint(0, 256, size=(40, 60, 3)).astype(np.uint8)
photo[10:20, 10:30] = [200, 30, 30]

# %% [markdown]
# **1.** `to_gray(image)`: the mean of the three colours, rounded, as `uint8`.

# %% solution gray
def to_gray(image):
    ### BEGIN SOLUTION
    return np.round(image.mean(axis=2)).astype(np.uint8)
    ### END SOLUTION

# %% test gray-1 1
gray = to_gray(photo)
assert gray.shape == (40, 60)
assert gray.dtype == np.uint8

# %% test gray-2 1
assert gray[15, 15] == 87
### BEGIN HIDDEN TESTS
assert np.array_equal(to_gray(np.full((2, 2, 3), 255, dtype=np.uint8)), [[255, 255], [255, 255]])
### END HIDDEN TESTS

# %% [markdown]
# **2.** `flip(image)` turns it upside down. The image that is given stays as it is.

# %% solution flip
def flip(image):
    ### BEGIN SOLUTION
    return image[::-1].copy()
    ### END SOLUTION

# %% test flip-1 1
np.testing.assert_array_equal(flip(photo)[0], photo[-1])
np.testing.assert_array_equal(flip(flip(photo)), photo)

# %% test flip-2 1
plain = np.zeros((3, 3), dtype=np.uint8)
turned = flip(plain)
turned[0, 0] = 9
assert plain.sum() == 0, "a copy, please"

# %% [markdown]
# **3.** `thumbnail(picture)`: a PIL image of half the width and height. Save that of `photo` as `small.png`.

# %% solution thumbnail
def thumbnail(picture):
    ### BEGIN SOLUTION
    return picture.resize((picture.width // 2, picture.height // 2))


thumbnail(Image.fromarray(photo)).save("small.png")
### END SOLUTION

# %% test thumbnail-1 1
small = thumbnail(Image.new("RGB", (20, 10), (255, 0, 0)))
assert isinstance(small, Image.Image)
assert small.size == (10, 5)
assert small.getpixel((3, 3)) == (255, 0, 0)

# %% test thumbnail-2 1
assert os.path.exists("small.png")
with Image.open("small.png") as saved:
    assert saved.size == (30, 20)
    assert saved.format == "PNG"

# %% [markdown]
# **4.** `histogram(gray)`: how often each of the 256 values is there.

# %% solution histogram
def histogram(gray):
    ### BEGIN SOLUTION
    counts = np.zeros(256, dtype=int)
    for value in gray.ravel():
        counts[value] += 1
    return counts
    ### END SOLUTION

# %% test histogram-1 2
counts = histogram(gray)
assert len(counts) == 256
assert counts.sum() == gray.size
### BEGIN HIDDEN TESTS
assert (counts == np.bincount(gray.ravel(), minlength=256)).all()
### END HIDDEN TESTS

# %% [markdown]
# **5.** Draw the histogram: a figure `fig` with axes `ax`, titled "Histogram", both axes labelled, the line in
# red.

# %% solution draw
### BEGIN SOLUTION
fig, ax = plt.subplots()
ax.plot(np.arange(256), histogram(to_gray(photo)), color="red")
ax.set_title("Histogram")
ax.set_xlabel("value")
ax.set_ylabel("pixels")
### END SOLUTION

# %% test draw-1 1
assert ax.get_title() == "Histogram"
assert ax.get_xlabel() != "" and ax.get_ylabel() != ""

# %% test draw-2 2
lines = ax.get_lines()
assert len(lines) == 1
assert lines[0].get_color() in ("r", "red")
x, y = lines[0].get_data()
assert len(x) == 256
np.testing.assert_array_equal(y, histogram(to_gray(photo)))

# %% [markdown]
# **6.** Where is red stronger than green and blue together? A boolean array `mask`, and its share.

# %% solution mask
### BEGIN SOLUTION
as_int = photo.astype(int)
mask = as_int[:, :, 0] > as_int[:, :, 1] + as_int[:, :, 2]
share = mask.mean()
### END SOLUTION

# %% test mask-1 1
assert mask.dtype == bool
assert mask[15, 15]
assert mask[10:20, 10:30].all()

# %% test mask-2 1
assert 0 <= share <= 1
assert abs(share - mask.sum() / mask.size) < 1e-12
