"""Reads every format of a folder of data files with programs that others wrote.

    python3 hostile.py DATA NAMES.json

NAMES.json is a list of texts that stand in the tables as names. Exit status 1, with a line for each, where a
format lacks one, or a spreadsheet would compute one. `frictionless`, `pandas` and `openpyxl` are used where they
are installed; the last line says which were.
"""

import csv
import gzip
import io
import json
import re
import sqlite3
import sys
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
csv.field_size_limit(1 << 24)
problems = []


def expect(where, expected, found):
    for text in sorted(expected - found):
        problems.append(f"{where}: lacks {text[:60]!r}")


def rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def canonical(root):
    tables = {}
    for path in [root / "summary.csv", *sorted((root / "csv").rglob("*.csv*"))]:
        data = path.read_bytes()
        data = gzip.decompress(data) if path.suffix == ".gz" else data
        table = path.parent.name if path.suffix == ".gz" else path.stem
        header, *held = rows(data)
        tables.setdefault(table, []).extend(held)
        if any(len(row) != len(header) for row in held):
            problems.append(f"{path}: ragged")
    return tables


def spreadsheets(root, tables):
    for path in sorted((root / "spreadsheet").rglob("*.csv")):
        data = path.read_bytes()
        if not data.startswith(b"\xef\xbb\xbf"):
            problems.append(f"{path}: no byte-order mark")
        held = rows(data[3:])
        for cell in (cell for row in held for cell in row):
            if re.match(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell) and not re.fullmatch(r"-?\d+", cell):
                problems.append(f"{path}: would compute {cell[:60]!r}")
        if path.stem in tables and path.parent.name == "spreadsheet":
            raw = [[cell.removeprefix("'") for cell in row] for row in held[1:]]
            if raw != tables[path.stem]:
                problems.append(f"{path}: other rows than the canonical table")


def database(root, tables):
    connection = sqlite3.connect(f"file:{root / 'election.sqlite'}?mode=ro", uri=True)
    for table, held in tables.items():
        columns = ", ".join(f'"{name}"' for name in names(root, table))
        order = "" if table == "sheets" else " ORDER BY rowid"
        stored = connection.execute(f"SELECT {columns} FROM {table}{order}").fetchall()
        stored = [["" if cell is None else str(cell) for cell in row] for row in stored]
        if sorted(stored) != sorted(held):
            problems.append(f"election.sqlite, {table}: other rows than the canonical table")


def names(root, table):
    schema = json.loads((root / "schemas" / f"{table}.json").read_text(encoding="utf-8"))
    return [field["name"] for field in schema["fields"]]


def unescaped(text):
    return re.sub("_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def workbooks(root, hostile, ids):
    for path in sorted((root / "recompute").glob("*.xlsx")):
        archive = zipfile.ZipFile(path)
        found = set()
        for name in archive.namelist():
            if name.startswith(("/", "\\")) or ".." in name.split("/"):
                problems.append(f"{path}: member {name!r}")
            tree = xml.fromstring(archive.read(name))
            for cell in tree.iter(f"{MAIN}c"):
                formula = cell.find(f"{MAIN}f")
                if formula is not None and any(text in formula.text for text in hostile if len(text) > 3):
                    problems.append(f"{path}: {cell.get('r')} computes {formula.text[:60]!r}")
                found |= {unescaped(text.text or "") for text in cell.iter(f"{MAIN}t")}
        expect(path, {text[:32767] for text in ids}, found)


def exports(root):
    for path in sorted((root / "nist").rglob("*")) if (root / "nist").exists() else []:
        if path.suffix == ".xml":
            xml.fromstring(path.read_bytes())
        elif path.suffix == ".json":
            json.loads(path.read_bytes())


def others(root, tables):
    used = []
    try:
        import frictionless

        report = frictionless.Package(str(root / "datapackage.json")).validate()
        if not report.valid:
            problems.extend(map(str, report.flatten(["title", "type", "message"])[:10]))
        used.append("frictionless")
    except ImportError:
        pass
    try:
        import openpyxl

        for path in sorted((root / "recompute").glob("*.xlsx")):
            openpyxl.load_workbook(path).close()
        used.append("openpyxl")
    except ImportError:
        pass
    try:
        import pandas

        read = pandas.read_csv(root / "csv" / "divisions.csv", dtype=str, keep_default_na=False)
        if read.values.tolist() != tables["divisions"]:
            problems.append("pandas: other rows of divisions")
        used.append("pandas")
    except ImportError:
        pass
    return used


def main():
    root = Path(sys.argv[1])
    hostile = set(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")))
    tables = canonical(root)
    expect("csv", hostile, {cell for row in tables["divisions"] for cell in row})
    expect("csv", hostile, {cell for row in tables["stations"] for cell in row})
    spreadsheets(root, tables)
    database(root, tables)
    ids = {row[names(root, "stations").index("station")] for row in tables["stations"]}
    workbooks(root, hostile, ids)
    exports(root)
    used = others(root, tables)
    for line in problems:
        print(line)
    print("read with", *used)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
