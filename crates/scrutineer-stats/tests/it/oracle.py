"""Writes oracle.csv: values of the distributions with 60 digits, by mpmath and whole numbers.

Run: python3 oracle.py > oracle.csv    (needs mpmath 1.3 or later)
Nothing here uses the program that is tested.
"""
from mpmath import mp, mpf, erfc, sqrt, log, factorial, binomial, findroot, nstr

mp.dps = 60


def row(name, args, value):
    print(",".join([name, *[repr(a) for a in args], nstr(value, 20, min_fixed=1, max_fixed=0)]))


def beta_series(a, b, x):
    """I_x(a, b) as x^a (1-x)^b / (a B(a, b)) times a series of positive terms (DLMF 8.17.8)."""
    a, b, x = mpf(a), mpf(b), mpf(x)
    term = total = mpf(1)
    n = 0
    while term > total * mpf(10) ** -60:
        term *= (a + b + n) / (a + 1 + n) * x
        total += term
        n += 1
    ln_beta = mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)
    return mp.exp(a * log(x) + b * mp.log1p(-x) - ln_beta) / a * total


def beta_lower(a, b, x):
    return beta_series(a, b, x) if x < mpf(a) / (mpf(a) + mpf(b)) else 1 - beta_series(b, a, 1 - mpf(x))


def beta_upper(a, b, x):
    return beta_lower(b, a, 1 - mpf(x))


def binom_pmf(n, p, k):
    p = mpf(p)
    return binomial(n, k) * p**k * (1 - p) ** (n - k)


def binom_tail(n, p, ks):
    total = mpf(0)
    term = binom_pmf(n, p, ks[0]) if len(ks) else mpf(0)
    for k in ks:
        total += term
        term *= mpf(n - k) / (k + 1) * mpf(p) / (1 - mpf(p))
    return total


def hyper_pmf(N, K, n, k):
    return binomial(K, k) * binomial(N - K, n - k) / binomial(N, n)


for n in [0, 1, 2, 5, 18, 19, 20, 100, 1000, 123456, 21321805]:
    row("ln_factorial", [n], mp.loggamma(mpf(n) + 1))
for n, k in [(5, 2), (18, 9), (30, 1), (1000, 3), (1000, 500), (21321805, 17), (21321805, 10000000), (10**9, 2)]:
    row("ln_choose", [n, k], mp.loggamma(mpf(n) + 1) - mp.loggamma(mpf(k) + 1) - mp.loggamma(mpf(n - k) + 1))

for a, b, x in [(0.5, 0.5, 0.25), (1.0, 1.0, 0.3), (2.5, 0.75, 0.9), (30.0, 50.0, 0.1), (500.0, 500.0, 0.2),
                (5000.0, 5000.0, 0.31), (1e4, 2e4, 0.34), (0.5, 200.0, 1e-5), (1e5, 1e5, 0.501), (3.0, 1e5, 0.006)]:
    row("beta_cdf", [a, b, x], beta_lower(mpf(a), mpf(b), mpf(x)))
    row("beta_sf", [a, b, x], beta_upper(mpf(a), mpf(b), mpf(x)))



def gamma_lower(a, x):
    """P(a, x) by the series of positive terms (DLMF 8.7.1)."""
    a, x = mpf(a), mpf(x)
    term = total = 1 / a
    n = 1
    while term > total * mpf(10) ** (-mp.dps) or n < x:
        term *= x / (a + n)
        total += term
        n += 1
    return mp.exp(a * log(x) - x - mp.loggamma(a)) * total


def gamma_upper(a, x):
    with mp.workdps(450):
        return 1 - gamma_lower(a, x)


for a, x in [(0.5, 0.1), (0.5, 600.0), (1.0, 690.0), (4.5, 60.0), (4.5, 0.001), (5857.5, 6000.0), (5857.5, 9000.0),
             (5857.5, 3000.0), (12.0, 12.0), (2e5, 2.06e5), (2e5, 1.94e5), (2.5, 1e-120)]:
    row("gamma_cdf", [a, x], gamma_lower(a, x))
    row("gamma_sf", [a, x], gamma_upper(a, x))

for df, x in [(9.0, 21.67), (9.0, 1400.0), (1.0, 3.84), (11715.0, 14308.0), (11715.0, 11000.0), (2.0, 1381.0)]:
    row("chi_square_sf", [df, x], gamma_upper(mpf(df) / 2, mpf(x) / 2))

for x in [-38.0, -5.5, -1.0, 0.0, 0.3, 1.96, 6.0, 20.0, 37.0]:
    row("normal_sf", [x], erfc(mpf(x) / sqrt(2)) / 2)
    row("normal_cdf", [x], erfc(-mpf(x) / sqrt(2)) / 2)
for q in [1e-300, 1e-100, 1e-20, 1e-6, 0.0009, 0.0011, 0.01, 0.05, 0.3, 0.499999, 0.5, 0.7, 0.975]:
    start = 0 if q > 0.01 else sqrt(-2 * log(mpf(q))) - log(sqrt(-2 * log(mpf(q)))) / sqrt(-2 * log(mpf(q)))
    root = findroot(lambda x: log(erfc(x / sqrt(2)) / 2) - log(mpf(q)), start)
    row("normal_upper_quantile", [q], root if abs(root) > mpf(10) ** -50 else mpf(0))


def student_sf(df, t):
    df, t = mpf(df), mpf(t)
    half = beta_lower(df / 2, mpf(1) / 2, df / (df + t * t)) / 2
    return half if t >= 0 else 1 - half


for df, t in [(1.0, 1.0), (1.0, 1e9), (3.0, -2.0), (5.0, 1e40), (11714.0, 10.3), (11714.0, -10.3), (24530.0, 37.0),
              (1e6, 36.0), (2.5, 0.001), (30.0, 0.0)]:
    row("student_sf", [df, t], student_sf(df, t))
for df, p in [(1.0, 0.975), (4.0, 0.01), (29.0, 0.975), (1500.0, 0.995), (11714.0, 1e-30), (2.0, 1e-12), (7.0, 0.5001)]:
    start = {1.0: 12.7, 4.0: -3.7, 29.0: 2.04, 1500.0: 2.58, 11714.0: -11.5, 2.0: -7e5, 7.0: 0.0003}[df]
    target = mpf(p)
    row("student_quantile", [df, p], findroot(lambda t: log(student_sf(df, -t)) - log(target), start))

for n, p, k in [(10, 0.3, 3), (10, 0.3, 9), (2786, 0.5, 1466), (17705, 1e-6, 4), (5990, 0.01, 61), (1000, 0.5, 990),
                (1000, 0.999, 5), (20000, 0.67, 12000), (100000, 0.5, 56000), (400, 1e-3, 101)]:
    row("binomial_pmf", [n, p, k], binom_pmf(n, p, k))
    row("binomial_cdf", [n, p, k], binom_tail(n, p, range(0, k + 1)))
    row("binomial_sf", [n, p, k], binom_tail(n, p, range(k + 1, n + 1)))
for n, p, k in [(10659128, 0.67139, 7156462), (10659128, 0.5, 5390000), (10659128, 0.30410, 3200000)]:
    row("binomial_pmf", [n, p, k], binom_pmf(n, p, k))

for N, K, n, k in [(50, 5, 10, 1), (1021, 620, 520, 263), (700, 480, 350, 300), (9000, 6000, 4000, 2500),
                   (24532, 240, 305, 0), (24532, 3066, 23, 0), (20000, 10000, 5000, 3000), (10, 9, 5, 4)]:
    least, greatest = max(0, n - (N - K)), min(n, K)
    row("hypergeometric_pmf", [N, K, n, k], hyper_pmf(N, K, n, k))
    row("hypergeometric_cdf", [N, K, n, k], mp.fsum(hyper_pmf(N, K, n, j) for j in range(least, k + 1)))
    row("hypergeometric_sf", [N, K, n, k], mp.fsum(hyper_pmf(N, K, n, j) for j in range(k + 1, greatest + 1)))
