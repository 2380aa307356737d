"""Compares a workbook of recompute/, computed by a spreadsheet program, with an audit report.

    soffice --headless --convert-to xlsx --outdir COMPUTED recompute/CONTEST.xlsx
    python3 spreadsheet.py COMPUTED/CONTEST.xlsx REPORT.json

Prints what was compared and every difference; exit status 1 for any difference, or where nothing was
compared. Needs nothing but Python: what a spreadsheet program writes is XML in a zip archive.
"""

import json
import re
import sys
import xml.etree.ElementTree as xml
import zipfile
from pathlib import Path

# Nothing is written beside the sources.
sys.dont_write_bytecode = True

from comparison import Comparison, same_totals

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Book:
    """The computed values of a workbook, by sheet."""

    def __init__(self, path):
        self.archive = zipfile.ZipFile(path)
        names = self.archive.namelist()
        self.shared = []
        if "xl/sharedStrings.xml" in names:
            for item in self.root("xl/sharedStrings.xml").iter(f"{MAIN}si"):
                self.shared.append("".join(text.text or "" for text in item.iter(f"{MAIN}t")))
        relations = {
            held.get("Id"): held.get("Target") for held in self.root("xl/_rels/workbook.xml.rels")
        }
        self.sheets = {
            sheet.get("name"): "xl/" + relations[sheet.get(RELATION)].removeprefix("/xl/")
            for sheet in self.root("xl/workbook.xml").iter(f"{MAIN}sheet")
        }

    def root(self, name):
        return xml.fromstring(self.archive.read(name))

    def rows(self, sheet):
        """Rows below the headings, as maps from heading to value."""
        headings = None
        for row in self.root(self.sheets[sheet]).iter(f"{MAIN}row"):
            cells = {}
            for cell in row:
                letters = re.match("[A-Z]+", cell.get("r")).group()
                cells[letters] = self.value(cell)
            if headings is None:
                headings = cells
            else:
                yield {name: cells.get(letters) for letters, name in headings.items()}

    def value(self, cell):
        kind, held = cell.get("t"), cell.find(f"{MAIN}v")
        if kind == "inlineStr":
            return "".join(text.text or "" for text in cell.iter(f"{MAIN}t"))
        if held is None or held.text is None:
            return None
        if kind == "s":
            return self.shared[int(held.text)]
        if kind == "e":
            raise ValueError(f"{cell.get('r')}: {held.text}")
        return held.text if kind == "str" else float(held.text)


def compare_totals(book, contest, result):
    found = {
        (row["source"], row["kind"], row["field"]): [row["least"], row["most"]]
        for row in book.rows("totals")
    }
    same_totals(contest, found, result)


def compare_bounds(book, contest, result):
    rows = list(book.rows("bounds"))
    for source in contest["sources"]:
        if source.get("totals") is None:
            continue
        for outcome in source["outcome"]:
            missing = outcome["missing_capacity"]
            if outcome["capacity_rule"] != "register" or not isinstance(missing, dict):
                continue
            where = f"{source['id']} {outcome['register']}"
            held = [
                row
                for row in rows
                if (row["source"], row["register"]) == (source["id"], outcome["register"])
                and row["missing"] == missing["known"]
            ]
            result.same("bounds", f"{where} missing", True, bool(held))
            for row in held:
                numerator, denominator = outcome["shares"][row["option"]]["min"]
                result.same("bounds", f"{where} {row['option']} min", True,
                            abs(numerator / denominator - row["least share"]) < 1e-12)
                numerator, denominator = outcome["shares"][row["option"]]["max"]
                result.same("bounds", f"{where} {row['option']} max", True,
                            abs(numerator / denominator - row["most share"]) < 1e-12)
                if row["lead"] is not None and contest["rule"].get("winners") == 1:
                    result.same("bounds", f"{where} lead", outcome["lead"], row["lead"])


def compare_minima(book, contest, result):
    found, wholes = {}, {}
    for row in book.rows("minima"):
        key = (row["source"], row["declaration"], row["reading"])
        wholes.setdefault(key, set()).add(row["whole"])
        end = (*key, row["whole"], row["end"], row["field"])
        found[end] = row
        result.same("borders", " ".join(map(str, end)), "yes", row["check"])
    for declaration in contest["declarations"]:
        for held in declaration["results"]:
            for reading in held["readings"]:
                key = (held["source"], declaration["id"], reading["reading"])
                others = {block["total"] for block in reading["alternatives"]}
                mains = wholes.get(key, set()) - others
                result.same("readings", " ".join(key), 1, len(mains))
                blocks = [(total, reading) for total in mains]
                blocks += [(block["total"], block) for block in reading["alternatives"]]
                for total, block in blocks:
                    for name, end in (("as_printed", "as printed"), ("favourable", "favourable")):
                        if block[name] is None:
                            continue
                        for target, votes in block[name]["minimum_votes"].items():
                            row = found[(*key, total, end, target)]
                            where = f"{' '.join(key)} of {total} {end} {target}"
                            shortfall = block[name]["shortfall"][target]
                            result.same("minima", where, votes, row["minimum"])
                            result.same("minima", f"{where} shortfall", shortfall, row["shortfall"])


def compare_rounding(book, contest, result):
    found = {(row["declaration"], row["pair"]): row["distance"] for row in book.rows("rounding")}
    for declaration in contest["declarations"]:
        for held in declaration["results"][:1]:
            if held["rounding"] is None:
                continue
            for test in held["rounding"]["tests"]:
                where = (declaration["id"], test["pair"])
                result.same("rounding", " ".join(where), test["distance"], found.get(where))


def main():
    path = Path(sys.argv[1])
    book, result = Book(path), Comparison()
    for contest in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))["contests"]:
        if contest["id"] != path.stem:
            continue
        compare_totals(book, contest, result)
        compare_bounds(book, contest, result)
        if "minima" in book.sheets:
            compare_minima(book, contest, result)
        compare_rounding(book, contest, result)
    result.finish()


if __name__ == "__main__":
    main()
