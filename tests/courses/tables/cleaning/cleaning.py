# %% [markdown]
# # Cleaning data with pandas
# The file `weather.csv` lies beside this notebook.

# %%
import numpy as np
import pandas as pd
from pandas.testing import assert_frame_equal, assert_series_equal

# %% [markdown]
# **1.** Read `weather.csv` into `weather`, with the dates as dates.

# %% solution read
### BEGIN SOLUTION
weather = pd.read_csv("weather.csv", parse_dates=["date"])
### END SOLUTION

# %% test read-1 1
assert isinstance(weather, pd.DataFrame)
assert weather.shape == (10, 4)
assert list(weather.columns) == ["station", "date", "temperature", "rain"]

# %% test read-2 1
assert weather["date"].dt.year.unique().tolist() == [2024]
assert pd.api.types.is_datetime64_any_dtype(weather["date"])

# %% [markdown]
# **2.** How many temperatures are missing at each station? A Series, by station.

# %% solution missing
### BEGIN SOLUTION
missing = weather["temperature"].isna().groupby(weather["station"]).sum()
### END SOLUTION

# %% test missing-1 2
assert missing["North"] == 1
assert missing["South"] == 0
### BEGIN HIDDEN TESTS
assert missing.sum() == 3
assert set(missing.index) == {"North", "South", "east"}
### END HIDDEN TESTS

# %% [markdown]
# **3.** `clean(df)` returns a new frame: no duplicate rows, the names of stations capitalized, missing
# rain counted as 0, and rows without temperature left out. `df` itself must not change.

# %% solution clean
def clean(df):
    ### BEGIN SOLUTION
    new = df.drop_duplicates().copy()
    new["station"] = new["station"].str.capitalize()
    new["rain"] = new["rain"].fillna(0)
    return new.dropna(subset=["temperature"]).reset_index(drop=True)
    ### END SOLUTION

# %% test clean-1 2
small = pd.DataFrame(
    {"station": ["a", "a", "b"], "temperature": [1.0, 1.0, np.nan], "rain": [np.nan, np.nan, 2.0]}
)
expected = pd.DataFrame({"station": ["A"], "temperature": [1.0], "rain": [0.0]})
assert_frame_equal(clean(small), expected)

# %% test clean-2 1
before = weather.copy()
cleaned = clean(weather)
assert_frame_equal(weather, before)
assert len(cleaned) == 7

# %% test clean-3 2
assert cleaned["temperature"].notna().all()
assert not cleaned.duplicated().any()
### BEGIN HIDDEN TESTS
assert cleaned.isna().sum().sum() == 0
assert sorted(cleaned.station.unique()) == ["East", "North", "South"]
assert cleaned.index.equals(pd.RangeIndex(7))
### END HIDDEN TESTS

# %% [markdown]
# **4.** The mean temperature of each station, the warmest first: `warmest(df)` returns a Series.

# %% solution warmest
def warmest(df):
    ### BEGIN SOLUTION
    return df.groupby("station")["temperature"].mean().sort_values(ascending=False)
    ### END SOLUTION

# %% locked ranking
ranking = warmest(clean(weather))

# %% test warmest-1 1
assert ranking.index[0] == "South"
assert ranking.index.tolist() == ["South", "North", "East"]

# %% test warmest-2 2
np.testing.assert_allclose(ranking.values, [30.5 / 3, 4.25, -3.0])
assert_series_equal(
    warmest(pd.DataFrame({"station": ["x", "y", "x"], "temperature": [1.0, 5.0, 2.0]})),
    pd.Series([5.0, 1.5], index=pd.Index(["y", "x"], name="station"), name="temperature"),
)

# %% [markdown]
# **5.** Write the cleaned table to `clean.csv`, without the index, and a column `frost` in it.

# %% solution write
### BEGIN SOLUTION
result = clean(weather)
result["frost"] = result["temperature"] < 0
result.to_csv("clean.csv", index=False)
### END SOLUTION

# %% test write-1 1
assert "frost" in result.columns
assert result["frost"].sum() == 2
assert result.loc[result["frost"], "station"].eq("East").all()

# %% test write-2 1
back = pd.read_csv("clean.csv")
assert list(back.columns) == ["station", "date", "temperature", "rain", "frost"]
assert len(back) == 7

# %% [markdown]
# **6.** `pivot`: one row a date, one column a station, the mean temperature in it.

# %% solution pivot
### BEGIN SOLUTION
pivot = clean(weather).pivot_table(index="date", columns="station", values="temperature")
### END SOLUTION

# %% test pivot-1 1
assert pivot.shape == (3, 3)
assert pivot.loc[pd.Timestamp("2024-01-02"), "South"] == 11.0
assert np.isnan(pivot.loc["2024-01-02", "North"])
