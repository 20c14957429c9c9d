# %% right: b at x = 0
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s + w_s * (0 - mu) / sigma


# %% right: an array
def unscale(w_s, b_s, mu, sigma):
    return np.array([w_s, b_s]) @ [[1 / sigma, -mu / sigma], [0, 1]]


# %% right: two points of the line
def unscale(w_s, b_s, mu, sigma):
    fare = lambda x: w_s * (x - mu) / sigma + b_s
    return fare(1) - fare(0), fare(0)


# %% right: a list of 0-d tensors
def unscale(w_s, b_s, mu, sigma):
    w = torch.tensor(w_s, dtype=torch.float64) / sigma
    return [w, b_s - w * mu]


# %% right: a linear system
def unscale(w_s, b_s, mu, sigma):
    return tuple(np.linalg.solve([[mu, 1], [mu + sigma, 1]], [b_s, b_s + w_s]))


# %% wrong unscale-swapped: b first
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return b_s - w * mu, w


# %% wrong unscale-b-kept: only w
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s


# %% wrong unscale-nothing: as they are
def unscale(w_s, b_s, mu, sigma):
    return w_s, b_s


# %% wrong unscale-w-times-sigma: the wrong way round
def unscale(w_s, b_s, mu, sigma):
    w = w_s * sigma
    return w, b_s - w * mu


# %% wrong unscale-w-kept: divided only in b
def unscale(w_s, b_s, mu, sigma):
    return w_s, b_s - w_s * mu / sigma


# %% wrong unscale-b-with-w_s: sigma forgotten in b
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s - w_s * mu


# %% wrong unscale-b-sign: plus
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s + w_s * mu / sigma


# %% wrong unscale-b-like-x: as if the fares had been scaled
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s * sigma + mu


# %% wrong returns-none: assigned only
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    b = b_s - w * mu


# %% wrong wrong-return: w alone
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma


# %% wrong wrong-return: a dict
def unscale(w_s, b_s, mu, sigma):
    return {"w": w_s / sigma, "b": b_s - w_s / sigma * mu}


# %% wrong wrong-value: the taxi's price
def unscale(w_s, b_s, mu, sigma):
    return 2.0, 3.0
