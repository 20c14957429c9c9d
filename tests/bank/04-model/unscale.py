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


# %% wrong unscale-one-number: w alone
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma


# %% wrong returns-a-dict: a dict
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


# %% right: always arrays
def unscale(w_s, b_s, mu, sigma):
    w = np.atleast_1d(w_s) / sigma
    return w, b_s - np.sum(w * mu)


# %% wrong changed-input: divides in place
def unscale(w_s, b_s, mu, sigma):
    w_s /= sigma
    return w_s, b_s - np.sum(w_s * mu)


# %% wrong unscale-one-array: a list of w and b together
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


# %% right: a sum over one axis at least
def unscale(w_s, b_s, mu, sigma):
    w = np.multiply(w_s, 1 / sigma)
    return w, (b_s - (np.atleast_1d(w) * np.atleast_1d(mu)).sum())


# %% right: in single precision
def unscale(w_s, b_s, mu, sigma):
    w = np.float32(w_s) / np.float32(sigma)
    return w, np.float32(b_s) - np.sum(w * np.float32(mu))


# %% right: b with an axis
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, np.array([b_s - np.sum(w * mu)])


# %% right: coef_ as an array, intercept a number
def unscale(w_s, b_s, mu, sigma):
    coef = np.array([w_s]) / np.array([sigma])
    intercept = b_s - np.sum(coef * mu)
    return coef, intercept


# %% right: with torch
def unscale(w_s, b_s, mu, sigma):
    w_s, mu, sigma = (torch.as_tensor(v, dtype=torch.float64) for v in (w_s, mu, sigma))
    w = w_s / sigma
    return w, b_s - torch.sum(w * mu)


# %% right: nothing to speak of added to sigma
def unscale(w_s, b_s, mu, sigma):
    w = w_s / (sigma + 1e-8)
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-b_s-missing: intercept dropped
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    b = mu - w * mu
    return w, b


# %% wrong unscale-b_s-missing: b_s dropped
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, -np.sum(w * mu)


# %% wrong unscale-b_s-missing: no flag fall at all
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, 0.0


# %% wrong unscale-w-kept: scaled with x's numbers
def unscale(w_s, b_s, mu, sigma):
    w = w_s * sigma / sigma
    b = b_s * sigma + mu - np.sum(w * mu)
    return w, b


# %% wrong unscale-w-like-x: inverse transform of w
def unscale(w_s, b_s, mu, sigma):
    return w_s * sigma + mu, b_s


# %% wrong unscale-w-like-x: transform of w
def unscale(w_s, b_s, mu, sigma):
    return (w_s - mu) / sigma, b_s


# %% wrong unscale-b-like-x: b_s times sigma
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s * sigma - w * mu


# %% wrong unscale-b-brackets: b_s divided by sigma
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s / sigma - w * mu


# %% wrong unscale-w-sign: w turned round
def unscale(w_s, b_s, mu, sigma):
    w = -w_s / sigma
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-w-times-sigma: times sigma, b from w_s
def unscale(w_s, b_s, mu, sigma):
    w = w_s * sigma
    return w, b_s - np.sum(w_s * mu)


# %% wrong unscale-b-without-price: plus, without a price
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s + np.sum(mu / sigma)


# %% wrong unscale-b-sigma-twice: sigma twice in the shift
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.sum(w * mu / sigma)


# %% wrong unscale-b-without-mean: sigma for mu in the shift
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.sum(w * sigma)


# %% wrong unscale-b-brackets: brackets around b_s and w
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, np.sum((b_s - w) * mu)


# %% wrong unscale-b-brackets: all divided by sigma
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, (b_s - w_s * mu) / sigma


# %% wrong unscale-one-feature: the largest shift
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.max(w * mu)


# %% wrong unscale-features-multiplied: shifts multiplied
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.prod(w * mu)


# %% wrong unscale-shift-positive: the length of the shifts
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, b_s - np.linalg.norm(w * mu)


# %% wrong unscale-one-array: w and b put together
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return np.concatenate([w, [b_s - np.sum(w * mu)]])


# %% wrong unscale-one-number: b alone
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    b = b_s - np.sum(w * mu)
    return b


# %% wrong unscale-w-positive: a price without its sign
def unscale(w_s, b_s, mu, sigma):
    w = abs(w_s) / sigma
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-w-upside-down: upside down
def unscale(w_s, b_s, mu, sigma):
    w = sigma / w_s
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-w-range: a range for sigma
def unscale(w_s, b_s, mu, sigma):
    w = w_s / (sigma - mu)
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-b-times-sigma: sigma in the numerator
def unscale(w_s, b_s, mu, sigma):
    return w_s / sigma, b_s - np.sum(mu * w_s * sigma)


# %% wrong unscale-sigma-plus: a small number beside sigma
def unscale(w_s, b_s, mu, sigma):
    w = w_s / (sigma + 1e-3)
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-mu-for-sigma: arguments in another order
def unscale(w_s, b_s, sigma, mu):
    w = w_s / sigma
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-w-shape: both added up
def unscale(w_s, b_s, mu, sigma):
    w = np.sum(w_s / sigma)
    b = b_s - np.sum(w_s / sigma * mu)
    return w, b


# %% wrong unscale-stops-at-array: b as a float
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    b = float(b_s - w * mu)
    return w, b


# %% right: a list, both with an axis
def unscale(w_s, b_s, mu, sigma):
    w = np.atleast_1d(w_s / sigma)
    return [w, np.array([b_s - w @ np.atleast_1d(mu)])]


# %% wrong unscale-w-whole: divided to a whole number
def unscale(w_s, b_s, mu, sigma):
    w = w_s // sigma
    return w, b_s - np.sum(w * mu)


# %% wrong raise-left-in-place: raise left
def unscale(w_s, b_s, mu, sigma):
    raise NotImplementedError("Still to do: put your code in place of this line.")
    w = w_s / sigma
    return w, b_s - np.sum(w * mu)


# %% wrong unscale-b_s-missing: intercept dropped, too
def unscale(w_s, b_s, mu, sigma):
    w = w_s / sigma
    return w, mu - w * mu
