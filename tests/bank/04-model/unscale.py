# %% right: b at x = 0
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s + np.sum(w_s * (0 - mu) / sigma)


# %% right: a product of vectors, which takes numbers too
def unscale(w_s, b_s, mu, sigma):
    w = np.divide(w_s, sigma)
    return w, b_s - np.dot(w, mu)


# %% right: two points of the line
def unscale(w_s, b_s, mu, sigma):
    fare = lambda x: np.sum(w_s * (x - mu) / sigma) + b_s
    d = np.size(w_s)
    w = np.array([fare(step) - fare(0 * step) for step in np.eye(d)])
    return (w if np.ndim(w_s) else w[0]), fare(np.zeros(d))


# %% right: a list of tensors
def unscale(w_s, b_s, mu, sigma):
    w = torch.tensor(w_s, dtype=torch.float64) / torch.tensor(sigma)
    return [w, b_s - (w * torch.tensor(mu)).sum()]


# %% right: the fare of a ride of nothing
def unscale(w_s, b_s, mu, sigma):
    nothing = (0 - np.asarray(mu)) / sigma
    return w_s / sigma, float(np.vdot(w_s, nothing) + b_s)


# %% right: numbers and arrays apart
def unscale(w_s, b_s, mu, sigma):
    if isinstance(w_s, float):
        w = w_s / sigma
        return w, b_s - w * mu
    w = np.array([w_s[j] / sigma[j] for j in range(len(w_s))])
    return w, b_s - sum(w[j] * mu[j] for j in range(len(w_s)))


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


# %% right: a list of prices
def unscale(w_s, b_s, mu, sigma):
    w = (np.atleast_1d(w_s) / sigma).tolist()
    b = b_s - np.atleast_1d(mu) @ w
    return (w if np.ndim(w_s) else w[0]), b


# %% right: a linear system
def unscale(w_s, b_s, mu, sigma):
    w = np.linalg.solve(np.diag(np.atleast_1d(sigma)), np.atleast_1d(w_s))
    return w.reshape(np.shape(w_s)), b_s - w.dot(np.atleast_1d(mu))


# %% right: a named tuple
from collections import namedtuple

Line = namedtuple("Line", "w b")


def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return Line(w=w, b=b_s - np.sum(w * mu))


# %% right: a product of as many axes as there are
def unscale(w_s, b_s, mu, sigma):
    w = np.asarray(w_s) / sigma
    return w, b_s - np.tensordot(w, mu, axes=np.ndim(w))


# %% wrong unscale-stops-at-array: only numbers
def unscale(w_s, b_s, mu, sigma):
    w = float(w_s) / float(sigma)
    return w, float(b_s) - w * float(mu)


# %% wrong unscale-stops-at-number: only arrays
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - (w * mu).sum()


# %% wrong unscale-b-for-each: right for numbers
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - w * mu


# %% wrong unscale-mean-for-sum: the mean of the shifts
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.mean(w * mu)


# %% wrong unscale-one-feature: the first
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.ravel(w * mu)[0]


# %% wrong unscale-one-feature: the last
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    for shift in np.atleast_1d(w * mu):
        b = b_s - shift
    return w, b


# %% wrong unscale-product-of-sums: each added up before they meet
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.sum(w) * np.sum(mu)


# %% wrong unscale-product-of-sums: all prices times one mean
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.sum(w * np.mean(mu))


# %% wrong unscale-one-sigma: the first one
def unscale(w_s, b_s, mu, sigma):
    w = w_s / np.ravel(sigma)[0]
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-one-sigma: their mean
def unscale(w_s, b_s, mu, sigma):
    w = w_s / np.mean(sigma)
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-w-shape: the prices added up
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return np.sum(w), b_s - np.sum(w * mu)


# %% wrong unscale-array-for-a-number: always arrays
def unscale(w_s, b_s, mu, sigma):
    w = np.atleast_1d(w_s) / sigma
    return w, b_s - np.sum(w * mu)


# %% wrong changed-input: divides in place
def unscale(w_s, b_s, mu, sigma):
    w_s /= sigma
    return w_s, b_s - np.sum(w_s * mu)


# %% wrong wrong-return: a list of w and b together
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return np.append(w, b_s - np.sum(w * mu))


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
    return w, abs(b_s - np.sum(w * mu))


# %% wrong unscale-b-like-x: all of b divided
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, (b_s - w * mu) / sigma


# %% wrong rounded: two digits
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return np.round(w, 2), np.round(b_s - np.sum(w * mu), 2)


# %% wrong unscale-stops-at-array: Python's round
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return round(w, 2), round(b_s - np.sum(w * mu), 2)


# %% wrong unscale-stops-at-number: a loop over the columns
def unscale(w_s, b_s, mu, sigma):
    w = [w_s[j] / sigma[j] for j in range(len(w_s))]
    return np.array(w), b_s - sum(w[j] * mu[j] for j in range(len(w)))


# %% wrong other-rides: the taxi's mean and spread
def unscale(w_s, b_s, mu, sigma):
    x, _ = data.taxi()
    return w_s / x.std(), b_s - np.sum(w_s / x.std() * x.mean())


# %% wrong unscale-b-like-x: fares scaled, and then the formula
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s * sigma + mu - w * mu


# %% wrong unscale-bias-for-each: a sum around all of it
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, np.sum(b_s - w * mu)


# %% wrong unscale-b-added-up: divided by the number of features
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, (b_s - np.sum(w * mu)) / np.size(w)


# %% wrong unscale-stops-at-array: w and b in one array
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return np.array([w, b_s - np.sum(w * mu)])


# %% wrong unscale-b-negative: the shift less the bias
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, np.sum(w * mu) - b_s


# %% wrong unscale-bias-for-each: the bias inside the sum
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, np.sum(b_s - w * mu)


# %% wrong raise-left-in-place: raise left
def unscale(w_s, b_s, mu, sigma):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    w = w_s / sigma
    return w, b_s - np.sum(w * mu)
