"""Every sentence a check can say to a learner, by tag: the catalogue to read, or to translate.

A message names the idea that went wrong and ends in something the learner can do. Facts in
braces are filled in from the learner's own answer.
"""

CATALOGUE = {
    # --- the three kinds of verdict ---
    "right": "✓ {exercise}",
    "right-on-other-data": "✓ {exercise}, on data drawn from a seed",
    "still-to-do": (
        "{exercise} is still to do, or calls something that is. Write your code in its cell, run "
        "that cell, then run this one again."
    ),
    # --- what the frameworks raise, by cause (see errors.py) ---
    "error": "Your code stopped with {kind}: {text}{where} Run it alone in a new cell to see more.",
    "unknown-name": (
        "Your code uses a name that does not exist where it runs: {text}.{where} Is it spelled as "
        "in the signature, and defined before it is used?"
    ),
    "signature": (
        "The function was called with the arguments its first line promises, and could not take "
        "them: {text}. Put the first line (`def …`) back as it was; write below it."
    ),
    "in-place-on-a-leaf": (
        "autograd was still recording when you changed a parameter in place.{where} An update is "
        "not part of the model: which context switches recording off?"
    ),
    "second-backward": (
        "You called backward() twice on one graph; the first call used it up.{where} Each epoch "
        "needs its own forward pass: is the prediction computed inside the loop, and is the update "
        "kept out of the graph?"
    ),
    "no-graph": (
        "backward() found no graph: nothing that the loss was computed from requires a gradient."
        "{where} Look for `.item()`, `.detach()`, `.numpy()`, `no_grad()` or a new `torch.tensor(…)` "
        "on the way from the parameter to the loss, and for a missing `requires_grad=True`."
    ),
    "backward-of-a-vector": (
        "backward() starts from one number, but the loss still has one value per ride.{where} What "
        "turns N squared errors into one loss?"
    ),
    "numpy-of-a-graph": (
        "NumPy cannot read a tensor that autograd is tracking.{where} Inside the model use torch "
        "operations; for a number to print or store, take `.item()`."
    ),
    "integer-parameter": (
        "Only floating-point tensors can have gradients, and this one holds integers.{where} Write "
        "`0.0` for `0`, or give a `dtype`."
    ),
    "layer-shape": (
        "The layer got rows of another length than it was built for: {text}.{where} nn.Linear wants "
        "(N, n_in): one row per ride, one column per feature."
    ),
    "dtype-mismatch": (
        "Two tensors of different number types met: {text}.{where} NumPy makes float64, torch "
        "float32; convert one with `.float()` or a `dtype`."
    ),
    "two-devices": (
        "Two tensors that should meet are on different devices: {text}.{where} The model, X and y all "
        "have to be moved: `.to(device)` on a tensor returns a new one, so keep what it returns."
    ),
    "loss-class-called-with-data": (
        "`nn.MSELoss(…)` builds a loss function; what stands in its brackets are settings, and you "
        "gave it data.{where} Build it once with empty brackets, then call what you built."
    ),
    "shape-mismatch": (
        "Two arrays of different shapes met: {text}.{where} Print both shapes; they should be equal, "
        "or one of the two a single number."
    ),
    "no-parameters": (
        "The optimizer was given no parameters.{where} A list must hold the tensors themselves; a "
        "generator such as `model.parameters()` is empty after its first use."
    ),
    "optimizer-of-a-non-leaf": (
        "The optimizer was given a tensor that was computed from others, not one you made.{where} "
        "Create the parameter with its final value and `requires_grad=True`, and do no arithmetic "
        "before you hand it over."
    ),
    "optimizer-needs-a-list": (
        "An optimizer wants a list of parameters, and got one tensor.{where} Put it in square "
        "brackets."
    ),
    "grad-is-none": (
        "A gradient was still None when you used it.{where} `.grad` exists only after `backward()`, "
        "and only on a tensor you created yourself with `requires_grad=True`: did the name come to "
        "mean a new tensor?"
    ),
    "super-init-missing": (
        "The module has no place to put its layers yet.{where} What must be the first line of "
        "`__init__` in every class that inherits from nn.Module?"
    ),
    "none-used": (
        "Something was None where your code expected a value: {text}.{where} Does every function you "
        "call end in `return`?"
    ),
    # --- what any answer can get wrong ---
    "returns-none": (
        "Your function returns nothing. Which line of it computes the answer, and does `return` "
        "stand before it?"
    ),
    "wrong-return": "Expected {expected}, and got {got}. Look at the Returns line of the docstring.",
    "changed-input": (
        "Your function changed the {name} it was given; whoever calls it next gets other data. "
        "Look for `+=`, `-=` and assignments into an argument, and make a new array instead."
    ),
    "state-between-calls": (
        "Two calls with the same arguments gave two different answers. Something outlives the first "
        "call: a weight or a list made outside the function, or a random start. Make everything you "
        "need inside it."
    ),
    "not-finite": (
        "The answer is {got}, not a number. Look for a division by zero, or for a training run that "
        "grew without bound."
    ),
    # --- training loops (see training.py) ---
    "sum-for-mean": (
        "Your gradient is N = {n} times too large: you summed over the rides instead of averaging. "
        "What does `.mean()` of a single number do?"
    ),
    "mixed-sum-mean": (
        "One of the two derivatives is summed and the other averaged, so their ratio is off by "
        "N = {n} and the step points the wrong way. Both are a mean over the rides: what does `dot` "
        "already do?"
    ),
    "flipped-sign": (
        "You walk uphill: the step has the right size and the wrong sign. The gradient points to "
        "larger loss, so which way should w go? Also check the order in (prediction − fare)."
    ),
    "missing-factor-2": (
        "Your gradient is half of what it should be. The derivative of e² is not e: which factor "
        "comes down from the exponent?"
    ),
    "missing-x": (
        "Your gradient leaves out the inner derivative. By the chain rule, e = w·x − y changes by how "
        "much when w changes by 1? Multiply by that before you average."
    ),
    "y-for-x": (
        "Your gradient multiplies the errors by the fares y. The inner derivative of w·x − y with "
        "respect to w is something else: which symbol stands next to w?"
    ),
    "absolute-error": (
        "This is the gradient of the absolute error: only the sign of each error counts. Our loss is "
        "the squared error: how does its derivative grow with the error?"
    ),
    "rmse": (
        "You took the square root of the mean. That is the RMSE, in €; the loss here is the MSE, in "
        "€². Leave the root out."
    ),
    "last-ride-only": (
        "Only one ride decides your step. The gradient is a mean over all rides: is something "
        "returned or updated inside a loop over the rides?"
    ),
    "no-reset": (
        "Your gradients pile up: each step adds to the last instead of starting at zero. Where in the "
        "loop is the gradient cleared?"
    ),
    "momentum": (
        "Your steps carry speed over from earlier ones. That is momentum; plain gradient descent "
        "moves by lr times the present gradient and nothing else."
    ),
    "adaptive-optimizer": (
        "Your steps do not grow with the gradient, as those of Adam or of a normalised gradient do. "
        "The exercise asks for plain gradient descent: parameter minus lr times gradient."
    ),
    "weight-decay": (
        "Your weights are pulled towards zero as well as towards the minimum (weight decay). Plain "
        "gradient descent subtracts lr times the gradient of the loss, and no more."
    ),
    "w-before-b": (
        "b's step was computed after w had already moved. One epoch has one prediction: get both "
        "derivatives first, then update both."
    ),
    "ride-by-ride": (
        "You update after each ride. Here an epoch is one step along the mean over all rides: compute "
        "the gradient of all of them, then move once."
    ),
    "never-updates": (
        "After {epochs} epochs the parameters are where they started. Does the line that updates "
        "them assign the new value, and is it inside the loop?"
    ),
    "bias-not-trained": (
        "w moves and b stays at its start. Which line changes b, or which list of parameters is it "
        "missing from?"
    ),
    "w-not-trained": (
        "b moves and w stays at its start. Which line changes w, or which list of parameters is it "
        "missing from?"
    ),
    "lr-ignored": (
        "The result is that of a learning rate of {used:g}; you were asked for {lr:g}. Does your loop "
        "use the argument `lr`, or a number written into it?"
    ),
    "w0-ignored": (
        "The result is that of a start at {used}; you were asked to start at {start}. Where does your "
        "function use the starting values it is given?"
    ),
    "n-epochs-ignored": (
        "The result is that of {used} epochs; you were asked for {epochs}. Does your loop run "
        "`n_epochs` times, no more and no less, without stopping early?"
    ),
    "hard-coded": (
        "Your answer is the price the training should find, whatever it starts from and however long "
        "it runs. Ask yourself where {epochs} epochs from {start} lead, and return that."
    ),
    "one-step-behind": (
        "The parameters you return are those from before the last update. Is the value you return "
        "read after the loop has ended?"
    ),
    "broadcast": (
        "Your errors form an N × N table: a column (N, 1) met a row (N,), and each prediction was "
        "compared with every fare. Print the two shapes; how do you make them equal?"
    ),
    "wrong-trajectory": (
        "After {epochs} epochs at lr = {lr:g} from {start} the parameters should be {expected}, and "
        "yours are {got}. Do one epoch by hand on two rides: prediction, error, mean gradient, step."
    ),
    # --- the history of the loss ---
    "history-length": (
        "history has {got} entries after {epochs} epochs. Append one loss in each epoch: to a list "
        "made where, and at which depth of the loop?"
    ),
    "history-after-update": (
        "history[0] should be the loss at the start, before anything has moved; yours is already one "
        "update on. Compute the loss before you update."
    ),
    "history-of-weights": "history holds the weights. Append the loss of each epoch instead.",
    "history-sum": (
        "The entries of history are N = {n} times too large: a sum of squared errors. The loss is "
        "their mean."
    ),
    "history-half": (
        "The entries of history are half of the loss. The derivative needs its factor 2, and the loss "
        "itself has no 1/2 here."
    ),
    "history-rmse": "The entries of history are square roots of the loss. Append the MSE itself, in €².",
    "history-constant": (
        "All entries of history are the same, yet the parameters move. Compute the loss anew in each "
        "epoch, from that epoch's prediction, and append its value rather than an object that changes."
    ),
    "history-reversed": "history runs backwards: history[0] is the loss before the first update.",
    "history-of-tensors": (
        "history holds tensors, and each of them keeps its whole graph in memory. Append the plain "
        "number: `.item()`."
    ),
    "wrong-history": (
        "The parameters are right, the history is not: history[{index}] should be {expected:.6g} €² "
        "and is {got}. It is the mean of the squared errors at the parameters before that update."
    ),
}


def text(tag: str, **facts: object) -> str:
    """The message for ``tag`` with its facts filled in. Raises KeyError if one is missing."""
    return CATALOGUE[tag].format(**facts)
