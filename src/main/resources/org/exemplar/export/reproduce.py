#!/usr/bin/env python3
"""Computes the main numbers of results.json again from ratings.csv alone.

Needs nothing but Python 3. For each question: PIE-AUC over readers (readers and cases random), its
one-shot U-statistic variance (Gallas 2006, 2009), degrees of freedom, 95 % interval and p, and Holm's
correction over the questions. Prints one JSON object.

    python3 reproduce.py [ratings.csv]
"""
import csv
import json
import math
import os
import sys

TINY = 1e-12


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
        return {**result, "status": "single_reader"}
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
    t = (auc - 0.5) / math.sqrt(var)
    half = t_quantile(df) * math.sqrt(var)
    result.update(variance=var, df=df, ci_low=auc - half, ci_high=auc + half, statistic=t,
                  p=t_two_sided(t, df))
    return result


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


def main():
    beside = os.path.join(os.path.dirname(os.path.abspath(__file__)), "ratings.csv")
    scores, pie = read(sys.argv[1] if len(sys.argv) > 1 else beside)
    results = {question: analyse(table, pie) for question, table in scores.items()}
    order = sorted(results, key=lambda q: results[q].get("p", 1.0))
    running = 0.0
    for k, question in enumerate(order):
        running = max(running, min(1.0, results[question].get("p", 1.0) * (len(order) - k)))
        results[question]["p_holm"] = running
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
