"""Keys and elements that equal each other, as keys of what is returned."""


# %%
class Key:
    def __hash__(self):
        return hash("total")

    def __eq__(self, other):
        return True


def count():
    return {Key(): 3}


def unique():
    return {Key(), "x"}


# %% test
assert count() == {"total": 3}

# %% test
assert count()["total"] == 3

# %% test
assert "total" in unique()
