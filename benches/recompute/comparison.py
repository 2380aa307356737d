"""What both computations are compared with: the audit report, part by part."""

import sys


class Comparison:
    """Counts what was compared and keeps what differs."""

    def __init__(self):
        self.compared = {}
        self.differences = []

    def same(self, group, where, reported, computed):
        self.compared[group] = self.compared.get(group, 0) + 1
        if reported != computed:
            self.differences.append(f"{group} {where}: report {reported}, recomputed {computed}")

    def finish(self):
        """Prints what was compared and every difference; exit status 1 for any, or where nothing was."""
        for group, count in self.compared.items():
            print(f"{group}: {count} compared")
        for line in self.differences:
            print(line)
        if self.differences or not self.compared:
            sys.exit(1)


def same_totals(contest, found, result):
    """`found` gives least and most by source, kind and field."""
    for source in contest["sources"]:
        exact, interval = source.get("totals"), source.get("totals_interval")
        sums = interval or {
            name: ({key: [value] * 2 for key, value in held.items()} if name == "options" else [held] * 2)
            for name, held in exact.items()
            if name in ("options", "invalid", "blank", "registered") and held is not None
        }
        for option, held in sums["options"].items():
            result.same("totals", f"{source['id']} {option}", held, found[source["id"], "option", option])
        for field in ("invalid", "blank", "registered"):
            if sums.get(field) is not None:
                computed = found[source["id"], "field", field]
                result.same("totals", f"{source['id']} {field}", sums[field], computed)
