"""Minimax fits (relative error) of the coefficients in packages/xphi/src/lower/fast: Lawson's re-weighted least squares on Chebyshev
points, then the coefficients rounded to single one at a time, the rest fitted anew. Needs mpmath (Debian python3-mpmath).

  python3 scripts/fast/fit.py NAME...
"""
import sys
from mpmath import cos, erfc, exp, expm1, findroot, frexp, ldexp, log, log1p, lu_solve, matrix, mp, mpf, nint, pi, sqrt

mp.prec = 160


def single(v):
    if v == 0:
        return v
    m, e = frexp(v)
    return ldexp(nint(ldexp(m, 24)), e - 24)


def fit(f, low, high, degree, fixed=None, weight=None, turns=30):
    """f(x) ~ sum c[k] x^k with the least largest relative error (times weight); gives c and log2 of the error."""
    count = 8 * (degree + 2)
    xs = [low + (high - low) * (1 - cos(pi * (2 * i + 1) / (2 * count))) / 2 for i in range(count)]
    fs = [f(x) for x in xs]
    ws = [weight(x) if weight else mpf(1) for x in xs]
    fixed = {k: mpf(v) for k, v in (fixed or {}).items()}
    lawson = [mpf(1)] * count
    powers = [[x**k for k in range(degree + 1)] for x in xs]

    def solve():
        free = [k for k in range(degree + 1) if k not in fixed]
        c = dict(fixed)
        if free:
            a, b = matrix(len(free), len(free)), matrix(len(free), 1)
            for i in range(count):
                w = lawson[i] * (ws[i] / fs[i]) ** 2
                rest = fs[i] - sum(v * powers[i][k] for k, v in fixed.items())
                for p, k in enumerate(free):
                    b[p] += w * powers[i][k] * rest
                    for q, m in enumerate(free):
                        a[p, q] += w * powers[i][k] * powers[i][m]
            for k, v in zip(free, lu_solve(a, b)):
                c[k] = v
        return [c[k] for k in range(degree + 1)]

    def errors(c, at, values, weights):
        return [abs((sum(ck * x**k for k, ck in enumerate(c)) / y - 1) * w) for x, y, w in zip(at, values, weights)]

    def settle(n):
        nonlocal lawson
        for _ in range(n):
            e = errors(solve(), xs, fs, ws)
            total = sum(lw * x for lw, x in zip(lawson, e))
            if total == 0:
                return
            lawson = [lw * (x + total * mpf("1e-5")) for lw, x in zip(lawson, e)]
            scale = count / sum(lawson)
            lawson = [lw * scale for lw in lawson]

    settle(turns)
    for k in range(degree + 1):
        if k not in fixed:
            fixed[k] = single(solve()[k])
            settle(5)
    c = solve()
    fine = [low + (high - low) * i / mpf(997) for i in range(1, 997)]
    worst = max(errors(c, fine, [f(x) for x in fine], [weight(x) if weight else mpf(1) for x in fine]))
    return [float(v) for v in c], float(log(worst, 2))


def mills(a):
    return exp(a * a / 2) * erfc(a / sqrt(mpf(2))) / 2


zero = findroot(lambda a: mills(a) - a / sqrt(2 * pi), 0.75179)


def slope(a):
    if abs(a - zero) < mpf("1e-18"):
        a += mpf("1e-14")
    return (mills(a) - a / sqrt(2 * pi)) / (zero - a)


def ratio(f, s, c, far, degree):
    """f as a polynomial in u = (a - c) / (a + s), a in [0, far]."""
    s, c, far = mpf(s), mpf(c), mpf(far)
    return fit(lambda u: f((c + s * u) / (1 - u)), -c / s, (far - c) / (far + s), degree)


def shifted(s, w0, far, degree):
    """mills(a) (a + s) as a polynomial in a / (a + s) - w0."""
    s, w0, far = mpf(s), mpf(w0), mpf(far)

    def f(y):
        a = s * (y + w0) / (1 - y - w0)
        return mills(a) * (a + s)

    return fit(f, -w0, far / (far + s) - w0, degree)


half = mpf("0.3475")
fits = {
    "expm1": lambda: fit(lambda x: (expm1(x) - x) / x**2, -half, half, 4, weight=lambda x: x * x / (2 * abs(expm1(x)))),
    "log1p": lambda: fit(lambda t: log1p(t) / t, mpf("1e-12"), mpf(1), 9, fixed={0: 1}),
    # The far end of normal.ts.
    "mills": lambda: shifted("2.5", "0.171875", "10.01", 9),
    "slope": lambda: ratio(slope, "3.5", "3", "10.01", 8),
}

if __name__ == "__main__":
    for name in sys.argv[1:] or fits:
        print(name, *fits[name](), flush=True)
