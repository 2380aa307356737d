"""Runs the lines that the page about the data prints, in the current folder.

    python3 page.py PAGE

SQL of `duckdb -c` and the tables of `sqlite3` are asked through the libraries of Python, `python3 -c` with the Python
that runs this, and those of R where it is. Prints how many of each ran; exit status 1 for the first that fails or gives nothing.
"""

import html
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb

ran = Counter()
page = Path(sys.argv[1]).read_text(encoding="utf-8")
for line in re.findall(r"<pre><code>(.*?)</code></pre>", page, re.S):
    words = shlex.split(html.unescape(re.sub(r"<[^>]*>", "", line)))
    match words:
        case ["duckdb", "-c", sql]:
            came = duckdb.sql(sql).fetchall()
        case ["python3", "-c", code]:
            run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
            if run.returncode:
                sys.exit(f"{code}: {run.stderr}")
            came = run.stdout.strip() if "Empty DataFrame" not in run.stdout else ""
        case ["Rscript", "-e", code] if shutil.which("Rscript"):
            run = subprocess.run(["Rscript", "-e", code], capture_output=True, text=True)
            if run.returncode:
                sys.exit(f"{code}: {run.stderr}")
            came = run.stdout.strip()
        case ["sqlite3", name, ".tables"]:
            came = sqlite3.connect(f"file:{name}?mode=ro", uri=True).execute("SELECT name FROM sqlite_master").fetchall()
        case _:
            continue
    if not came:
        sys.exit(f"nothing came of: {line}")
    ran[words[0]] += 1
print(", ".join(f"{program} {count}" for program, count in sorted(ran.items())))
