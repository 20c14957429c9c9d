# %% [markdown]
# # Week 2: classes

# %% [markdown]
# **1.** A `Fraction` of our own: reduced to lowest terms, with `+`, `==`, `<` and a text such as `3/4`.

# %% solution fraction
from math import gcd


class Fraction:
    ### BEGIN SOLUTION
    def __init__(self, top, bottom):
        if bottom == 0:
            raise ZeroDivisionError("the bottom is 0")
        common = gcd(top, bottom)
        self.top = top // common
        self.bottom = bottom // common

    def __add__(self, other):
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)

    def __eq__(self, other):
        return self.top == other.top and self.bottom == other.bottom

    def __lt__(self, other):
        return self.top * other.bottom < other.top * self.bottom

    def __str__(self):
        return f"{self.top}/{self.bottom}"
    ### END SOLUTION

# %% test fraction-1 1
half = Fraction(1, 2)
assert half.top == 1 and half.bottom == 2
assert Fraction(6, 8).top == 3

# %% test fraction-2 2
assert str(Fraction(6, 8)) == "3/4"
assert f"{half + half}" == "1/1"

# %% test fraction-3 2
assert Fraction(1, 2) == Fraction(2, 4)
assert not Fraction(1, 2) == Fraction(1, 3)
assert Fraction(1, 3) != half
assert Fraction(1, 2) + Fraction(1, 3) == Fraction(5, 6)

# %% test fraction-4 2
assert Fraction(1, 3) < Fraction(1, 2)
assert not half < half
### BEGIN HIDDEN TESTS
ordered = sorted([Fraction(3, 4), Fraction(1, 4), Fraction(1, 2)])
assert [str(f) for f in ordered] == ["1/4", "1/2", "3/4"]
### END HIDDEN TESTS

# %% test fraction-5 1
try:
    Fraction(1, 0)
    assert False, "a bottom of 0"
except ZeroDivisionError:
    pass

# %% [markdown]
# **2.** A bank account. `withdraw` raises `NotEnough`, an exception of your own, when there is too little.
# `len` says how many movements there were, and `in` whether an amount is among them.

# %% solution account
### BEGIN SOLUTION
class NotEnough(Exception):
    pass


class Account:
    bank = "Savings Bank"

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.movements = []

    def deposit(self, amount):
        self.balance += amount
        self.movements.append(amount)

    def withdraw(self, amount):
        if amount > self.balance:
            raise NotEnough(f"{self.owner} has {self.balance}")
        self.balance -= amount
        self.movements.append(-amount)

    def __len__(self):
        return len(self.movements)

    def __contains__(self, amount):
        return amount in self.movements
### END SOLUTION

# %% test account-1 1
account = Account("Ada", 100)
account.deposit(50)
account.withdraw(30)
assert account.balance == 120
assert Account.bank == "Savings Bank"

# %% test account-2 1
assert issubclass(NotEnough, Exception)
try:
    account.withdraw(1000)
except NotEnough as error:
    assert "Ada" in str(error)
else:
    raise AssertionError("nothing was raised")
assert account.balance == 120

# %% test account-3 1
assert len(account) == 2
assert 50 in account
assert 7 not in account
assert hasattr(account, "movements")

# %% test account-4 1
others = [Account("Bob"), Account("Eve", 5)]
for one in others:
    one.deposit(10)
    assert isinstance(one, Account)
assert [one.balance for one in others] == [10, 15]
assert account.movements == [50, -30], "every account has its own movements"

# %% [markdown]
# **3.** A `SavingsAccount` is an `Account` whose method `year` adds interest.

# %% solution savings
### BEGIN SOLUTION
class SavingsAccount(Account):
    def __init__(self, owner, balance=0, rate=0.02):
        super().__init__(owner, balance)
        self.rate = rate

    def year(self):
        self.deposit(self.balance * self.rate)

    def __repr__(self):
        return f"SavingsAccount({self.owner!r}, {self.balance})"
### END SOLUTION

# %% test savings-1 2
assert issubclass(SavingsAccount, Account)
s = SavingsAccount("Eve", 1000, rate=0.1)
s.year()
assert abs(s.balance - 1100) < 1e-9
assert s.movements == [100.0]

# %% test savings-2 1
assert repr(SavingsAccount("Eve", 5)) == "SavingsAccount('Eve', 5)"
assert "year" in dir(s)
