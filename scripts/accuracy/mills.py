"""The coefficients of packages/xphi/src/lower/elementary/normal.ts: rationals P / Q, Q(0) = 1, with the least largest relative error on [0, 14.3], by
Lawson's re-weighted least squares on a linearised fit. Needs mpmath (Debian python3-mpmath).

  python3 scripts/accuracy/mills.py R|K [degree of P] [degree of Q]

R(a) = exp(a^2/2) erfc(a/sqrt 2)/2 and K(a) = (R(a) - a/sqrt(2 pi)) / (zero - a), zero that of gelu's slope; their values at 0 are kept.
"""
import sys
from mpmath import cos, erfc, exp, findroot, log, lu_solve, matrix, mp, mpf, pi, polyval, sqrt

mp.prec = 220


def fit(f, high, n, m, first=None, turns=60):
    """P's and Q's coefficients and the largest error; P(0) = first where it is given."""
    count, scale = 7 * (n + m + 2), mpf(2)
    top = high / (high + scale)
    us = [top / 2 * (1 - cos(pi * (2 * i + 1) / (2 * count))) for i in range(count)]
    xs = [scale * u / (1 - u) for u in us]
    fs = [f(x) for x in xs]
    free = list(range(0 if first is None else 1, n + 1))
    lawson, divisor, best = [mpf(1)] * count, [mpf(1)] * count, None
    for _ in range(turns):
        size = len(free) + m
        a, b = matrix(size, size), matrix(size, 1)
        for i, x in enumerate(xs):
            row = [x**k / fs[i] for k in free] + [-(x**k) for k in range(1, m + 1)]
            target = 1 - (0 if first is None else first / fs[i])
            w = lawson[i] / divisor[i] ** 2
            for p in range(size):
                b[p] += w * row[p] * target
                for q in range(size):
                    a[p, q] += w * row[p] * row[q]
        solved = list(lu_solve(a, b))
        top_ = ([] if first is None else [first]) + solved[: len(free)]
        bottom = [mpf(1)] + solved[len(free) :]
        divisor = [polyval(bottom[::-1], x) for x in xs]
        errors = [abs(polyval(top_[::-1], x) / divisor[i] / fs[i] - 1) for i, x in enumerate(xs)]
        worst = max(errors)
        if best is None or worst < best[0]:
            best = worst, top_, bottom
        lawson = [w * (e + worst * mpf("1e-4")) for w, e in zip(lawson, errors)]
        total = sum(lawson)
        lawson = [w / total * count for w in lawson]
    return best


def R(a):
    return exp(a * a / 2) * erfc(a / sqrt(2)) / 2


def slope(a):
    return R(a) - a / sqrt(2 * pi)


zero = findroot(slope, mpf("0.7517915246935645"))


def K(a):
    return slope(a if abs(a - zero) > mpf("1e-25") else a + mpf("1e-20")) / (zero - a if abs(a - zero) > mpf("1e-25") else -mpf("1e-20"))


name, n, m = sys.argv[1], *(int(v) for v in sys.argv[2:4])
worst, numerator, denominator = fit({"R": R, "K": K}[name], mpf("14.3"), n, m, {"R": mpf(1) / 2, "K": 1 / (2 * zero)}[name])
print(f"{name} {n}/{m}: 2^{float(log(worst, 2)):.2f}")
for part in numerator, denominator:
    print("  [" + ", ".join(repr(float(v)) for v in part) + "]")
