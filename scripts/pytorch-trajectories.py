"""Writes packages/train/test/fixtures/pytorch.json: losses of small networks trained by PyTorch, to compare ours with.

Weights and data come from one linear congruential generator (Numerical Recipes), which the test implements too, so only the recipe and
the losses are stored. PyTorch computes in doubles: differences are our own rounding. Run: python3 scripts/pytorch-trajectories.py
"""
import json
import math
from pathlib import Path

import torch
from torch import nn

STEPS, BATCH, INPUTS, HIDDEN, CLASSES = 20, 48, 11, 30, 5
torch.set_default_dtype(torch.float64)


class Generator:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return self.state / 2**32

    def tensor(self, *shape, scale):
        values = [(self.next() - 0.5) * scale for _ in range(math.prod(shape))]
        return torch.tensor(values, dtype=torch.float32).to(torch.float64).reshape(shape)


class Gated(nn.Module):
    def __init__(self, inputs, units, gate):
        super().__init__()
        self.projection = nn.Linear(inputs, 2 * units)
        self.gate = gate

    def forward(self, x):
        gate, value = self.projection(x).chunk(2, dim=-1)
        return self.gate(gate) * value


class RMSNorm(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x):
        return x / torch.sqrt(x.square().mean(-1, keepdim=True) + 1e-5) * self.weight


class SoLU(nn.Module):
    def forward(self, x):
        return x * torch.softmax(x, dim=-1)


POINTWISE = {"relu": nn.ReLU, "gelu": nn.GELU, "silu": nn.SiLU, "tanh": nn.Tanh, "mish": nn.Mish}
GATES = {"swiglu": nn.functional.silu, "geglu": nn.functional.gelu, "reglu": nn.functional.relu}


def module(layer, width):
    kind, name = layer["kind"], layer.get("activation")
    if kind == "linear":
        return nn.Linear(width, layer["units"]), layer["units"]
    if kind == "gated":
        return Gated(width, layer["units"], GATES[name]), layer["units"]
    if kind == "layernorm":
        return nn.LayerNorm(width), width
    if kind == "rmsnorm":
        return RMSNorm(width), width
    if name == "prelu":
        return nn.PReLU(width if layer["trainable"] == "channel" else 1), width
    if name == "solu":
        return SoLU(), width
    return POINTWISE[name](), width


def optimiser(recipe, parameters):
    options = {"lr": recipe["rate"], "weight_decay": recipe.get("weightDecay", 0.01 if recipe["kind"] == "adamw" else 0)}
    if recipe["kind"] == "sgd":
        return torch.optim.SGD(parameters, momentum=recipe.get("momentum", 0), **options)
    return {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[recipe["kind"]](parameters, **options)


def losses(layers, loss, recipe, seed):
    generator = Generator(seed)
    modules, width = [], INPUTS
    for layer in layers:
        made, width = module(layer, width)
        modules.append(made)
    network = nn.Sequential(*modules)
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.dim() == 2:
                parameter.copy_(generator.tensor(*parameter.shape, scale=4 / math.sqrt(parameter.shape[1])))
    # Biases, norms and PReLU slopes start as ours do.
    for made in network.modules():
        if isinstance(made, nn.Linear):
            nn.init.zeros_(made.bias)
    update = optimiser(recipe, network.parameters())
    result = []
    for _ in range(STEPS):
        x = generator.tensor(BATCH, INPUTS, scale=4)
        if loss == "mse":
            y = generator.tensor(BATCH, CLASSES, scale=4)
            value = nn.functional.mse_loss(network(x), y)
        else:
            y = torch.tensor([math.floor(generator.next() * CLASSES) for _ in range(BATCH)])
            value = nn.functional.cross_entropy(network(x), y)
        update.zero_grad()
        value.backward()
        update.step()
        result.append(value.item())
    return result


def linear(units):
    return {"kind": "linear", "units": units}


def mlp(*hidden):
    return [linear(HIDDEN), *hidden, linear(HIDDEN), *hidden, linear(CLASSES)]


def activation(name, **more):
    return {"kind": "activation", "activation": name, **more}


SGD = {"kind": "sgd", "rate": 0.05, "momentum": 0.9}
ADAM = {"kind": "adam", "rate": 0.005}
ADAMW = {"kind": "adamw", "rate": 0.005, "weightDecay": 0.1}
GATED = [{"kind": "gated", "activation": name, "units": HIDDEN} for name in GATES]

CASES = [(mlp(activation(name)), "cross-entropy", recipe) for name in ("relu", "gelu", "silu", "tanh") for recipe in (SGD, ADAM, ADAMW)]
CASES += [
    (mlp(activation("mish")), "mse", ADAM),
    (mlp(activation("gelu")), "mse", {**SGD, "weightDecay": 0.01}),
    (mlp(activation("silu")), "cross-entropy", {**ADAM, "weightDecay": 0.01}),
    (mlp(activation("prelu", trainable="one")), "cross-entropy", SGD),
    (mlp(activation("prelu", trainable="channel")), "cross-entropy", ADAM),
    (mlp(activation("solu")), "cross-entropy", SGD),
    (mlp({"kind": "layernorm"}, activation("gelu")), "cross-entropy", ADAMW),
    (mlp({"kind": "rmsnorm"}, activation("silu")), "cross-entropy", ADAM),
    *[([gated, {"kind": "layernorm"}, gated, linear(CLASSES)], "cross-entropy", ADAMW) for gated in GATED],
    (mlp({"kind": "layernorm"}), "mse", SGD),
]

cases = []
for number, (layers, loss, recipe) in enumerate(CASES):
    values = losses(layers, loss, recipe, number + 1)
    cases.append({"seed": number + 1, "layers": layers, "loss": loss, "optimiser": recipe, "losses": values})
target = Path(__file__).parent.parent / "packages/train/test/fixtures/pytorch.json"
target.write_text(
    json.dumps({"torch": torch.__version__, "batch": BATCH, "inputs": INPUTS, "classes": CLASSES, "cases": cases}, indent=1) + "\n"
)
