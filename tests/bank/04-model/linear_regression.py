# %% right: one layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super(LinearRegression, self).__init__()
        self.lin = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.lin(x)


# %% right: parameters of its own
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_in, n_out))
        self.b = nn.Parameter(torch.zeros(n_out))

    def forward(self, x):
        return x @ self.w + self.b


# %% right: a Sequential
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layers = nn.Sequential(nn.Linear(n_in, n_out))

    def forward(self, x):
        return self.layers(x)


# %% right: inherits from Sequential
class LinearRegression(nn.Sequential):
    def __init__(self, n_in=1, n_out=1):
        super().__init__(nn.Linear(n_in, n_out))


# %% right: inherits from Linear
class LinearRegression(nn.Linear):
    def __init__(self, n_in=1, n_out=1):
        super().__init__(n_in, n_out)


# %% right: functional, parameters from zero
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        nn.Module.__init__(self)
        self.register_parameter("weight", nn.Parameter(torch.zeros(n_out, n_in)))
        self.register_parameter("bias", nn.Parameter(torch.zeros(n_out)))

    def forward(self, x):
        return nn.functional.linear(x, self.weight, self.bias)


# %% right: bias and weight apart
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.slope = nn.Linear(n_in, n_out, bias=False)
        self.flag_fall = nn.Parameter(torch.rand(1, n_out))

    def forward(self, x):
        return self.flag_fall + self.slope(x)


# %% right: a lazy layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.LazyLinear(n_out)

    def forward(self, x):
        return self.linear(x)


# %% right: a list of layers, one for each output
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.heads = nn.ModuleList(nn.Linear(n_in, 1) for _ in range(n_out))

    def forward(self, x):
        return torch.cat([head(x) for head in self.heads], dim=1)


# %% right: one matrix with the bias in its last row
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.theta = nn.Parameter(0.1 * torch.randn(n_in + 1, n_out))

    def forward(self, x):
        return torch.cat([x, torch.ones(len(x), 1)], dim=1) @ self.theta


# %% right: prints and warns
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        import warnings

        warnings.warn("a new model")
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        print(x.shape)
        return self.linear(x)


# %% wrong not-a-module: an ordinary class
class LinearRegression:
    def __init__(self, n_in=1, n_out=1):
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong super-init-missing: no super().__init__
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong super-init-missing: super().__init__ too late, own parameters
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        self.w = nn.Parameter(torch.zeros(n_in, n_out))
        super().__init__()

    def forward(self, x):
        return x @ self.w


# %% wrong plain-tensor: plain tensors
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = torch.randn(n_in, n_out, requires_grad=True)
        self.b = torch.zeros(n_out, requires_grad=True)

    def forward(self, x):
        return x @ self.w + self.b


# %% wrong layer-in-a-list: a Python list of layers
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layers = [nn.Linear(n_in, n_out)]

    def forward(self, x):
        return self.layers[0](x)


# %% wrong layer-made-in-forward: the layer made in forward
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.n_in, self.n_out = n_in, n_out

    def forward(self, x):
        return nn.Linear(self.n_in, self.n_out)(x)


# %% wrong layer-of-the-class: a layer of the class, shared by all models
class LinearRegression(nn.Module):
    linear = nn.Linear(1, 1)

    def __init__(self, n_in=1, n_out=1):
        super().__init__()

    def forward(self, x):
        return self.linear(x)


# %% wrong random-forward: the layer made again in forward
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return nn.Linear(self.linear.in_features, self.linear.out_features)(x)


# %% wrong no-bias: the layer without a bias
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out, bias=False)

    def forward(self, x):
        return self.linear(x)


# %% wrong sizes-ignored: one in, one out
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(1, 1)

    def forward(self, x):
        return self.linear(x)


# %% wrong output-size-is-n-in: right only because both are 1
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_in)

    def forward(self, x):
        return self.linear(x)


# %% wrong sizes-swapped: outputs first
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_out, n_in)

    def forward(self, x):
        return self.linear(x)


# %% wrong more-than-one-layer: two layers
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.hidden = nn.Linear(n_in, 10)
        self.linear = nn.Linear(10, n_out)

    def forward(self, x):
        return self.linear(self.hidden(x))


# %% wrong number-of-parameters: one weight for all
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.tensor(1.0))
        self.b = nn.Parameter(torch.zeros(n_out))

    def forward(self, x):
        return self.w * x + self.b


# %% wrong output-flat: squeezed
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x).squeeze()


# %% wrong output-one-number: a mean over the rides
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x).mean()


# %% wrong returns-none: no return
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        self.linear(x)


# %% wrong model-activation: an activation
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return torch.relu(self.linear(x))


# %% wrong model-activation: a sigmoid, as for classes
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return torch.sigmoid(self.linear(x))


# %% wrong bias-not-in-model: forgets the bias
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return x @ self.linear.weight.T


# %% wrong bias-subtracted: takes the bias away
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x) - 2 * self.linear.bias


# %% wrong parameter-unused: a line that is known already
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return 2 * x[:, :1].repeat(1, self.linear.out_features)


# %% wrong gradient-stops: detached
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x).detach()


# %% wrong gradient-stops: .data of the weight
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return x @ self.linear.weight.data.T + self.linear.bias


# %% wrong frozen-parameter: no gradient wanted
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.linear.bias.requires_grad = False

    def forward(self, x):
        return self.linear(x)


# %% wrong shared-parameters: one layer for all models
layers = {}


class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = layers.setdefault((n_in, n_out), nn.Linear(n_in, n_out))

    def forward(self, x):
        return self.linear(x)


# %% wrong unknown-name: self forgotten
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return linear(x)


# %% wrong rows-mixed: standardises inside
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear((x - x.mean(0)) / x.std(0))


# %% wrong changed-input: moves x itself
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        x -= x.mean()
        return self.linear(x)


# %% wrong buffer-not-trained: the bias a buffer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out, bias=False)
        self.register_buffer("b", torch.zeros(n_out))

    def forward(self, x):
        return self.linear(x) + self.b


# %% wrong bias-twice: the bias twice
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x) + self.linear.bias


# %% right: a dictionary of parameters
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        nn.Module.__init__(self)
        self.p = nn.ParameterDict({"w": torch.zeros(n_in, n_out), "b": torch.zeros(n_out)})

    def forward(self, x):
        return torch.matmul(x, self.p["w"]) + self.p["b"]


# %% wrong sizes-ignored: the sizes of the test, written in
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.l = nn.Linear(3, 2) if n_in > 1 else nn.Linear(1, 1)

    def forward(self, x):
        return self.l(x)


# %% wrong input-size-is-n-out: n_out twice
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.l = nn.Linear(n_out, n_out)

    def forward(self, x):
        return self.l(x)


# %% wrong one-size-missing: one output
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.l = nn.Linear(n_in, 1)

    def forward(self, x):
        return self.l(x)


# %% wrong one-size-missing: one input
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.l = nn.Linear(1, n_out)

    def forward(self, x):
        return self.l(x)


# %% wrong forward-misspelt: misspelt
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layer = nn.Linear(n_in, n_out)

    def foward(self, x):
        return self.layer(x)


# %% wrong no-forward: outside the class
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layer = nn.Linear(n_in, n_out)


def forward(self, x):
    return self.layer(x)


# %% wrong init-misspelt: single underscores
class LinearRegression(nn.Module):
    def _init_(self, n_in=1, n_out=1):
        super().__init__()
        self.layer = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.layer(x)


# %% right: a convolution of width one
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layer = nn.Conv1d(n_in, n_out, 1)

    def forward(self, x):
        return self.layer(x[:, :, None])[:, :, 0]


# %% right: flattened first, which changes nothing
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.flatten = nn.Flatten()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        x = self.flatten(x)
        return self.linear(x)


# %% right: parameters drawn at random
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.weights = nn.Parameter(torch.randn(n_in, n_out, dtype=torch.float), requires_grad=True)
        self.bias = nn.Parameter(torch.randn(n_out, dtype=torch.float), requires_grad=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.mm(x, self.weights) + self.bias


# %% right: einsum
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.rand(n_out, n_in))
        self.b = nn.Parameter(torch.rand(n_out))

    def forward(self, x):
        return torch.einsum("ni,oi->no", x, self.w) + self.b


# %% right: a dropout of nothing
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_in, n_out), nn.Dropout(0.0))

    def forward(self, x):
        return self.net(x)


# %% right: counts its calls in a buffer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.register_buffer("count", torch.tensor(0))
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        self.count += 1
        return self.linear(x)


# %% right: a layer of one's own inside
class MyLinear(nn.Module):
    def __init__(self, a, b):
        super().__init__()
        self.w = nn.Parameter(torch.randn(a, b))
        self.b = nn.Parameter(torch.zeros(b))

    def forward(self, x):
        return x @ self.w + self.b


class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.lin = MyLinear(n_in, n_out)

    def forward(self, x):
        return self.lin(x)


# %% wrong init-misspelt: single underscores twice
class LinearRegression(nn.Module):
    def _init_(self, n_in=1, n_out=1):
        super(LinearRegression, self)._init_()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong init-misspelt: int for init
class LinearRegression(nn.Module):
    def __int__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong forward-inside-init: forward indented into __init__
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

        def forward(self, x):
            return self.linear(x)


# %% wrong no-forward: predict
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def predict(self, x):
        return self.linear(x)


# %% wrong layer-not-called: returns the layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear


# %% wrong forward-returns-x: returns x
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        self.linear(x)
        return x


# %% wrong forward-returns-several: returns the parameters
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear.weight, self.linear.bias


# %% wrong model-activation: softmax
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return torch.softmax(self.linear(x), dim=1)


# %% wrong model-activation: a ReLU layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.relu = nn.ReLU()

    def forward(self, x):
        return self.relu(self.linear(x))


# %% wrong model-activation: tanh
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return torch.tanh(self.linear(x))


# %% wrong model-activation: a leaky ReLU at the end
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.model = nn.Sequential(nn.Linear(n_in, n_out), nn.LeakyReLU())

    def forward(self, x):
        return self.model(x)


# %% wrong output-flat: a view of one axis
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x).view(-1)


# %% wrong output-turned: transposed
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x).T


# %% wrong output-one-ride: the first row
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)[0]


# %% wrong output-added-up: outputs added up
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x).sum(dim=1, keepdim=True)


# %% wrong more-than-one-layer: a hidden layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_in, 64), nn.ReLU(), nn.Linear(64, n_out))

    def forward(self, x):
        return self.net(x)


# %% wrong more-than-one-layer: two layers, one after the other
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear1 = nn.Linear(n_in, n_out)
        self.linear2 = nn.Linear(n_out, n_out)

    def forward(self, x):
        return self.linear2(self.linear1(x))


# %% wrong bias-too-many: a bias of its own beside the layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.bias = nn.Parameter(torch.zeros(n_out))

    def forward(self, x):
        return self.linear(x) + self.bias


# %% wrong layer-in-a-list: a dict of layers
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layers = {"linear": nn.Linear(n_in, n_out)}

    def forward(self, x):
        return self.layers["linear"](x)


# %% wrong weight-flat: the weight replaced by a flat one
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.linear.weight = nn.Parameter(torch.zeros(n_in))

    def forward(self, x):
        return self.linear(x)


# %% wrong weights-without-outputs: one weight for each input
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_in))
        self.b = nn.Parameter(torch.zeros(n_out))

    def forward(self, x):
        return x * self.w + self.b


# %% wrong output-flat: a weight of one axis
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_in))
        self.b = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return x @ self.w + self.b


# %% wrong plain-tensor: the bias a plain tensor
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_in, n_out))
        self.b = torch.zeros(n_out)

    def forward(self, x):
        return x @ self.w + self.b


# %% wrong buffer-not-trained: buffers for both
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.register_buffer("w", torch.randn(n_in, n_out))
        self.register_buffer("b", torch.randn(n_out))

    def forward(self, x):
        return x @ self.w + self.b


# %% wrong layer-not-kept: self forgotten in __init__
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return linear(x)


# %% wrong sizes-ignored: sizes of the notebook
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(4, 1)

    def forward(self, x):
        return self.linear(x)


# %% wrong model-activation: squares x
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x**2)


# %% wrong bias-subtracted: takes the bias away, parameters of its own
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_in, n_out))
        self.b = nn.Parameter(torch.randn(n_out))

    def forward(self, x):
        return x @ self.w - self.b


# %% wrong bias-of-each-ride: a bias for each ride
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_in, n_out))
        self.b = nn.Parameter(torch.randn(4, n_out))

    def forward(self, x):
        return x @ self.w + self.b


# %% wrong layer-made-in-forward: a layer stored in forward
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.n_in, self.n_out = n_in, n_out

    def forward(self, x):
        self.linear = nn.Linear(self.n_in, self.n_out)
        return self.linear(x)


# %% wrong plain-tensor: NumPy arrays
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = np.random.randn(n_in, n_out)
        self.b = np.zeros(n_out)

    def forward(self, x):
        return x @ torch.tensor(self.w, dtype=torch.float32) + torch.tensor(
            self.b, dtype=torch.float32
        )


# %% wrong random-forward: dropout
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.dropout = nn.Dropout(0.2)

    def forward(self, x):
        return self.linear(self.dropout(x))


# %% wrong not-linear: no fare below zero
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return abs(self.linear(x))


# %% wrong output-shape: one axis more
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x).unsqueeze(0)


# %% wrong nothing-registered: remembers the sizes, and stops there
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.n_in = n_in

    def forward(self, x):
        return 2 * x


# %% wrong signature-of-a-method: no default sizes
class LinearRegression(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong unknown-function: nn.linear
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong weight-flat: flat weight
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.linear.weight = nn.Parameter(torch.ones(n_in))

    def forward(self, x):
        return self.linear(x)


# %% wrong module-without-forward: inner without forward
class Layer(nn.Module):
    def __init__(self, n_in, n_out):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_in, n_out))
        self.b = nn.Parameter(torch.randn(n_out))


class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.layer = Layer(n_in, n_out)

    def forward(self, x):
        return self.layer(x)


# %% wrong tensor-over-a-parameter: tensor as weight
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)
        self.linear.weight = torch.ones(n_out, n_in)

    def forward(self, x):
        return self.linear(x)


# %% wrong super-init-missing: super last
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        self.linear = nn.Linear(n_in, n_out)
        super().__init__()

    def forward(self, x):
        return self.linear(x)


# %% wrong super-with-arguments: super with sizes
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__(n_in, n_out)
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong super-without-brackets: super() missing brackets
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super.__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong signature-of-a-method: no self in forward
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(x):
        return self.linear(x)


# %% wrong layer-of-no-sizes: no self in init
class LinearRegression(nn.Module):
    def __init__(n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)


# %% wrong parameter-of-no-tensor: own weights np
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(np.random.randn(n_in, n_out))
        self.b = nn.Parameter(torch.zeros(n_out))

    def forward(self, x):
        return x @ self.w + self.b


# %% wrong function-calls-itself: forward calls itself
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.forward(x)


# %% wrong wants-a-tensor: x numpy
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x.numpy())


# %% wrong dtype-mismatch: double layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out).double()

    def forward(self, x):
        return self.linear(x)


# %% wrong layers-in-a-list: Sequential of a list
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.net = nn.Sequential([nn.Linear(n_in, n_out)])

    def forward(self, x):
        return self.net(x)


# %% wrong weight-not-transposed: x @ weight, no transpose
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return torch.matmul(x, self.linear.weight) + self.linear.bias


# %% wrong device-hard-coded: the layer on cuda
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out).cuda()

    def forward(self, x):
        return self.linear(x.cuda())


# %% wrong weight-not-transposed: an own weight, not transposed
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n_out, n_in))
        self.b = nn.Parameter(torch.randn(n_out))

    def forward(self, x):
        return x @ self.w + self.b


# %% wrong self-given-twice: self given to the layer
class LinearRegression(nn.Module):
    def __init__(self, n_in=1, n_out=1):
        super().__init__()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(self, x)


# %% wrong init-misspelt: _init_ with one underscore
class LinearRegression(nn.Module):
    def _init_(self, n_in=1, n_out=1):
        super()._init_()
        self.linear = nn.Linear(n_in, n_out)

    def forward(self, x):
        return self.linear(x)
