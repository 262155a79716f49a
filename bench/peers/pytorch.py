"""PyTorch as a peer: reads requests from stdin, each a line of JSON and the bytes of a float32 array, and answers with the bytes of the result."""
import json
import sys
import time
import torch
import torch.nn.functional as F

torch.set_num_threads(1)
functions = {
    "relu": F.relu, "relu6": F.relu6, "leaky_relu": F.leaky_relu, "elu": F.elu, "selu": F.selu, "celu": F.celu,
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "gelu": F.gelu, "gelu_tanh": lambda x: F.gelu(x, approximate="tanh"),
    "silu": F.silu, "softplus": F.softplus, "softsign": F.softsign, "log_sigmoid": F.logsigmoid, "mish": F.mish,
    "hard_sigmoid": F.hardsigmoid, "hard_swish": F.hardswish, "hard_tanh": F.hardtanh, "tanhshrink": F.tanhshrink,
    "softshrink": F.softshrink, "hardshrink": F.hardshrink, "softmax": lambda x: F.softmax(x, -1), "log_softmax": lambda x: F.log_softmax(x, -1),
}


def milliseconds(f, x, slope, calls):
    """What calls take here, without the way to and fro; of a slope the backward pass alone."""
    if slope:
        x.requires_grad_()
        y = f(x)
        dy = torch.ones_like(y)
        call = lambda: torch.autograd.grad(y, x, dy, retain_graph=True)
    else:
        call = lambda: f(x)
    start = time.perf_counter()
    for _ in range(calls):
        call()
    return 1000 * (time.perf_counter() - start)


print(json.dumps({"version": torch.__version__, "functions": sorted(functions)}), flush=True)
for line in iter(sys.stdin.buffer.readline, b""):
    request = json.loads(line)
    x = torch.frombuffer(bytearray(sys.stdin.buffer.read(4 * request["length"])), dtype=torch.float32).reshape(-1, request["columns"])
    f = functions[request["name"]]
    if "calls" in request:
        print(json.dumps(milliseconds(f, x, request["slope"], request["calls"])), flush=True)
        continue
    if request["slope"]:
        x.requires_grad_()
        f(x).sum().backward()
        y = x.grad
    else:
        y = f(x)
    sys.stdout.buffer.write(y.detach().contiguous().numpy().tobytes())
    sys.stdout.buffer.flush()
