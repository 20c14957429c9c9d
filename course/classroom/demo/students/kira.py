"""half done, and what is done is right"""
# right: 01-by-hand/* 02-autograd/prediction-accumulate 02-autograd/toy 02-autograd/forward
# right: 02-autograd/mse_loss 03-loss-and-optimizer/prediction-reduction


# %% 02-autograd autograd_gradient right: asks torch for the derivative
def autograd_gradient(x, y, w):
    w = torch.tensor(float(w), requires_grad=True)
    (dw,) = torch.autograd.grad(mse_loss(forward(x, w), y), w)
    return dw.item()
