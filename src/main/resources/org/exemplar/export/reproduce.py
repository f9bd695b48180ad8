#!/usr/bin/env python3
"""Computes the main numbers of results.json again from ratings.csv alone.

Needs nothing but Python 3. For each question: PIE-AUC over readers (readers and cases random), its
one-shot U-statistic variance (Gallas 2006, 2009), degrees of freedom, 95 % interval and p; Holm's
correction over the questions; the exact permutation test of arm labels over cases where every reader
rated every case; Krippendorff's alpha and Cohen's kappa. Prints one JSON object. Where results.json
lies beside the ratings, the numbers are compared with it and the script ends with 1 if one differs.

    python3 reproduce.py [ratings.csv]
"""
import bisect
import csv
import json
import math
import os
import sys

TINY = 1e-12
MOST_CELLS = 20_000_000


# %% Ratings: no practice, no repeats, no "cannot judge"
def read(path):
    """question -> {(reader, case): score}, case -> 1 for PIE and 0 for the others"""
    scores, pie = {}, {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["is_practice"] == "1" or row["repeat_of"] or row["value_score"] == "":
                continue
            pie[row["case_id"]] = 1 if row["arm"] == "PIE" else 0
            question = scores.setdefault(row["question_id"], {})
            question[row["reader_id"], row["case_id"]] = float(row["value_score"])
    return scores, pie


# %% PIE-AUC, its variance and its test
def sums(x):
    """B1...B8 of an array x[reader][other case][PIE]; see Gallas 2009"""
    readers, n0, n1 = range(len(x)), range(len(x[0])), range(len(x[0][0]))
    b = [0.0] * 8
    by_i = [0.0] * len(n0)
    by_j = [0.0] * len(n1)
    by_ij = [[0.0] * len(n1) for _ in n0]
    total = 0.0
    for r in readers:
        row = [sum(x[r][i]) for i in n0]
        column = [sum(x[r][i][j] for i in n0) for j in n1]
        whole = sum(row)
        b[0] += sum(v * v for i in n0 for v in x[r][i])
        b[1] += sum(v * v for v in column)
        b[2] += sum(v * v for v in row)
        b[3] += whole * whole
        for i in n0:
            by_i[i] += row[i]
            for j in n1:
                by_ij[i][j] += x[r][i][j]
        for j in n1:
            by_j[j] += column[j]
        total += whole
    b[4] = sum(v * v for i in n0 for v in by_ij[i])
    b[5] = sum(v * v for v in by_j)
    b[6] = sum(v * v for v in by_i)
    b[7] = total * total
    return b


def distinct(b):
    """sums in which the indices that are not shared differ"""
    b1, b2, b3, b4, b5, b6, b7, b8 = b
    return [
        b1, b2 - b1, b3 - b1, b4 - b3 - b2 + b1, b5 - b1, b6 - b5 - b2 + b1, b7 - b5 - b3 + b1,
        b8 - b7 - b6 + b5 - b4 + b3 + b2 - b1,
    ]


def analyse(scores, pie):
    readers = sorted({reader for reader, _ in scores})
    cases = sorted({case for _, case in scores})
    others = [case for case in cases if not pie[case]]
    pies = [case for case in cases if pie[case]]
    s, d = [], []
    for reader in readers:
        s.append([[0.0] * len(pies) for _ in others])
        d.append([[0.0] * len(pies) for _ in others])
        for i, other in enumerate(others):
            for j, one in enumerate(pies):
                if (reader, other) in scores and (reader, one) in scores:
                    low, high = scores[reader, other], scores[reader, one]
                    s[-1][i][j] = 1.0 if high > low else 0.5 if high == low else 0.0
                    d[-1][i][j] = 1.0
    pairs = sum(map(sum, (row for reader in d for row in reader)))
    if not pairs:
        return {"auc": None, "status": "not_defined"}
    auc = sum(map(sum, (row for reader in s for row in reader))) / pairs
    result = {"auc": auc}
    if sum(1 for reader in d if any(map(any, reader))) < 2:
        return {**result, "status": "single_reader", **one_reader(s, d, auc)}
    bs, bd = sums(s), sums(d)
    us, ud = distinct(bs), distinct(bd)
    c = [u / bd[7] for u in ud]
    c[7] -= 1
    m = [a / b if b else 0.0 for a, b in zip(us, ud)]
    v = [a / b if b else 0.0 for a, b in zip(bs, bd)]
    var_u = sum(a * b for a, b in zip(c, m))
    var_v = sum(a * b for a, b in zip(c, v))
    result["status"] = "ok" if var_u > TINY else "variance_fallback" if var_v > TINY else "no_variance"
    if result["status"] == "no_variance":
        return result
    var = var_u if var_u > TINY else var_v
    parts = [v[6] - v[7], v[5] - v[7], v[3] - v[7]]
    shares = [c[0] + c[2] + c[4] + c[6], c[0] + c[1] + c[4] + c[5], c[0] + c[1] + c[2] + c[3]]
    f = [round(1 / share - 1) for share in shares]
    below = sum(part * part / size**3 for part, size in zip(parts, f) if size)
    df = max(var * var / below if below else 0.0, min(f))
    return {**result, **test(auc, var, df)}


def one_reader(s, d, auc):
    """the reader's own variance and test, which speak of this reader only"""
    r = next(r for r, reader in enumerate(d) if any(map(any, reader)))
    n0 = sum(1 for row in d[r] if any(row))
    n1 = sum(1 for column in zip(*d[r]) if any(column))
    bs, bd = sums(s)[:4], sums(d)[:4]
    us, ud = distinct(bs + [0.0] * 4)[:4], distinct(bd + [0.0] * 4)[:4]
    c = [u / bd[3] for u in ud]
    c[3] -= 1
    v = [a / b if b else 0.0 for a, b in zip(bs, bd)]
    var = sum(a * (b / e if e else 0.0) for a, b, e in zip(c, us, ud))
    if var <= TINY:
        var = sum(a * b for a, b in zip(c, v))
    if n0 < 2 or n1 < 2 or var <= TINY:
        return {"status": "no_variance"}
    below = (v[2] - v[3]) ** 2 / (n0 - 1) ** 3 + (v[1] - v[3]) ** 2 / (n1 - 1) ** 3
    least = min(n0, n1) - 1
    return test(auc, var, max(var * var / below, least) if below else least)


def test(auc, var, df):
    t = (auc - 0.5) / math.sqrt(var)
    half = t_quantile(df) * math.sqrt(var)
    return {"variance": var, "df": df, "ci_low": auc - half, "ci_high": auc + half, "statistic": t,
            "p": t_two_sided(t, df)}


def t_two_sided(t, df):
    return beta(df / (df + t * t), df / 2, 0.5)


def t_quantile(df):
    low, high = 0.0, 1e6
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if t_two_sided(middle, df) > 0.05 else (low, middle)
    return low


def beta(x, a, b):
    """regularised incomplete beta function by its continued fraction"""
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    if x > (a + 1) / (a + b + 2):
        return 1 - beta(1 - x, b, a)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log1p(-x)) / a
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    fraction = d
    for k in range(1, 10000):
        for n in (k * (b - k) * x / ((a + 2 * k - 1) * (a + 2 * k)),
                  -(a + k) * (a + b + k) * x / ((a + 2 * k) * (a + 2 * k + 1))):
            d = 1 / (1 + n * d)
            c = 1 + n / c
            fraction *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return front * fraction


# %% Permutation of arm labels over cases, all labelings counted
def permutation(scores, pie):
    """share of all labelings with |AUC - 1/2| at least as observed; None unless all rated all"""
    readers = sorted({reader for reader, _ in scores})
    cases = sorted({case for _, case in scores})
    if len(scores) != len(readers) * len(cases):
        return None
    ranks = dict.fromkeys(cases, 0)
    for reader in readers:
        values = sorted(scores[reader, case] for case in cases)
        for case in cases:
            value = scores[reader, case]
            below, upto = bisect.bisect_left(values, value), bisect.bisect_right(values, value)
            ranks[case] += below + upto + 1
    chosen, total = sum(pie[case] for case in cases), sum(ranks.values())
    if not 0 < chosen < len(cases) or chosen * total > MOST_CELLS:
        return None
    slot = len(cases) + 1
    ways = [1] + [0] * chosen
    for case in cases:
        for size in range(chosen, 0, -1):
            ways[size] += ways[size - 1] << (slot * ranks[case])
    seen = sum(ranks[case] for case in cases if pie[case])
    apart = abs(len(cases) * seen - chosen * total)
    counts = ways[chosen]
    low = (chosen * total - apart) // len(cases)
    high = -((-chosen * total - apart) // len(cases))
    hits = digits(counts & ((1 << (slot * max(low + 1, 0))) - 1), slot)
    hits += digits(counts >> (slot * max(high, low + 1)), slot)
    return hits / math.comb(len(cases), chosen)


def digits(number, slot):
    """sum of the slots of a number that holds one count in each"""
    text = bin(number)[2:]
    return sum(int(text[max(0, end - slot):end], 2) for end in range(len(text), 0, -slot))


# %% Agreement of the readers
def alphas(scores):
    """Krippendorff's alpha by the coincidence matrix: nominal, ordinal, interval"""
    units = {}
    for (_, case), value in scores.items():
        units.setdefault(case, []).append(value)
    units = [unit for unit in units.values() if len(unit) > 1]
    values = sorted({value for unit in units for value in unit})
    together = {(a, b): 0.0 for a in values for b in values}
    for unit in units:
        for i, a in enumerate(unit):
            for j, b in enumerate(unit):
                if i != j:
                    together[a, b] += 1 / (len(unit) - 1)
    margin = {a: sum(together[a, b] for b in values) for a in values}
    total = sum(margin.values())

    def ordinal(a, b):
        between = sum(margin[v] for v in values if min(a, b) <= v <= max(a, b))
        return (between - (margin[a] + margin[b]) / 2) ** 2

    levels = {"nominal": lambda a, b: float(a != b), "ordinal": ordinal,
              "interval": lambda a, b: (a - b) ** 2}
    found = {}
    for level, distance in levels.items():
        seen = sum(together[a, b] * distance(a, b) for a in values for b in values if a != b)
        chance = sum(margin[a] * margin[b] * distance(a, b) for a in values for b in values if a != b)
        found[level] = 1 - (total - 1) * seen / chance if chance else None
    return found


def kappas(scores):
    """Cohen's kappa of each two readers over the cases that both rated, plain and quadratic"""
    readers = sorted({reader for reader, _ in scores})
    found = {}
    for i, first in enumerate(readers):
        for second in readers[i + 1:]:
            pairs = [(value, scores[second, case]) for (reader, case), value in scores.items()
                     if reader == first and (second, case) in scores]
            found[first + "-" + second] = {
                "n": len(pairs),
                "kappa": kappa(pairs, lambda a, b: float(a != b)),
                "kappa_quadratic": kappa(pairs, lambda a, b: (a - b) ** 2)}
    return found


def kappa(pairs, distance):
    seen = sum(distance(a, b) for a, b in pairs) * len(pairs)
    chance = sum(distance(a, b) for a, _ in pairs for _, b in pairs)
    return 1 - seen / chance if chance else None


# %% Everything, and Holm's correction over the questions
def reproduce(path):
    scores, pie = read(path)
    results = {}
    for question, table in scores.items():
        results[question] = {**analyse(table, pie), "permutation_p": permutation(table, pie),
                             "krippendorff_alpha": alphas(table), "pairs": kappas(table)}
    order = sorted(results, key=lambda q: results[q].get("p", 1.0))
    running = 0.0
    for k, question in enumerate(order):
        running = max(running, min(1.0, results[question].get("p", 1.0) * (len(order) - k)))
        results[question]["p_holm"] = running
    return results


# %% Comparison with results.json
def differences(found, path):
    """(compared, differing) numbers; what this script does not compute is not compared"""
    with open(path, encoding="utf-8") as file:
        written = json.load(file)["questions"]
    pairs = []
    for question, mine in found.items():
        theirs = written.get(question, {})
        for name in ("auc", "variance", "df", "ci_low", "ci_high", "statistic", "p", "p_holm"):
            pairs.append((question + " " + name, mine.get(name), theirs["mrmc"].get(name)))
        labels = theirs["permutation"]
        if labels.get("exact") and not labels.get("stratified"):
            pairs.append((question + " permutation", mine["permutation_p"], labels.get("p")))
        for level, alpha in mine["krippendorff_alpha"].items():
            pairs.append((question + " alpha " + level, alpha,
                          theirs["agreement"]["krippendorff_alpha"].get(level)))
        for pair, values in mine["pairs"].items():
            other = theirs["agreement"]["pairs"].get(pair, {})
            for name in ("kappa", "kappa_quadratic"):
                pairs.append((question + " " + pair + " " + name, values[name], other.get(name)))
    both = [(name, a, b) for name, a, b in pairs if a is not None and b is not None]
    return both, [each for each in both if abs(each[1] - each[2]) > 1e-8 * max(1, abs(each[2]))]


# %% The script
def main():
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ratings.csv")
    path = sys.argv[1] if len(sys.argv) > 1 else beside
    results = reproduce(path)
    print(json.dumps(results, indent=1))
    written = os.path.join(os.path.dirname(os.path.abspath(path)), "results.json")
    if os.path.exists(written):
        compared, differing = differences(results, written)
        for name, mine, theirs in differing:
            print(name, "is", mine, "here and", theirs, "in results.json", file=sys.stderr)
        print(len(compared), "numbers compared with results.json,", len(differing), "differ",
              file=sys.stderr)
        return 1 if differing else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
