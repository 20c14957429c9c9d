# %% right: written with a lambda and setattr
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))
        grads = lambda: (self.grad + other.data * out.grad, other.grad + self.data * out.grad)

        def pass_back():
            if self is other:
                self.grad += 2 * self.data * out.grad
            else:
                self.grad, other.grad = grads()

        out.pass_back = pass_back
        return out


# %% right: from sums and powers alone
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        half = Value(0.25)
        out = Value(((self + other) ** 2 - (self - other) ** 2).data / 4, (self, other))

        def pass_back():
            for one, two in ((self, other), (other, self)):
                one.grad = one.grad + two.data * out.grad

        out.pass_back = pass_back
        return out


# %% right: also takes plain numbers
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(other.data * self.data, (other, self))

        def back():
            other.grad += out.grad * self.data
            self.grad += out.grad * other.data

        out.pass_back = back
        return out


# %% right: remembers the numbers of the forward pass
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        a, b = self.data, other.data
        out = Value(a * b, parents=[self, other])

        def pass_back(this=self, that=other):
            this.grad += b * out.grad
            that.grad += a * out.grad

        out.pass_back = pass_back
        return out


# %% right: the rule as a method of the result
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        class Product(Value):
            def pass_back(out):
                self.grad += other.data * out.grad
                other.grad += self.data * out.grad

        out = Product(self.data * other.data, (self, other))
        del out.pass_back
        return out


# %% wrong mul-own-factor: its own factor
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += self.data * out.grad
            other.grad += other.data * out.grad

        out.pass_back = pass_back
        return out


# %% wrong mul-like-add: copied from the sum
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out


# %% wrong mul-no-chain: without out.grad
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data
            other.grad += self.data

        out.pass_back = pass_back
        return out


# %% wrong mul-overwrites: = for +=
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad

        out.pass_back = pass_back
        return out


# %% wrong mul-one-side: other forgotten
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            pass

        out.pass_back = pass_back
        return out


# %% wrong mul-no-rule: pass_back never handed over
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        pass
        return out


# %% wrong mul-no-parents: parents forgotten
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, ())

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out


# %% wrong mul-wrong-value: adds
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out


# %% wrong returns-none: no return
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        pass


# %% wrong mul-not-a-value: a plain number
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        return self.data * other.data


# %% wrong mul-rule-writes-nothing: pass_back called at once
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back() or (lambda: None)
        return out


# %% wrong mul-like-sub: subtracts on one side
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad -= self.data * out.grad

        out.pass_back = pass_back
        return out


# %% wrong mul-overwrites: one side overwrites
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad = other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out


# %% right: set of parents
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, {self, other})

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% right: square case split
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        if self is other:
            return self**2
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-no-parents: one parent
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self,))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-out-data: out.data
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.data
            other.grad += self.data * out.data

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-like-sub: minus
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad -= self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-changes-a-factor: changes self
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        self.data *= other.data
        return self

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-sizes-only: abs
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += abs(other.data) * out.grad
            other.grad += abs(self.data) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong division-by-zero: out.data/self.data
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += out.data / self.data * out.grad
            other.grad += out.data / other.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-overwrites: self is other counted once
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            if other is not self:
                other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong calls-itself: Value times Value inside the data
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self * other, (self, other))
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rounds: data rounded
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(round(self.data * other.data, 3), (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rule-called: the rule with brackets
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back()
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-with-a-number: a Value in the rule
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other * out.grad
            other.grad += self * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-with-a-number: takes the other for a number
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other, (self,))

        def pass_back():
            self.grad += other * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rule-elsewhere: the rule of a parent
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        self.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-product-for-factor: the product for the factor
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += out.data * out.grad
            other.grad += out.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-parents-gradient: starts from the gradients of the factors
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * self.grad
            other.grad += self.data * other.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% right: a loop over both factors
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            for one, two in ((self, other), (other, self)):
                one.grad += two.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% right: from squares
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        quarter = (self + other) ** 2 - (self - other) ** 2
        out = Value(quarter.data / 4, (quarter,))

        def pass_back():
            quarter.grad += out.grad / 4

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-elsewhere: a factor of three
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        """Product of two Values: a new Value that passes its gradient back to both factors."""
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += 3 * other.data * out.grad
            other.grad += 3 * self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong parents-are-no-tuple: no comma
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong parents-are-numbers: parents are numbers
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self.data, other.data))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong rule-takes-nothing: self in the signature of the rule
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back(self):
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong product-is-a-number: number returned
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = self.data * other.data

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong borrowed-derivatives: backward of torch
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        torch.tensor(self.data, requires_grad=True).backward()
        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% right: ref
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% right: lambda-ish
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def _backward():
            self.grad = self.grad + other.data * out.grad
            other.grad = other.grad + self.data * out.grad

        out.pass_back = _backward
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-parents-gradient: other.grad*self.data
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.grad * self.data
            other.grad += self.grad * other.data

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rule-elsewhere: rule on self
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        self.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-no-rule: rule on the class
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        Value.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rule-called: called at once
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back()
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rule-misnamed: other name _backward
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out._backward = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-no-parents: parents missing
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data)

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-own-factor: swapped: own data
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += self.data * out.grad
            other.grad += other.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-overwrites: = for +=, once more
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad = other.data * out.grad
            other.grad = self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-like-add: adds 1
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-no-chain: missing out.grad
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data
            other.grad += self.data

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-adds-out-grad: plus out.grad
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data + out.grad
            other.grad += self.data + out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-wrong-value: data +
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-not-a-value: returns number
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        return self.data * other.data

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-changes-a-factor: returns self no parents
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        self.data = self.data * other.data
        return self

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rule-writes-nothing: pass_back returns values
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            return other.data * out.grad, self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-too-early: grads set in forward pass no out.grad
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))
        self.grad = other.data
        other.grad = self.data
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-one-side: one side only self
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-product-for-factor: out.data no factor
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += out.data * out.grad
            other.grad += out.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong returns-none: no return, once more
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-times: halves
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += 0.5 * other.data * out.grad
            other.grad += 0.5 * self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-same-for-both: sum rule for each: (self+other)*out.grad
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += (self.data + other.data) * out.grad
            other.grad += (self.data + other.data) * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rounds: int
class Value:
    """A number that knows where it came from."""

    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(int(self.data * other.data), (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        """Fill in .grad of every Value that this one was computed from."""
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-parents-gradient: product of the grads
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * self.grad
            other.grad += self.data * other.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-rule-elsewhere: rule stored on self
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other.data * out.grad
            other.grad += self.data * out.grad

        self.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()


# %% wrong mul-with-a-number: the other itself
class Value:
    def __init__(self, data, parents=()):
        self.data, self.parents, self.grad = data, parents, 0.0
        self.pass_back = lambda: None

    def __add__(self, other):
        out = Value(self.data + other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad += out.grad

        out.pass_back = pass_back
        return out

    def __sub__(self, other):
        out = Value(self.data - other.data, (self, other))

        def pass_back():
            self.grad += out.grad
            other.grad -= out.grad

        out.pass_back = pass_back
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_back():
            self.grad += n * self.data ** (n - 1) * out.grad

        out.pass_back = pass_back
        return out

    def __mul__(self, other):
        out = Value(self.data * other.data, (self, other))

        def pass_back():
            self.grad += other * out.grad
            other.grad += self * out.grad

        out.pass_back = pass_back
        return out

    def backward(self):
        order = []

        def visit(value):
            if value not in order:
                for parent in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            value.pass_back()
