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
VOCABULARY, SEQUENCE, WIDTH = 7, 12, 16
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


    def below(self, count):
        return torch.tensor([math.floor(self.next() * count) for _ in range(BATCH)])


class Gated(nn.Module):
    def __init__(self, inputs, units, gate, bias):
        super().__init__()
        self.projection = nn.Linear(inputs, 2 * units, bias=bias)
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


class Embedding(nn.Module):
    def __init__(self, layer):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(layer["vocabulary"], layer["units"]))
        self.positions = nn.Parameter(torch.empty(SEQUENCE, layer["units"])) if layer.get("positions") else None

    def forward(self, tokens):
        x = self.weight[tokens]
        return x if self.positions is None else x + self.positions.repeat(len(tokens) // SEQUENCE, 1)


class Unembedding(nn.Module):
    def __init__(self, embedding):
        super().__init__()
        self.shared = [embedding]

    def forward(self, x):
        return x @ self.shared[0].weight.T


class Residual(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.layers(x)


class Attention(nn.Module):
    def __init__(self, width, layer):
        super().__init__()
        self.heads = layer["heads"]
        self.shared = layer.get("keyValueHeads", self.heads)
        self.size = width // self.heads
        bias = layer.get("bias", True)
        self.input = nn.Linear(width, (self.heads + 2 * self.shared) * self.size, bias=bias)
        self.output = nn.Linear(width, width, bias=bias)
        self.rotary = layer.get("rotary", False)

    def turn(self, x):
        speed = 10000 ** (-torch.arange(0, self.size, 2) / self.size)
        turns = torch.polar(torch.ones(SEQUENCE, self.size // 2), torch.outer(torch.arange(SEQUENCE).double(), speed))
        pairs = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2))
        return torch.view_as_real(pairs * turns).flatten(-2)

    def forward(self, x):
        packed = self.input(x).reshape(-1, SEQUENCE, self.heads + 2 * self.shared, self.size).transpose(1, 2)
        query, key, value = packed.split([self.heads, self.shared, self.shared], dim=1)
        if self.rotary:
            query, key = self.turn(query), self.turn(key)
        key, value = (t.repeat_interleave(self.heads // self.shared, dim=1) for t in (key, value))
        scores = query @ key.transpose(-1, -2) / math.sqrt(self.size)
        hidden = torch.ones(SEQUENCE, SEQUENCE, dtype=torch.bool).triu(1)
        mixed = torch.softmax(scores.masked_fill(hidden, -math.inf), dim=-1) @ value
        return self.output(mixed.transpose(1, 2).reshape(x.shape))


class LSTM(nn.Module):
    def __init__(self, width, units):
        super().__init__()
        self.layer = nn.LSTM(width, units, batch_first=True)
        nn.init.zeros_(self.layer.bias_ih_l0)
        # A second bias adds nothing.
        nn.init.zeros_(self.layer.bias_hh_l0)
        self.layer.bias_hh_l0.requires_grad = False

    def forward(self, x):
        return self.layer(x.reshape(-1, SEQUENCE, x.shape[-1]))[0].flatten(0, 1)


POINTWISE = {"relu": nn.ReLU, "gelu": nn.GELU, "silu": nn.SiLU, "tanh": nn.Tanh, "mish": nn.Mish}
GATES = {"swiglu": nn.functional.silu, "geglu": nn.functional.gelu, "reglu": nn.functional.relu}


def chain(layers, width, embedding=None):
    modules = []
    for layer in layers:
        made, width = module(layer, width, embedding)
        if isinstance(made, Embedding):
            embedding = made
        modules.append(made)
    return modules, width


def module(layer, width, embedding):
    kind, name = layer["kind"], layer.get("activation")
    if kind == "embedding":
        return Embedding(layer), layer["units"]
    if kind == "unembedding":
        return Unembedding(embedding), VOCABULARY
    if kind == "residual":
        return Residual(chain(layer["layers"], width)[0]), width
    if kind == "attention":
        return Attention(width, layer), width
    if kind == "lstm":
        return LSTM(width, layer["units"]), layer["units"]
    if kind == "linear":
        return nn.Linear(width, layer["units"], bias=layer.get("bias", True)), layer["units"]
    if kind == "gated":
        return Gated(width, layer["units"], GATES[name], layer.get("bias", True)), layer["units"]
    if kind == "layernorm":
        return nn.LayerNorm(width), width
    if kind == "rmsnorm":
        return RMSNorm(width), width
    if name == "prelu":
        return nn.PReLU(width if layer["trainable"] == "channel" else 1), width
    if name == "solu":
        return SoLU(), width
    return POINTWISE[name](), width


def rate_at(rate, step):
    if not isinstance(rate, dict):
        return rate
    if step < rate["warmup"]:
        return rate["peak"] * (step + 1) / rate["warmup"]
    passed = min(1, (step - rate["warmup"]) / (rate["decay"]["to"] - rate["warmup"]))
    floor = rate["decay"]["floor"]
    return floor + (rate["peak"] - floor) * (1 + math.cos(math.pi * passed)) / 2


def optimiser(recipe, parameters):
    options = {"lr": rate_at(recipe["rate"], 0), "weight_decay": recipe.get("weightDecay", 0.01 if recipe["kind"] == "adamw" else 0)}
    if recipe["kind"] == "sgd":
        return torch.optim.SGD(parameters, momentum=recipe.get("momentum", 0), **options)
    return {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[recipe["kind"]](parameters, **options)


def losses(layers, loss, recipe, seed):
    generator = Generator(seed)
    network = nn.Sequential(*chain(layers, INPUTS)[0])
    with torch.no_grad():
        for parameter in network.parameters():
            if parameter.dim() == 2:
                parameter.copy_(generator.tensor(*parameter.shape, scale=4 / math.sqrt(parameter.shape[1])))
    # Biases, norms and PReLU slopes start as ours do.
    for made in network.modules():
        if isinstance(made, nn.Linear) and made.bias is not None:
            nn.init.zeros_(made.bias)
    update = optimiser(recipe, network.parameters())
    result = []
    for step in range(STEPS):
        tokens = layers[0]["kind"] == "embedding"
        x = generator.below(VOCABULARY) if tokens else generator.tensor(BATCH, INPUTS, scale=4)
        if loss == "mse":
            y = generator.tensor(BATCH, CLASSES, scale=4)
            value = nn.functional.mse_loss(network(x), y)
        else:
            y = generator.below(VOCABULARY if tokens else CLASSES)
            value = nn.functional.cross_entropy(network(x), y)
        update.zero_grad()
        value.backward()
        if "clip" in recipe:
            nn.utils.clip_grad_norm_(network.parameters(), recipe["clip"])
        for group in update.param_groups:
            group["lr"] = rate_at(recipe["rate"], step)
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

SCHEDULE = {"peak": 0.01, "warmup": 5, "decay": {"shape": "cosine", "to": 15, "floor": 0.001}}
TIED, FREE = {"kind": "unembedding"}, {"kind": "linear", "units": VOCABULARY, "bias": False}


def residual(*layers):
    return {"kind": "residual", "layers": list(layers)}


def embedding(positions):
    return {"kind": "embedding", "vocabulary": VOCABULARY, "units": WIDTH, "positions": positions}


def attention(**more):
    return {"kind": "attention", "heads": 4, **more}


def feed_forward(*up, bias=True):
    return [*up, {"kind": "linear", "units": WIDTH, "bias": bias}]


NORM, ROOT = {"kind": "layernorm"}, {"kind": "rmsnorm"}
GPT = [
    embedding(True),
    residual(NORM, attention()),
    residual(NORM, *feed_forward(linear(4 * WIDTH), activation("gelu"))),
    NORM,
    TIED,
]
SWIGLU = {"kind": "gated", "activation": "swiglu", "units": 44, "bias": False}
LLAMA = [
    embedding(False),
    residual(ROOT, attention(keyValueHeads=2, rotary=True, bias=False)),
    residual(ROOT, *feed_forward(SWIGLU, bias=False)),
    ROOT,
    FREE,
]
CASES += [
    (GPT, "cross-entropy", ADAM),
    (LLAMA, "cross-entropy", {**ADAMW, "rate": SCHEDULE, "clip": 0.5}),
    (LLAMA, "cross-entropy", {**SGD, "clip": 1}),
    ([embedding(False), {"kind": "lstm", "units": 14}, FREE], "cross-entropy", ADAM),
]

cases = []
for number, (layers, loss, recipe) in enumerate(CASES):
    values = losses(layers, loss, recipe, number + 1)
    cases.append({"seed": number + 1, "layers": layers, "loss": loss, "optimiser": recipe, "losses": values})
target = Path(__file__).parent.parent / "packages/train/test/fixtures/pytorch.json"
target.write_text(
    json.dumps({"torch": torch.__version__, "batch": BATCH, "inputs": INPUTS, "classes": CLASSES, "sequence": SEQUENCE, "cases": cases}, indent=1) + "\n"
)
