"""PyTorch's side of the training benchmark. Each line on stdin is a request: a network, followed by the bytes of its parameters, inputs and
targets in the layouts of ours; then so many steps whose losses are wanted, or so many milliseconds of steps to time. One thread.
"""
import json
import math
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
ACTIVATIONS = {"relu": F.relu, "gelu": F.gelu, "tanh": torch.tanh}


def read(shape, kind=np.float32):
    return torch.from_numpy(np.frombuffer(sys.stdin.buffer.read(4 * math.prod(shape)), kind).reshape(shape).copy())


def perceptron(parameters, x, activation):
    """Layers of weights [units, inputs] and biases."""
    last = len(parameters) - 2
    for i in range(0, len(parameters), 2):
        x = F.linear(x, parameters[i], parameters[i + 1])
        if i < last:
            x = activation(x)
    return x


def transformer(parameters, tokens, sequence, heads, mask):
    """Pre-norm blocks without biases, learned positions, SwiGLU, a free head."""
    p = iter(parameters)
    x = F.embedding(tokens.view(-1, sequence), next(p)) + next(p)
    batch, _, width = x.shape
    size = width // heads

    def norm(x):
        return F.layer_norm(x, (width,), next(p), next(p))

    for _ in range((len(parameters) - 5) // 8):
        packed = F.linear(norm(x), next(p)).view(batch, sequence, 3, heads, size).permute(2, 0, 3, 1, 4)
        scores = packed[0] @ packed[1].transpose(-1, -2) * (1 / math.sqrt(size)) + mask
        mixed = torch.softmax(scores, -1) @ packed[2]
        x = x + F.linear(mixed.transpose(1, 2).reshape(x.shape), next(p))
        gate, value = F.linear(norm(x), next(p)).chunk(2, -1)
        x = x + F.linear(F.silu(gate) * value, next(p))
    return F.linear(norm(x), next(p)).flatten(0, 1)


def build(request):
    parameters = [read(shape).requires_grad_() for shape in request["parameters"]]
    x = read(request["x"], np.int32 if request["network"] == "transformer" else np.float32)
    if request["loss"] == "mse":
        y, loss = read(request["y"]), F.mse_loss
    else:
        y, loss = read(request["y"], np.int32).long(), F.cross_entropy
    if request["network"] == "transformer":
        x, sequence, heads = x.long(), request["sequence"], request["heads"]
        mask = torch.full((sequence, sequence), -math.inf).triu(1)
        forward = lambda: transformer(parameters, x, sequence, heads, mask)
    else:
        activation = ACTIVATIONS[request["activation"]]
        forward = lambda: perceptron(parameters, x, activation)
    optimiser = torch.optim.Adam(parameters, lr=request["rate"], foreach=True)

    def step():
        value = loss(forward(), y)
        optimiser.zero_grad(set_to_none=True)
        value.backward()
        optimiser.step()
        return value.detach()

    return step


def timed(step, ms):
    steps, start, cpu = 0, time.perf_counter(), time.process_time()
    while True:
        step()
        steps += 1
        wall = (time.perf_counter() - start) * 1e3
        if wall >= ms:
            return {"steps": steps, "wall": wall, "cpu": (time.process_time() - cpu) * 1e3}


print(json.dumps({"version": torch.__version__}), flush=True)
step = None
for line in iter(sys.stdin.buffer.readline, b""):
    request = json.loads(line)
    if request["kind"] == "build":
        step = build(request)
        reply = {}
    elif request["kind"] == "losses":
        reply = {"losses": [step().item() for _ in range(request["steps"])]}
    else:
        reply = timed(step, request["ms"])
    print(json.dumps(reply), flush=True)
