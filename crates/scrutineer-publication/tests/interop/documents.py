"""Runs the one-liners of a document in the current folder: blocks of `python` and of `sql` (DuckDB).

    python3 documents.py DOCUMENT

Prints how many ran; exit status 1 for the first that fails or gives nothing.
"""

import contextlib
import io
import re
import sys
from pathlib import Path

import duckdb

ran = 0
for language, code in re.findall(r"```(python|sql)\n(.*?)```", Path(sys.argv[1]).read_text(encoding="utf-8"), re.S):
    if language == "sql":
        duckdb.sql(code).fetchall()
    else:
        with contextlib.redirect_stdout(io.StringIO()) as said:
            exec(code, {})
        if "print(" in code and not said.getvalue().strip("[]\n"):
            sys.exit(f"nothing came of: {code}")
    ran += 1
print(f"{ran} ran")
