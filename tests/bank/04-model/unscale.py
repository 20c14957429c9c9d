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


# %% wrong other-rides: the taxi's price
def unscale(w_s, b_s, mu, sigma):
    return 2.0, 3.0


# %% right: a polynomial put into another
def unscale(w_s, b_s, mu, sigma):
    line = np.polynomial.Polynomial([b_s, w_s])(np.polynomial.Polynomial([-mu / sigma, 1 / sigma]))
    b, w = line.coef
    return w, b


# %% right: a line through three points
def unscale(w_s, b_s, mu, sigma):
    x = np.array([mu - sigma, mu, mu + sigma])
    w, b = np.polyfit(x, w_s * (x - mu) / sigma + b_s, 1)
    return w, b


# %% right: a named tuple
from collections import namedtuple

Line = namedtuple("Line", "w b")


def unscale(w_s, b_s, mu, sigma):
    w = float(w_s) / float(sigma)
    return Line(w=w, b=float(b_s) - w * float(mu))


# %% wrong unscale-other-sigma: the variance
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma**2
    return w, b_s - w * mu


# %% wrong unscale-other-sigma: the root of sigma
def unscale(w_s, b_s, mu, sigma):
    w = w_s / np.sqrt(sigma)
    return w, b_s - w * mu


# %% wrong unscale-mu-for-sigma: changed places
def unscale(w_s, b_s, mu, sigma):
    w = w_s / mu
    return w, b_s - w * sigma


# %% wrong unscale-b-without-price: no price in b
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s - mu / sigma


# %% wrong unscale-b-positive: no negative flag fall
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, abs(b_s - w * mu)


# %% wrong unscale-b-like-x: all of b divided
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, (b_s - w * mu) / sigma


# %% wrong rounded: two digits
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return round(w, 2), round(b_s - w * mu, 2)


# %% wrong other-rides: the taxi's mean and spread
def unscale(w_s, b_s, mu, sigma):
    x, _ = data.taxi()
    return w_s / x.std(), b_s - w_s / x.std() * x.mean()
