"""Runs recompute.sql with DuckDB over a folder of data files and compares it with an audit report.

    python3 run.py DATA REPORT.json

DATA holds csv/ and recompute/recompute.sql, REPORT.json is the audit's JSON document. Prints what was
compared and every difference; exit status 1 for any difference, or where nothing was compared.
"""

import json
import os
import sys
from pathlib import Path

import duckdb

# Nothing is written beside the sources.
sys.dont_write_bytecode = True

from comparison import Comparison, same_totals


def rows(connection, query):
    cursor = connection.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row)) for row in cursor.fetchall()]


def compare_totals(connection, contest, result):
    found = {
        (row["source"], row["kind"], row["field"]): [int(row["least"]), int(row["most"])]
        for row in rows(connection, "FROM totals")
    }
    same_totals(contest, found, result)


def compare_outcome(connection, contest, result):
    unread = rows(connection, "SELECT count(*) AS n FROM sheets WHERE value IS NULL AND kind = 'option'")
    registers = {
        row["register"]: int(row["value"])
        for row in rows(connection, "FROM registers WHERE figure = 'electors' AND reading = '0'")
    }
    for source in contest["sources"]:
        if "totals" not in source or source["totals"] is None or unread[0]["n"]:
            continue
        for outcome in source["outcome"]:
            missing = outcome["missing_capacity"]
            register = outcome["register"]
            if outcome["capacity_rule"] != "register" or not isinstance(missing, dict) or register is None:
                continue
            where = f"{source['id']} {register}"
            found = connection.execute(
                "SELECT option, votes, total, missing, lead FROM outcome WHERE source = ? AND register = ?"
                " AND missing = ?",
                [source["id"], register, missing["known"]],
            ).fetchall()
            result.same("bounds", f"{where} missing {registers[register]}", True, bool(found))
            for option, votes, total, left, _ in found:
                share = outcome["shares"][option]
                for name, top in (("min", votes), ("max", votes + left)):
                    numerator, denominator = share[name]
                    same = numerator * (total + left) == top * denominator
                    result.same("bounds", f"{where} {option} {name}", True, same)
            if contest["rule"]["kind"] == "plurality" and contest["rule"]["winners"] == 1:
                first = max(found, key=lambda row: row[1])
                result.same("bounds", f"{where} lead", outcome["lead"], first[4])


def compare_minima(connection, contest, result):
    found = {}
    for row in rows(connection, "FROM minima"):
        key = (row["source"], row["declaration"], row["reading"], int(row["whole"]), row["favourable"])
        held = (int(row["minimum"]), int(row["shortfall"]))
        found.setdefault(key, {})[row["field"]] = held
    for declaration in contest["declarations"]:
        for held in declaration["results"]:
            readings = {name["reading"] for name in held["readings"]}
            computed = {
                key[2]
                for key in found
                if key[:2] == (held["source"], declaration["id"])
            }
            result.same("readings", declaration["id"], sorted(readings), sorted(computed))
            for reading in held["readings"]:
                compare_reading(found, held["source"], declaration["id"], reading, result)


def compare_reading(found, source, declaration, reading, result):
    known = {key[3] for key in found if key[:3] == (source, declaration, reading["reading"])}
    others = {held["total"] for held in reading["alternatives"]}
    mains = known - others
    result.same("readings", f"{declaration} {reading['reading']} totals", 1, len(mains))
    blocks = [(total, reading) for total in mains]
    blocks += [(held["total"], held) for held in reading["alternatives"]]
    for total, block in blocks:
        for favourable, name in ((False, "as_printed"), (True, "favourable")):
            if block[name] is None:
                continue
            computed = found[source, declaration, reading["reading"], total, favourable]
            for target, votes in block[name]["minimum_votes"].items():
                where = f"{source} {declaration} {reading['reading']} of {total} {name} {target}"
                result.same("minima", where, votes, computed[target][0])
                result.same("minima", where, block[name]["shortfall"][target], computed[target][1])


def compare_rounding(connection, contest, result):
    found = {(row["declaration"], row["pair"]): int(row["distance"]) for row in rows(connection, "FROM rounding")}
    for declaration in contest["declarations"]:
        for held in declaration["results"][:1]:
            if held["rounding"] is None:
                continue
            for test in held["rounding"]["tests"]:
                computed = found.get((declaration["id"], test["pair"]))
                result.same("rounding", f"{declaration['id']} {test['pair']}", test["distance"], computed)


def main():
    data, report = Path(sys.argv[1]), Path(sys.argv[2]).resolve()
    os.chdir(data)
    connection = duckdb.connect()
    connection.execute(Path("recompute/recompute.sql").read_text(encoding="utf-8"))
    result = Comparison()
    for contest in json.loads(report.read_text(encoding="utf-8"))["contests"]:
        compare_totals(connection, contest, result)
        compare_outcome(connection, contest, result)
        compare_minima(connection, contest, result)
        compare_rounding(connection, contest, result)
    result.finish()


if __name__ == "__main__":
    main()
