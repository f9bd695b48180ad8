"""Spearman's correlation of each image between one dense and several pruned tables, in numpy.

Arguments: folder, way. ``scipy``: mid-ranks by ``scipy.stats.rankdata`` along an axis, as most would
write it. ``sorted``: mid-ranks from one sort of all rows at a time, no Python loop over images.
The dense ranks are found once.
"""

import sys
from pathlib import Path

import numpy as np
from scipy.stats import rankdata

from side import serve

folder, way = Path(sys.argv[1]), sys.argv[2]
dense = np.load(folder / "dense.npy").astype(np.float64)
pruned = []
while (folder / f"pruned-{len(pruned)}.npy").exists():
    pruned.append(np.load(folder / f"pruned-{len(pruned)}.npy").astype(np.float64))


def mid_ranks(rows):
    if way == "scipy":
        return rankdata(rows, axis=1)
    order = np.argsort(rows, axis=1)
    values = np.take_along_axis(rows, order, axis=1)
    columns = np.arange(rows.shape[1])
    starts = np.ones(rows.shape, bool)
    starts[:, 1:] = values[:, 1:] != values[:, :-1]
    first = np.maximum.accumulate(np.where(starts, columns, 0), axis=1)
    ends = np.ones(rows.shape, bool)
    ends[:, :-1] = starts[:, 1:]
    last = np.where(ends, columns, rows.shape[1])
    last = np.minimum.accumulate(last[:, ::-1], axis=1)[:, ::-1]
    ranks = np.empty(rows.shape)
    np.put_along_axis(ranks, order, (first + last) / 2 + 1, axis=1)
    return ranks


def centred(rows):
    ranks = mid_ranks(rows)
    return ranks - ranks.mean(axis=1, keepdims=True)


def once():
    a = centred(dense)
    aa = np.einsum("ij,ij->i", a, a)
    total = 0.0
    for table in pruned:
        b = centred(table)
        rho = np.einsum("ij,ij->i", a, b) / np.sqrt(aa * np.einsum("ij,ij->i", b, b))
        total += float(rho.sum())
    return {"tables": len(pruned), "sum": total}


serve(once)
