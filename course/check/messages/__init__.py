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
    # --- the list of exercises at the end of a notebook ---
    "progress": "{standing} of {all} exercises stand.",
    "progress-wrong": "✗ {exercise} [{tag}]: run its test again, and it says what it found.",
    "progress-undone": "· {exercise} is still to do, or calls something that is.",
    "progress-missing": (
        "? {exercise}: there is no {name}. Run the cell that defines it. If the cell is gone, it is "
        "still in the notebook as you first got it."
    ),
    # --- Validate ---
    "lost-cell": (
        "This notebook was handed out with a cell {cell}, and has lost it. Get the notebook once "
        "more, copy your answers into it, and go on with that one."
    ),
    # --- what the frameworks raise, by cause (see errors.py) ---
    "error": "Your code stopped with {kind}: {text}{where} Run it alone in a new cell to see more.",
    "unknown-name": (
        "Your code uses a name that does not exist where it runs: {text}.{where} Is it spelled as "
        "in the signature, and defined before it is used?"
    ),
    "unknown-function": (
        "Your code asks a library for something that it does not have: {text}.{where} Compare the "
        "spelling with the hints and with the cells above."
    ),
    "optimizer-of-a-model": (
        "A model is not a list, so an optimizer cannot go through it.{where} What does a model have "
        "that lists the numbers to be trained?"
    ),
    "signature": (
        "The function was called with the arguments its first line promises, and could not take "
        "them: {text}. Put the first line (`def …`) back as it was; write below it."
    ),
    "in-place-on-a-leaf": (
        "autograd was still recording when you changed a parameter in place.{where} An update is "
        "not part of the model: which context switches recording off?"
    ),
    "item-of-many": (
        "`.item()` takes the number out of a tensor that holds exactly one, and this one holds more."
        "{where} Does that line need a plain number, or does it work on the whole tensor?"
    ),
    "unpacking": (
        "A line takes something apart into another number of pieces than there are: {text}.{where} "
        "How many are there in general?"
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
    "caret-for-power": (
        "Something was to be squared with `^`, which in Python combines bits.{where} How is a power "
        "written in Python?"
    ),
    "zero-without-underscore": (
        "A tensor has no method of this name: {text}.{where} Methods that change a tensor in place end "
        "in a special sign; which one does `update_` end in?"
    ),
    "calls-itself": (
        "Your code calls itself without end.{where} An operator calls the method that defines it: "
        "which operator do you use inside its own definition, and are its operands plain numbers?"
    ),
    "division-by-zero": (
        "Your code divided by zero.{where} Zero is a legal value here, and the exercise needs no "
        "division by it: what does the formula say without one?"
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
    "wrong-value": (
        "The answer should be {expected}, and yours is {got}. Take two rides and work the formula out "
        "by hand, one step a line; then print the same steps in your code."
    ),
    "constant-factor": (
        "Your answer is {factor:.4g} times what it should be, each time. Which factor of the formula "
        "is missing from your code, or stands in it twice?"
    ),
    "constant-added": (
        "Your answer is off by {offset:.4g}, each time. What does your code add that the formula "
        "does not have?"
    ),
    "rounded": (
        "Your numbers are rounded, and the next step computes with what was cut off. Return them in "
        "full; how many digits to show is a matter of printing."
    ),
    "negative-lost": (
        "Your answer is never below zero, and the right one sometimes is. Look for `abs`, `max` or a "
        "square, and ask what a negative value would mean here."
    ),
    "clipped": (
        "The size of your step has a limit: a large gradient counts like a smaller one. Plain gradient "
        "descent takes it as it is; which line limits it?"
    ),
    "rides-left-out": (
        "Some rides do not take part. Write down which indices your loop runs through, and compare "
        "with the number of rides."
    ),
    "guess-not-a-number": (
        "Your guess should be one number in {unit}, and it is {got}. Commit to one, written with a "
        "decimal point and without a unit."
    ),
    "guess-out-of-range": (
        "{got} is outside the range of sensible guesses. Commit to a number from {low:g} to {high:g} "
        "{unit}; it counts even if it turns out wrong."
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
        "Your gradients pile up: each is added to those before it instead of starting at zero. Where "
        "is every gradient cleared, between its use and the next one?"
    ),
    "stale-gradient": (
        "Every step uses the gradient of the starting point. Prediction, loss and gradient change as "
        "w does: are all of them computed inside the loop?"
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
    "mini-batches": (
        "You update after each batch of a few rides. Here an epoch is one step along the mean over all "
        "rides: let the model see all of them, then move once."
    ),
    "step-twice": (
        "Each epoch moves twice as far as its gradient says. Is there a factor 2 too many, or does a "
        "line of the epoch, such as the step, run twice?"
    ),
    "data-changed": (
        "Your loop trains on other distances than it was given: centred or standardised ones. That can "
        "be wise, but it is for the caller to decide. Use the distances as they come."
    ),
    "fails-at-zero-epochs": (
        "With n_epochs = 0 your function stops: {text}. No round of the loop runs then, and the start "
        "and an empty history must still come back. What gets its first value only inside the loop?"
    ),
    "later-steps-differ": (
        "One epoch from any start is right, and {epochs} epochs at lr = {lr:g} are not. What differs "
        "between the first round of your loop and a later one: the rate, something carried over, "
        "or a condition?"
    ),
    "keeps-the-best": (
        "You return the best parameters met on the way, not the last ones. At a rate that diverges "
        "those differ: which w did the last update make?"
    ),
    "lr-missing": (
        "A step is taken with the whole gradient, as if lr were 1. Every parameter moves by lr times "
        "its own derivative: where is that factor in each of your updates?"
    ),
    "other-rides": (
        "You trained on the rides of the notebook, not on those you were given. Where does your "
        "function use its arguments x and y?"
    ),
    "derivatives-crossed": (
        "w is moved by the derivative for b, and b by that for w. In which order does "
        "the gradient function return the two?"
    ),
    "w-b-swapped": (
        "The training is right, and b comes back where w should be. Compare your last line with the "
        "Returns line of the docstring."
    ),
    "b-not-predicted": (
        "Your prediction leaves b out, so that no step knows how large b already is. What does the "
        "model say a ride costs?"
    ),
    "b-from-w": (
        "The new b is computed from w. A step starts where the parameter itself is: which value does "
        "each of your updates begin with?"
    ),
    "half-for-one": (
        "One of the two derivatives is half of what it should be. Both come from the same square: "
        "does the factor 2 stand in both?"
    ),
    "centred": (
        "You trained on centred distances. That reaches the same line by another path; "
        "here the steps are asked for on the distances as they are."
    ),
    "never-updates": (
        "After {epochs} epochs the parameters are where they started. Does the line that updates "
        "them assign the new value, and is it inside the loop? With an optimizer: does it hold these "
        "parameters, and is there a gradient when it steps?"
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
        "use the argument `lr`, or a number written into it, or the default of a library?"
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
    "starts-over": (
        "Only one update counts: each epoch begins again from the start. What is made inside your "
        "loop that should be made once, before it?"
    ),
    "bias-not-asked": (
        "You trained a flag fall along with the price. The model here is y = w·x alone: does a layer "
        "of yours bring a bias of its own?"
    ),
    "bias-not-in-model": (
        "b takes no part in your prediction, so the loss does not change with it and w has to do all "
        "of the work. Where does the flag fall enter the fare?"
    ),
    "bias-subtracted": (
        "Your model subtracts b. The flag fall is paid on top of the distance: which sign does it "
        "have in the prediction?"
    ),
    "wrong-trajectory": (
        "After {epochs} epochs at lr = {lr:g} from {start} the parameters should be {expected}, and "
        "yours are {got}. Do one epoch by hand on two rides: prediction, error, mean gradient, step."
    ),
    # --- 01-by-hand ---
    "ignores-w": (
        "Your prediction does not depend on the price per distance it is given. Which argument of "
        "`forward` holds it? A number written into the function cannot learn."
    ),
    "adds-for-multiplies": (
        "You add the price to the distance. A ride of x km at w € per km costs how much? Look at the "
        "units: km and €/km must combine to €."
    ),
    "divides-for-multiplies": (
        "You divide where the units ask for a product: km times €/km gives €. Write the fare of a "
        "3 km ride at 2 €/km out by hand."
    ),
    "adds-up-rides": (
        "You return one number for all rides together. Each ride has its own fare: as many "
        "predictions as distances."
    ),
    "one-ride": (
        "Your function works for an array of distances, and not for one distance alone: {text} "
        "Which part of it is needed, once NumPy multiplies whole arrays by itself?"
    ),
    "power-for-product": (
        "You raise to a power where the units ask for a product. In Python `**` is a power; what is "
        "the fare of a 3 km ride at 2 €/km?"
    ),
    "returns-the-error": (
        "You return prediction minus fare, the error. Here the prediction alone is asked for; which "
        "part of your formula is it?"
    ),
    "sum-of-squares": (
        "You summed the squared errors; the loss is their mean, N = {n} times smaller. The M in MSE "
        "keeps the loss comparable between few rides and many."
    ),
    "mean-error": (
        "You averaged the errors without squaring them, so that too much on one ride hides too little "
        "on another. What makes every error count as positive, and large ones more?"
    ),
    "mean-absolute-error": (
        "You averaged the sizes of the errors, in €. The loss here squares each error before it "
        "averages, in €²."
    ),
    "root-of-the-mean": (
        "You took the square root of the mean: that is the RMSE, in €. Leave the root out; the loss "
        "is in €²."
    ),
    "square-of-the-mean": (
        "You squared the mean error; errors of opposite sign cancel before they are squared. Square "
        "each error first, then average."
    ),
    "variance-of-the-error": (
        "`var` and `std` measure how the errors scatter about their own mean. If every ride is off by "
        "1 €, what do they say, and what should the loss say?"
    ),
    "square-before-difference": (
        "You square the fares and not the errors. The difference comes first, the square second: what "
        "do brackets change about the order?"
    ),
    "plus-for-minus": (
        "Prediction and fare are added. An error is how far apart the two are; what is it when they "
        "are equal?"
    ),
    "other-power": (
        "Your errors are raised to another power than 2. What makes a cube or a fourth power of a "
        "length differ from the area of a square?"
    ),
    "other-mean": (
        "You take the median or the largest over the rides. The formula takes the mean, in which every "
        "ride counts: which function of NumPy is that?"
    ),
    "relative-error": (
        "You divide each error by the fare. The formula takes errors in €, not in percent; what is "
        "left when you drop the division?"
    ),
    "half-of-the-loss": (
        "Your loss is half of the mean squared error. Some books put 1/2 in front; our formula "
        "doesn't, and the gradient below counts on that."
    ),
    "n-minus-1": (
        "You divided by N − 1 = {n_minus_1}. That is for estimating a variance; the mean over N rides "
        "divides by N."
    ),
    "fixed-n": (
        "You divided by 4, the number of rides in this notebook. Other data has another N: take it "
        "from the data, or let `np.mean` count."
    ),
    "one-value-per-ride": (
        "You return one value for each ride. Averaging over the rides makes a single number of them: "
        "where does that happen?"
    ),
    "product-of-means": (
        "You averaged distances and errors separately and multiplied the two means. The mean of a "
        "product is something else: multiply ride by ride, then average once."
    ),
    "error-squared": (
        "A factor of the gradient stands squared. When the square of the error is differentiated, "
        "which power of the error is left, and which of x?"
    ),
    "loss-not-slope": (
        "You return the loss itself. The gradient tells how the loss changes when w does: which "
        "formula of this section has two arrays multiplied?"
    ),
    "fare-missing": (
        "The fares are not subtracted before you multiply. Work out the error of each ride first; "
        "where do the brackets go?"
    ),
    "price-written-in": (
        "Your gradient compares with 2·x, the price that only this data has. The true fares are an "
        "argument of the function: which one?"
    ),
    "absolute-distance": (
        "Your gradient uses the size of x without its sign. That is right as long as no x is negative; "
        "does the formula say so?"
    ),
    "slope-between-rides": (
        "`np.gradient` takes differences along an array, from one ride to the next. The slope here is "
        "by w: how much does each error change when w does?"
    ),
    "dw-is-db": (
        "dw and db come back in the wrong order: the derivative for w carries a factor x, and it is "
        "the first of the two."
    ),
    "missing-minus-of-b": (
        "dw is right and db has the wrong sign. Both come from the same error, prediction − fare."
    ),
    "wrong-db": (
        "dw is right, and db should be {should} where yours is {yours}. How much does the error change "
        "when b grows by 1 €? Put that where x stands in dw."
    ),
    "wrong-dw": (
        "db is right, and dw should be {should} where yours is {yours}. How much does the error of a "
        "ride change when w grows by 1 €/km? That is the factor in front of the error."
    ),
    "f-not-called": (
        "Your slope does not use `f`. Evaluate the function near w, at more than one place, and "
        "compare what comes back."
    ),
    "h-ignored": (
        "Changing h changes nothing in your function. The distance between the two points is h's job; "
        "is there a number written where h should stand?"
    ),
    "one-sided": (
        "You compare f at w with f on one side of it. The error of that shrinks like h; with one point "
        "on each side of w it shrinks like h². Which two points are equally far from w?"
    ),
    "width-of-the-interval": (
        "Your slope is {factor:g} times what it should be. Rise over run: how far apart are the two "
        "points at which you evaluate f?"
    ),
    "no-quotient": (
        "You return a difference of two values of f, still to be divided by the distance between the "
        "two points."
    ),
    "not-second-order": (
        "With h = {h:g} your slope is off by {error:.2g}; a slope with one point on each side of w is "
        "off by no more than {bound:.2g}. Write down the two points and the distance between them."
    ),
    "update-uphill": (
        "You added the step, and w walks towards larger loss. The gradient points uphill; which "
        "operation goes the other way?"
    ),
    "update-without-lr": (
        "You subtracted the whole gradient; the learning rate has no say. How long should the step "
        "be, in terms of `lr` and `dw`?"
    ),
    "update-is-the-step": (
        "You return the step alone. The new w is the old w changed by that step."
    ),
    "update-leaves-w": (
        "You return w as it came in. Which line computes the new value, and is it that value you "
        "return?"
    ),
    "rate-written-in": (
        "Your step always has the same learning rate, written into the function. Which argument holds "
        "the one that is asked for?"
    ),
    "rate-not-a-factor": (
        "The learning rate does not multiply the gradient. lr is in 1/km² and dw in €·km: which "
        "operation between the two gives €/km?"
    ),
    "update-in-brackets": (
        "Your brackets multiply w too. Work out the step first; what is then done to w?"
    ),
    "update-roles": (
        "w and dw have changed places: you move the gradient by a part of w. Compare with the formula, "
        "or with its units."
    ),
    "half-a-step": (
        "You take half of the step. Is there a 2 in the formula of the update, or only in that of the "
        "gradient?"
    ),
    "bug-hunt-form": (
        "The answer is a dict with one line number for each function, such as "
        '{{"a": 1, "b": 1, "c": 1}}. Yours is {got}.'
    ),
    "bug-hunt-wrong": (
        "Not the first wrong line of {letters}. Work its lines out for the rides x = (1, 2), y = (2, 4) "
        "with w = 0 and compare each line with what it should be."
    ),
    # --- 03-loss-and-optimizer ---
    "uses-undone-answer": (
        "Your code uses a name whose value is still `...`: {text}.{where} Which exercise further up "
        "gives it its value?"
    ),
    "not-callable": (
        "Something was called that is not a function: {text}.{where} A loss function is built once, "
        "and then called with the predictions and the fares; which of the two do you have?"
    ),
    "not-an-outcome": (
        'Your prediction is {got}. Commit to one of "faster", "same" and "diverges"; it counts even '
        "if it turns out wrong."
    ),
    "huber-loss": (
        "Large errors count only linearly in your loss: that is the Huber (smooth L1) loss. The loss "
        "here squares every error; which class of torch.nn is named after the mean squared error?"
    ),
    "another-loss": (
        "You built another loss than the one asked for. The classes of torch.nn carry their names in "
        "short: which one is the mean squared error?"
    ),
    "order-incomplete": (
        "Your order should hold each of the five letters A to E once, such as "
        '["E", "B", "D", "A", "C"], and it is {got}.'
    ),
    "order-name-error": (
        "The first epoch stops: {text}. A line can only use what a line above it has made. Which line "
        "makes the prediction, which needs it, and which needs the loss?"
    ),
    "order-frozen": (
        "It runs, and w never moves: whenever step() looks for a gradient, there is none. Follow "
        "`w.grad` from the line that fills it to the line that uses it. What happens to it on the way?"
    ),
    "order-loses-update": (
        "Your first step comes before there is a gradient, and the last gradient is never used: after "
        "n epochs w has made n − 1 steps. Which line must have run in an epoch before its step?"
    ),
    "order-previous-gradient": (
        "Each of your steps uses the gradient of one epoch ago, computed where w was and not where "
        "it is. Within an epoch, which line must stand between the loss and the step?"
    ),
    "order-matters-form": (
        "The answer is a dict with True or False for each of the six names in the table, such as "
        '{{"MSELoss": True, …}}. Yours is {got}.'
    ),
    "order-matters-missed": (
        "You say that swapping the arguments changes nothing in {names}. Call them both ways on "
        "two tensors p and q of numbers between 0 and 1, and compare the two values."
    ),
    "order-matters-imagined": (
        "You say that swapping the arguments changes {names}. Call them both ways on two "
        "tensors p and q. What does the formula do with the sign of p − q?"
    ),
    "borrowed-optimizer": (
        "Your class hands its work to an optimizer of torch.optim. Here you write that work yourself: "
        "what does SGD do to each parameter in a step, and to each gradient in zero_grad?"
    ),
    "step-moves-nothing": (
        "step() leaves the parameters where they are. `p = p − …` makes a new tensor called p, and "
        "the model keeps the old one. How do you change the tensor itself?"
    ),
    "step-other-rate": (
        "Your first step is {used:.4g} times the gradient; the optimizer was made with lr = {lr:g}. "
        "Where does `step` get its rate from?"
    ),
    "one-parameter-only": (
        "Some of the parameters move and others stay. There can be any number of them: is the update "
        "inside the loop over all, and does the loop run to its end?"
    ),
    "step-remembers": (
        "The first step is right and a later one is not. A step of SGD depends on the present "
        "gradient alone: is something carried over, or a tensor kept that the model no longer uses?"
    ),
    "step-changes-gradient": (
        "step() changes `.grad`. SGD reads it and leaves it as it is; clearing is the job of "
        "`zero_grad`, so that whoever writes the loop decides when."
    ),
    "truth-of-a-gradient": (
        "`if` needs one yes or no, and a gradient is a whole tensor of numbers. You want to know "
        "whether there is a gradient at all: what is `.grad` when there is none?"
    ),
    "gradient-of-another-kind": (
        "What you assigned to `.grad` does not fit its parameter.{where} It takes None, or a tensor "
        "of the parameter's own shape; which of the two can you write without knowing the shape?"
    ),
    "not-on-self": (
        "One method looks for something that another did not leave behind: {text}.{where} What "
        "`__init__` is to remember has to be stored on `self`; do both spell the name alike?"
    ),
    "fixed-rides": (
        "Your bound uses the four rides of this notebook, and the function was called with others. "
        "Where does it look at the x it is given, and at how many there are?"
    ),
    "corner-is-n": (
        "The corner of your H that belongs to b is not what it should be. Compare it with the formula, entry by "
        "entry: what stands there before 2/N is multiplied in?"
    ),
    "square-of-the-sum": (
        "You squared the sum of the distances. In the formula each distance is squared first, and "
        "then they are added up; which of the two does your line do?"
    ),
    "averaged-twice": (
        "Your bound is N = {n} times too large: H has been divided by N twice. A mean has its 1/N "
        "inside already; does 2/N still stand in front of it?"
    ),
    "square-forgotten": (
        "The first entry of your H adds up the distances themselves. What does the formula do with "
        "each x before the sum?"
    ),
    "not-an-eigenvalue": (
        "You divide 2 by a determinant, a norm or a row sum of H. Asked for is its largest eigenvalue; which "
        "function of np.linalg returns the eigenvalues of a symmetric array?"
    ),
    "centred-distances": (
        "Your bound is that of distances with their mean taken away. Here the distances stay as they "
        "are: what is the entry with Σx then?"
    ),
    "rounded-bound": (
        "Your bound is right to a few digits and no further. Return the number as it was computed, not "
        "rounded and not found by trying rates in steps."
    ),
    "wrong-step": (
        "The step is not lr = {lr:g} times the gradient, downhill. Take one parameter p and write down "
        "what it should be after one step, in terms of `p`, `p.grad` and lr."
    ),
    "zero-grad-keeps": (
        "After zero_grad() there are still gradients, so the next backward() adds to them. What should "
        "`.grad` of each parameter be afterwards, and is it the parameter's own `.grad` that you change?"
    ),
    "zero-grad-moves": (
        "zero_grad() changed the parameters themselves. Only what lies in their `.grad` should go."
    ),
    "none-not-skipped": (
        "A parameter that has taken part in no loss has no gradient: its `.grad` is None. Your "
        "optimizer fails on it, or treats it as a number. What should `step` and `zero_grad` do with it?"
    ),
    "generator-exhausted": (
        "It works for a list of parameters, and not for a generator, which is what "
        "`model.parameters()` gives: it can be walked through once, and has no length. What can "
        "`__init__` make of it so that every step sees all parameters?"
    ),
    "shared-by-optimizers": (
        "Making a second optimizer changed the first: they share their parameters or their rate. What "
        "belongs to one optimizer has to be stored on `self`."
    ),
    "largest-eigenvalue": (
        "You return the largest eigenvalue of H. The error is multiplied by 1 − lr·λ in each epoch: "
        "for which lr does that reach −1?"
    ),
    "one-over-lambda": (
        "You return 1/λ, the rate at which the steepest direction is solved in one step. It may be "
        "overshot and still converge: at which lr is 1 − lr·λ equal to −1?"
    ),
    "missing-2-in-hessian": (
        "Your bound is twice too large: H is half of what it should be. The first derivative of e² "
        "brings a factor 2, and the second keeps it."
    ),
    "sum-in-hessian": (
        "Your bound is too small: H holds means over the N = {n} rides, and yours holds sums. What "
        "does the M in MSE divide by?"
    ),
    "smallest-eigenvalue": (
        "You took the smallest eigenvalue, the flattest direction. A rate has to be safe in every "
        "direction; which one limits it?"
    ),
    "bias-forgotten": (
        "This is the bound for y = w·x. With b the loss is a valley in two directions, and H is a "
        "2 × 2 table: what are its other entries?"
    ),
    "best-not-largest": (
        "2/(λ_max + λ_min) is the rate that converges fastest. Asked for is the bound above which "
        "nothing converges; which of the two eigenvalues sets it?"
    ),
    "rate-decays": (
        "Your learning rate becomes smaller from epoch to epoch. Here it stays the same: what "
        "changes it in your loop?"
    ),
    "bias-in-the-product": (
        "Your model multiplies b by the price too. The flag fall is paid once, however dear a kilometre "
        "is: where does b stand in w·x + b?"
    ),
    "starts-swapped": (
        "w started at b0, and b at w0. Follow each of the two arguments from the first line to the "
        "parameter it belongs to."
    ),
    "two-rates": (
        "w and b moved at different rates. The argument `lr` serves both: what multiplies the step of "
        "one of them?"
    ),
    "one-tensor-for-both": (
        "w and b are one and the same tensor, so they cannot take different values. How many tensors "
        "does your code make, and how many names does it give to each?"
    ),
    "bias-of-each-ride": (
        "Each ride has a b of its own in your model. The flag fall is the same for every ride: which "
        "shape should b have?"
    ),
    "return-nested": (
        "You return w and b in a bracket of their own. The docstring asks for three things side by "
        "side: which brackets are too many?"
    ),
    "return-without-b": (
        "You return two things, and three are asked for. Compare your last line with the Returns line "
        "of the docstring: which one is missing?"
    ),
    "history-first": (
        "You return the history first. The docstring asks for {expected}; in which order does your last "
        "line name them?"
    ),
    "history-is-one-number": (
        "history is one number. It should be a list with the loss of every epoch: where is the list "
        "made, and which line appends to it?"
    ),
    # --- 02-autograd ---
    "toy-form": (
        "The answer is a list of two numbers, one for each ride: first a, then b. Yours is {got}."
    ),
    "toy-of-the-mean": (
        "Both answers are the same. The two rides have separate losses here, each with a derivative of "
        "its own: work them out one after the other."
    ),
    "toy-order": "Both numbers are right, and in the wrong order. Ride a comes first.",
    "toy-missing-x": (
        "The last link of the chain is missing. When w grows by 1 €/km, by how much does the "
        "prediction for a ride of x km grow? Multiply by that."
    ),
    "toy-w-for-x": (
        "You multiplied by w where the derivative of w·x with respect to w stands. If w is what "
        "changes, which of the two is the constant in front of it?"
    ),
    "toy-elsewhere": (
        "The derivative of ride {ride} is another number. Write ŷ, e and L for this ride one under the "
        "other, then one factor for each step back: is any of them missing or out of place?"
    ),
    "toy-is-the-loss": (
        "This is the loss itself. You are asked for its slope: how fast does it change when w changes?"
    ),
    "mul-not-a-value": (
        "A product of two Values should be a Value that backward() can start from; yours is {got}. "
        "What do `__add__` and `__sub__` build and return?"
    ),
    "mul-wrong-value": (
        "The number in the result is the sum of the two, not their product. Which line computes the "
        "data of the result?"
    ),
    "mul-no-rule": (
        "The product is right, and no gradient reaches its two factors. Each operation hands its "
        "result a `pass_back`; has yours got one, and does it change `self.grad` and `other.grad`?"
    ),
    "mul-like-sub": (
        "One of the two gradients has the wrong sign. A minus stands in `__sub__` because a difference "
        "falls when b grows; what does a product do when b grows, for a positive a?"
    ),
    "mul-out-data": (
        "Your rule multiplies by the value of the product where its gradient belongs. Of `out.data` and "
        "`out.grad`, which one comes from the loss?"
    ),
    "mul-changes-a-factor": (
        "Your product is one of its own factors, changed. The factors are still needed on the way back: "
        "what does `__add__` build for its result?"
    ),
    "mul-sizes-only": (
        "One of your gradients has lost its sign. A negative factor turns the gradient of the other "
        "round: is there an `abs` too many?"
    ),
    "mul-rounds": (
        "Your product has the right first digits only. Rounding is for printing; keep every digit in "
        "the data."
    ),
    "mul-own-factor": (
        "Each factor received itself as its gradient. When a grows by 1, the product a·b grows by "
        "how much: by a or by b?"
    ),
    "mul-like-add": (
        "This is the rule of a sum, where each part counts once. When a grows by 1, by how much does "
        "the product a·b grow?"
    ),
    "mul-one-side": (
        "Only one of the two factors received its gradient. A product depends on both: what does "
        "`__add__` do for `other`?"
    ),
    "mul-no-chain": (
        "Your rule is right as long as the product is the last operation. Inside a longer formula "
        "the loss changes by `out.grad` for each unit of the product: where does that factor enter?"
    ),
    "mul-overwrites": (
        "A value that is used twice should receive two contributions, and only the last survives in "
        "yours. How does `__add__` write into a gradient that may already hold something?"
    ),
    "mul-no-parents": (
        "In a product of a product the gradient does not reach everyone. backward() finds its way by "
        "`parents`: does your result know the two Values it came from?"
    ),
    "part-of-the-graph": (
        "The numbers are right, but a part of your formula is hidden from autograd, and its gradient "
        "comes out wrong. Look for `.detach()`, `.item()`, `.data`, `no_grad()` or a new "
        "`torch.tensor(…)`."
    ),
    "loss-with-an-axis": (
        "The loss is right, but it still has an axis. Let the mean run over everything, so that one "
        "number without a shape is left: is there a `keepdim` or a reshape too many?"
    ),
    "gradient-ignores-w": (
        "Your gradient is that at another w than the one you were given. Does the tensor you make "
        "start at the argument `w`?"
    ),
    "backward-returns-nothing": (
        "You return the loss. backward() gives nothing back; where does it leave the derivative?"
    ),
    "update-replaces": (
        "Your function puts new tensors into the list; whoever holds the old ones, the training loop "
        "for instance, sees no change. How do you change a tensor in place?"
    ),
    "update-rebinds": (
        "The parameters have not moved. `p = p - …` makes a new tensor and lets only the local name p "
        "point to it. How do you change the tensor that p stands for?"
    ),
    "cleared-before-step": (
        "The parameters have not moved, and their gradients are gone. In which order do you use a "
        "gradient and clear it, and is it the parameter that you change, or a copy of it?"
    ),
    "update-lr-ignored": (
        "Your step has a fixed length; the argument `lr` has no say. Is there a number written where "
        "it should stand?"
    ),
    "update-sets-the-step": (
        "The parameters now hold the step itself. A step is a change: the new value is the old one "
        "changed by it."
    ),
    "update-zeroes-the-parameter": (
        "All parameters are zero after your update. It is the gradient that must be cleared: whose "
        "method do you call?"
    ),
    "update-multiplies": (
        "Your update multiplies each parameter by something. A step is subtracted: p − lr · dL/dp."
    ),
    "update-one-number": (
        "A parameter can hold several numbers, and you moved all of its numbers by the same amount. "
        "Its gradient has one number for each: is there a mean, a sum or an index too many?"
    ),
    "update-same-gradient": (
        "Every parameter moved by one and the same gradient. Each has its own: whose `.grad` does your "
        "loop read?"
    ),
    "update-returns": (
        "Your function returns {got}, and should return nothing: whoever calls it holds the tensors "
        "already, and finds them changed. Which line hands something back?"
    ),
    "no-autograd": (
        "The numbers are right, and autograd had no part in them. Here the point is to do without a "
        "formula for the derivative, and without an estimate: which tensor should be watched, and what "
        "walks back from the loss?"
    ),
    "gradient-in-a-tuple": (
        "Your answer is a {kind} with the derivative inside. `torch.autograd.grad` answers with one "
        "entry for each input: take out the one you need, as a plain number."
    ),
    "input-watched": (
        "After your call autograd watches {name}, the caller's data: `requires_grad` was switched on in "
        "place. Of x, y and w, whose derivative do you want?"
    ),
    "two-backward-passes": (
        "Your gradient is twice too large: two backward passes have been added up. How many walks back "
        "does one derivative need?"
    ),
    "gradient-of-another": (
        "This is the derivative with respect to the predictions or the distances, not to w. Whose "
        "`.grad` do you read?"
    ),
    "x-and-y-swapped": (
        "x and y have changed places: you predict distances from fares. Which of the two goes into "
        "`forward`?"
    ),
    "returns-w": (
        "You return w itself. backward() does not change w; in which attribute does it leave the "
        "derivative?"
    ),
    "returns-the-step": (
        "You return a step, the derivative times a learning rate. Asked is for the derivative alone."
    ),
    "cleared-before-read": (
        "Your derivative is zero. Is there a line that clears the gradient before you read it?"
    ),
    "one-ride-only": (
        "Only one ride has entered your result. Is there a `return` inside the loop over the rides?"
    ),
    "four-rides-only": (
        "Your result has 4 fares for {n} rides. Other data has another number of rides: let torch "
        "multiply the whole tensor at once."
    ),
    "list-of-tensors": (
        "You return a {kind} of separate numbers, and the next step needs one tensor of shape (N,). "
        "Which function stacks tensors, or do you need the loop at all?"
    ),
    "update-first-only": (
        "Some of the parameters moved and others did not. Does your loop visit each of them, and is "
        "there a `return` inside it?"
    ),
    "update-stops-training": (
        "After your update autograd no longer tracks the parameters, so the next epoch has no graph. "
        "Recording should be off around the update alone, not for the tensor itself."
    ),
    "update-recording-off": (
        "After your update autograd records nothing at all, so the next epoch has no graph. What "
        "switches recording on again, even if the update fails halfway?"
    ),
    "clinic-form": (
        "The answer is a dict with one number for each loop, such as "
        '{{"A": 4, "B": 4, "C": 4, "D": 4, "E": 4}}. Yours is {got}.'
    ),
    "clinic-a": (
        "Look at loop {loops} again. For A, take the error word by word: which tensor is the leaf, "
        "and is autograd recording while that line runs?"
    ),
    "clinic-b": (
        "Look at loop {loops} again. In B the first epoch works and the second one's backward() fails: "
        "what would `print(w)` show after the first update?"
    ),
    "clinic-c": (
        "Look at loop {loops} again. In C something is None in the second epoch: which tensor does the "
        "name w stand for by then, and does backward() write into such a tensor?"
    ),
    "clinic-d": (
        "Look at loop {loops} again. D runs without an error: write down w.grad after the first and "
        "after the second backward()."
    ),
    "clinic-e": (
        "Look at loop {loops} again. In E w never moves: write down w.grad after each line of one epoch."
    ),
    "clinic-loop-in-the-graph": (
        "Look at loop {loops} again. A graph cannot contain a loop: each result points back to what it "
        "was made from, and a new w is a new tensor. What does the name w stand for after the update?"
    ),
    # --- 04-model ---
    "not-a-module": (
        "What you built is not a torch module, so it has no `parameters()` to train. Which class must "
        "LinearRegression inherit from?"
    ),
    "nothing-registered": (
        "The module has no parameters, so an optimizer would have nothing to move{loose}. It finds "
        "what `__init__` stores in `self` as a layer or an nn.Parameter; it does not look into lists, "
        "at plain tensors, or at what `forward` makes. Where do you build your layer?"
    ),
    "frozen-parameter": (
        "A parameter of the module does not require a gradient, so training cannot move it. Was it "
        "made with `requires_grad=False`?"
    ),
    "no-bias": (
        "The module has {number} trainable numbers for n_in = {n_in}, n_out = {n_out}, and should have "
        "{expected}: the weights are there, the bias is not. What does a fare start from?"
    ),
    "sizes-ignored": (
        "The module has 2 trainable numbers whatever sizes it is asked for; n_in = {n_in}, n_out = "
        "{n_out} needs {expected}. Where in `__init__` do n_in and n_out appear?"
    ),
    "sizes-swapped": (
        "n_in and n_out have changed places: {number} trainable numbers instead of {expected} for n_in "
        "= {n_in}, n_out = {n_out}. There is one bias for each output: in which order does the layer "
        "take its sizes?"
    ),
    "output-size-is-n-in": (
        "The layer has as many outputs as inputs. With one of each nobody notices; with n_in = {n_in}, "
        "n_out = {n_out} there are {number} trainable numbers instead of {expected}. Which size is the "
        "second one?"
    ),
    "number-of-parameters": (
        "The module has {number} trainable numbers for n_in = {n_in}, n_out = {n_out}, and should have "
        "{expected}. Count them: one weight for each pair of an input and an output, one bias for each "
        "output, and one layer only."
    ),
    "output-shape": (
        "forward should turn (N, {n_in}) into (N, {n_out}), one row per ride, and returned {got} for "
        "N = 4. Is something squeezed, transposed or summed on the way?"
    ),
    "rows-mixed": (
        "A prediction changed when other rides came with it. Each row is a ride of its own: is a mean "
        "or a spread of all rows taken inside `forward`?"
    ),
    "random-forward": (
        "Two forward passes on the same rides gave different predictions. Is something drawn at random "
        "inside `forward`? Make layers once, in `__init__`."
    ),
    "not-linear": (
        "The predictions do not lie on a line: doubling the distance changes them by another amount "
        "than it should. Is there an activation, a power or a second factor in `forward`?"
    ),
    "parameter-unused": (
        "The predictions are those of weights {W} and bias {b}, and these are not the numbers that the "
        "module has registered. What does `forward` compute with, and is it all of self's parameters, "
        "each once?"
    ),
    "gradient-stops": (
        "The predictions are right, but the gradient of the loss does not reach every parameter. Look "
        "for `.detach()`, `.data`, `.item()` or `no_grad` on the way through `forward`."
    ),
    "shared-parameters": (
        "Two models share their parameters: changing one changed the other. Is the layer made outside "
        "`__init__`, once for all?"
    ),
    "device-hard-coded": (
        "Your code insists on an accelerator on a computer that has none. Ask torch first, and mind "
        "that a question to torch is a function: it needs its brackets to be asked."
    ),
    "device-not-there": (
        "This computer's torch could drive an accelerator, but none is plugged in, and you chose "
        "{got}. `torch.accelerator.current_accelerator()` alone names what torch was built for; which "
        "question asks whether it is there?"
    ),
    "accelerator-not-found": (
        "This computer has an accelerator of the kind {expected!r}, and you chose {got!r}. NVIDIA cards "
        "answer to torch.cuda, Apple chips to torch.backends.mps, and torch.accelerator speaks for all: "
        "which do you ask, and what do you return if it says yes?"
    ),
    "not-a-device": (
        "{got} is not a device torch knows. Return a torch.device, or its name in small letters, such "
        "as the one in a tensor's `.device`."
    ),
    "model-never-updates": (
        "After {epochs} epochs the model is where it started, and the loss never changed. Is there a "
        "line that computes the gradients and one that steps, in this order, with nothing in between "
        "that clears what the first has found? Does the optimizer hold this model's parameters?"
    ),
    "another-model-trained": (
        "The loss falls, but the model you were given is where it started: something else was trained, "
        "a new model or a copy. Which object do you call, and whose parameters does the optimizer hold?"
    ),
    "start-changed": (
        "The model was given to you at {start}, and your training began at {used}. A trained model must "
        "go on from where it stands: which line sets or draws its parameters again?"
    ),
    "looks-inside-the-model": (
        "Your loop expects a certain part inside the model: {text}.{where} Other models are built "
        "otherwise. What can you do with every nn.Module: call it, and ask it for what?"
    ),
    "model-not-moved": (
        "X and y are on `device`, and the model is not. A module is moved in place by `.to(…)`; where "
        "in your function does that happen?"
    ),
    "x-not-moved": (
        "The model is on `device`, and X is not. `.to(device)` leaves a tensor where it is and returns "
        "a new one there: do you keep what it returns, and is that what the model gets?"
    ),
    "y-not-moved": (
        "The predictions are on `device`, and y is not: they cannot meet in the loss. `.to(device)` on "
        "a tensor returns a new one: do you keep what it returns, for y too?"
    ),
    "device-ignored": (
        "You were asked to train on another device, and all of it ran on the CPU. Where does your "
        "function use its argument `device`? Three things have to be there: the model, X and y."
    ),
    "numpy-of-another-device": (
        "NumPy reads the memory of the CPU only, and this tensor is on another device.{where} For one "
        "number to store, `.item()` works everywhere."
    ),
    "unscale-swapped": "The two numbers are right and in the wrong order. Return w first, then b.",
    "unscale-b-kept": (
        "w is right; b is still the one for standardised x. Put x = 0 into the formula with x_s: what "
        "does a ride of 0 km cost?"
    ),
    "unscale-nothing": (
        "These are the numbers you were given, for standardised x. Put (x − mu)/sigma in place of x_s, "
        "multiply out, and read off what stands beside x."
    ),
    "unscale-w-times-sigma": (
        "Your w is multiplied by sigma. One step of x_s is sigma km long: do €/km get more or fewer "
        "when a step is many km?"
    ),
    "unscale-w-kept": (
        "Your w is still in € per standard deviation. Its unit should be €/km: which of the arguments "
        "is in km per standard deviation?"
    ),
    "unscale-b-with-w_s": (
        "w is right. b is shifted by mu times w_s, whose unit is not €/km. Which price per km does a "
        "shift of mu km cost?"
    ),
    "unscale-b-sign": (
        "w is right up to its size; b moves the wrong way. At x = mu the standardised x is 0 and the "
        "fare is b_s: is the fare at x = 0 larger or smaller than that?"
    ),
    "unscale-other-sigma": (
        "Your w is divided by the square of sigma, or by its root. A step of x_s is sigma km long, "
        "neither more nor less: what does one km cost?"
    ),
    "unscale-mu-for-sigma": (
        "mu and sigma have changed places. Which of them is the length of a step of x_s, and which is "
        "the x at which x_s is 0?"
    ),
    "unscale-b-without-price": (
        "w is right. b is shifted by mu or by mu/sigma, which is no amount in €. What does a shift of "
        "mu km cost?"
    ),
    "unscale-b-positive": (
        "b comes out below zero here, and you took its sign away. Not every line starts above zero: "
        "return what the formula gives."
    ),
    "unscale-b-like-x": (
        "You treat b_s as if it had been standardised like x. mu and sigma belong to x alone; b_s is a "
        "fare in €. Put (x − mu)/sigma into the formula and multiply out."
    ),
    "hessian-of-rides": (
        "Your matrix is {n} × {n}, one row per ride. The Hessian has one row per parameter: w and b. "
        "Which of Xᵀ X and X Xᵀ has that shape?"
    ),
    "hessian-sum": (
        "Your entries are sums over the {n} rides. The loss is a mean, so its second derivatives are "
        "means too: which factor is missing?"
    ),
    "hessian-missing-2": (
        "Your entries are half of what they should be. Differentiate (wx + b − y)² with respect to w "
        "twice: which factor stays?"
    ),
    "hessian-mixed": (
        "The two entries beside the diagonal are wrong in size or sign. Differentiate dL/dw, the mean "
        "of 2x·(wx + b − y), with respect to b."
    ),
    "hessian-distance-sign": (
        "You took the signs of the distances away. A ride can count backwards from some point: use x "
        "as it is."
    ),
    "hessian-order": (
        "Your matrix belongs to the order (b, w). The first row is for w: which entry says how fast "
        "dL/dw grows when w does?"
    ),
    "hessian-diagonal": (
        "The off-diagonal entries are missing. dL/dw also changes when b does: differentiate dL/dw "
        "with respect to b."
    ),
    "hessian-corner": (
        "Only the entry for b twice is wrong. Differentiate dL/db with respect to b: what is left of "
        "the mean when every ride adds the same?"
    ),
    "hessian-squared-sum": (
        "The entry for w twice squares the sum of the distances. Each ride is differentiated for "
        "itself: first square, then add?"
    ),
    "hessian-inverse": "This is the inverse of the Hessian. Return the second derivatives themselves.",
    "hessian-covariance": (
        "This is a covariance: it takes the mean of x away first. The loss does not; start from its "
        "second derivatives."
    ),
    "already-there": (
        "The start is within tol of theta_star, so no epoch is needed, and you answered {got:g}. Do you "
        "look before the first update?"
    ),
    "epochs-off-by-one": (
        "You answered {got:g}, and it takes {expected} epochs. Epoch 0 is the start, before any update. "
        "Do you count before or after you move, and look before or after?"
    ),
    "another-error": (
        "After {got:g} epochs {what} is below tol, and that is not the question; the answer is "
        "{expected}. Asked is for the first epoch at which the error of w and the error of b, both "
        "without their signs, are below tol."
    ),
    "epochs-hessian": (
        "Your answer is {got:g} epochs instead of {expected}: that of another Hessian. Is yours the "
        "mean over the rides, with its factor 2?"
    ),
    "slow-mode-only": (
        "Your answer is {got:g} epochs instead of {expected}: a formula for one mode, as if all of the "
        "error lay in it. The start has a share in both modes, and w and b each mix the two."
    ),
    "start-ignored": (
        "Your answer is {got:g} epochs instead of {expected}: that from w = 0, b = 0. You were given "
        "another start: where in your function does theta0 appear?"
    ),
    "gives-up-too-soon": (
        "At lr = {lr:.4g} with tol = {tol:g} the error gets there after {expected} epochs, and your "
        "function raised a ValueError. Which rates are too large: from where on is |1 − lr·λ| no longer "
        "below 1? If you count up to a limit, is it far enough away?"
    ),
    "another-exception": (
        "At lr = {lr:.4g} the error never gets below tol, and your function raised {kind}. The "
        "docstring promises a ValueError, for a caller who wants to catch it."
    ),
    "wrong-epochs": (
        "At lr = {lr:.4g} with tol = {tol:g} it takes {expected} epochs, and you answered {got:g}. "
        "Follow the error (w − w*, b − b*): each epoch multiplies it by the same matrix. Which?"
    ),
    "never-not-raised": (
        "At lr = {lr:.4g} the error never gets below tol, and your function answered {got}. It should "
        "raise a ValueError. What must |1 − lr·λ| be for an error to shrink?"
    ),
    "never-ends": (
        "At lr = {lr:.4g} your function was still counting after {seconds:g} s. Some errors never get "
        "below tol: find that out before the loop from |1 − lr·λ|, or stop at a largest number of "
        "epochs, and raise a ValueError."
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
    "history-running-total": (
        "Each entry of history adds the losses of all epochs before it. Append the loss of that epoch "
        "alone."
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


def text(tag: str, /, **facts: object) -> str:
    """The message for ``tag`` with its facts filled in. Raises KeyError if one is missing."""
    return CATALOGUE[tag].format(**facts)
