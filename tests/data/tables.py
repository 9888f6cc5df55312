"""Reads the tables of the open data with Python's csv and holds them against the JSON. Use: tables.py <folder of the data>

Prints a line for each fault and answers with 1 if there is one.
"""

import csv
import json
import pathlib
import sys

DATA = pathlib.Path(sys.argv[1])
FAULTS = []


def expect(held, message):
    if not held:
        FAULTS.append(message)


def table(name):
    raw = (DATA / name).read_bytes()
    expect(raw.startswith(b"\xef\xbb\xbf"), f"{name}: no byte order mark")
    expect(raw.endswith(b"\r\n"), f"{name}: the last line is not ended")
    with open(DATA / name, encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        rows = list(reader)
    for number, row in enumerate(rows, 2):
        expect(None not in row and None not in row.values(), f"{name}: row {number} has another number of cells")
    return reader.fieldnames, rows


def same(name, column, expected):
    header, rows = table(name)
    expect(column in header, f"{name}: no column {column}")
    found = [row[column] for row in rows]
    expect(found == expected, f"{name}: {column} differs from the JSON ({len(found)} against {len(expected)} rows)")
    return rows


whole = json.loads((DATA / "catalogue.en.json").read_text(encoding="utf-8"))
items = [item for instrument in whole["instruments"] for item in instrument["obligations"]]

same("obligations.csv", "id", [item["id"] for item in items])
same("obligations.csv", "text", [item["text"] for item in items])
same("duties.csv", "duty", [f"{item['id']}/{bearer}" for item in items for bearer in item["bearers"]])
duties = same("duties.csv", "status", [
    next((one["status"] for one in item["baseline"] if one["bearer"] == bearer), "") for item in items for bearer in item["bearers"]
])
levels = {"not-started": {"0"}, "breached": {"0"}, "fulfilled": {"3"}, "under-way": {"1", "2", ""}}
for row in duties:
    expect(row["kroc"] in levels.get(row["status"], {""}), f"duties.csv: {row['duty']} has level {row['kroc']}")
same("events.csv", "id", [event["id"] for event in whole["events"]])
same("claims.csv", "text", [claim["text"] for item in items for claim in item["claims"]])
same("clocks.csv", "obligation", [state["obligation"] for state in whole["clock_states"]])

known = {source["id"] for source in whole["sources"]}
for name in ("obligations.csv", "events.csv", "claims.csv"):
    for row in table(name)[1]:
        unknown = set(filter(None, row["sources"].split("; "))) - known
        expect(not unknown, f"{name}: unknown sources {sorted(unknown)}")
cited = json.loads((DATA / "sources.json").read_text(encoding="utf-8"))
expect({source["id"] for source in cited} == known, "sources.json: other sources than the catalogue")

print("\n".join(FAULTS) if FAULTS else f"{len(items)} obligations, {len(duties)} duties read")
sys.exit(1 if FAULTS else 0)
