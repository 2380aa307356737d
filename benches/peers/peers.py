"""The plain part of an audit in pandas or polars: load, five checks, four levels of totals.

    python -m venv ENV && ENV/bin/pip install -r requirements.txt
    ENV/bin/python peers.py {pandas|polars} {venezuela|simulated} FILE

Each run is a fresh process, because a person starts one; `import` is part of the wall time. Bounds,
feasibility, import rules, positions and a report are not in here: this is what a short script does.

Five checks: options against valid votes; valid and invalid votes against registered voters; a negative
or missing count; a station that stands twice; the totals of the country against the sum of the widest
level. Totals: every count at three levels of divisions and for every polling place.
"""

import sys
import time

START = time.perf_counter()

SHAPES = {
    "venezuela": {
        "levels": [["COD_EDO"], ["COD_EDO", "COD_MUN"], ["COD_EDO", "COD_MUN", "COD_PAR"], ["CENTRO"]],
        "station": ["CENTRO", "MESA"],
        "registered": "RE",
        "valid": "VOTOS_VALIDOS",
        "others": ["VOTOS_NULOS"],
        "options": ["EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA"],
    },
    # `scrutineer simulate` writes divisions to register.csv; a place's code begins with its divisions'.
    "simulated": {
        "levels": [["region"], ["district"], ["ward"], ["place"]],
        "station": ["place", "table"],
        "registered": "registered",
        "valid": "valid",
        "others": ["invalid", "blank"],
        "options": None,
        "prefixes": {"region": 2, "district": 4, "ward": 6},
    },
}


def shape_of(name, columns):
    shape = dict(SHAPES[name])
    if shape["options"] is None:
        shape["options"] = columns[columns.index("blank") + 1 :]
    shape["counts"] = [shape["registered"], shape["valid"], *shape["others"], *shape["options"]]
    return shape


def pandas_run(name, path):
    import pandas as pd

    text = {key: "str" for key in ("place", "table")}
    frame = pd.read_csv(path, encoding="utf-8-sig", dtype=text if name == "simulated" else None)
    shape = shape_of(name, list(frame.columns))
    for column, length in shape.get("prefixes", {}).items():
        frame[column] = frame["place"].str[:length]
    loaded = time.perf_counter()
    counts, registered, valid = shape["counts"], frame[shape["registered"]], frame[shape["valid"]]
    used = valid + frame[shape["others"]].sum(axis=1)
    failing = {
        "sums": int((frame[shape["options"]].sum(axis=1) != valid).sum()),
        "capacity": int((used > registered).sum()),
        "signs": int((frame[counts].isna() | (frame[counts] < 0)).to_numpy().sum()),
        "repeats": int(frame.duplicated(shape["station"]).sum()),
    }
    totals = [frame.groupby(keys, sort=False)[counts].sum() for keys in shape["levels"]]
    country = frame[counts].sum()
    failing["country"] = int((totals[0].sum() != country).sum())
    groups = [len(total) for total in totals]
    return loaded, len(frame), failing, groups, int(country[shape["valid"]])


def polars_run(name, path):
    import polars as pl

    text = {key: pl.String for key in ("place", "table")}
    frame = pl.read_csv(path, schema_overrides=text if name == "simulated" else None)
    shape = shape_of(name, frame.columns)
    for column, length in shape.get("prefixes", {}).items():
        frame = frame.with_columns(pl.col("place").str.slice(0, length).alias(column))
    loaded = time.perf_counter()
    counts = shape["counts"]
    registered, valid = pl.col(shape["registered"]), pl.col(shape["valid"])
    used = pl.sum_horizontal(shape["valid"], *shape["others"])
    signs = [(pl.col(column).is_null() | (pl.col(column) < 0)).sum() for column in counts]
    row = frame.select(
        sums=(pl.sum_horizontal(shape["options"]) != valid).sum(),
        capacity=(used > registered).sum(),
        signs=pl.sum_horizontal(signs),
        repeats=(~pl.struct(shape["station"]).is_first_distinct()).sum(),
    )
    failing = row.row(0, named=True)
    totals = [frame.group_by(keys).agg(pl.col(counts).sum()) for keys in shape["levels"]]
    country = frame.select(pl.col(counts).sum())
    again = totals[0].select(pl.col(counts).sum())
    failing["country"] = sum(a != b for a, b in zip(country.row(0), again.row(0)))
    groups = [len(total) for total in totals]
    return loaded, len(frame), failing, groups, country[shape["valid"]].item()


def peak_megabytes():
    """The most memory that this process has held, where the system says."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            held = [line.split()[1] for line in status if line.startswith("VmHWM:")]
    except OSError:
        return None
    return int(held[0]) * 1.024e-3 if held else None


def main():
    engines = {"pandas": pandas_run, "polars": polars_run}
    if len(sys.argv) != 4 or sys.argv[1] not in engines or sys.argv[2] not in SHAPES:
        sys.exit(__doc__)
    engine, name, path = sys.argv[1:]
    loaded, rows, failing, groups, valid = engines[engine](name, path)
    end = time.perf_counter()
    print(f"{engine} {rows} rows, groups {groups}, valid votes {valid}, {failing}")
    peak = peak_megabytes()
    memory = "" if peak is None else f", peak {peak:.0f} MB"
    print(f"import and load {loaded - START:.3f} s, work {end - loaded:.3f} s{memory}")


main()
