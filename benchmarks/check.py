"""How much CPU `senrei check` takes on many records, and how long one file takes from the start.

    python benchmarks/check.py [--records 1000]

The records are made from the cases of this project in turn, each with ids of its own; measured is
CPU time, so that other work on the machine does not count. One file is measured as an editor
meets it: the whole command, start-up included, the shortest of several runs.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from senrei.model.check import check_records

ROOT = Path(__file__).parents[1]
MOST_CPU_PER_RECORD = 0.003
MOST_FOR_ONE_FILE = 0.5
RUNS = 7


def main() -> None:
    """Measure and print; end with 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=1_000)
    records = parser.parse_args().records
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        files = make_project(project, records)
        per_record = cpu_of_check(project) / records
        kilobytes = sum(file.stat().st_size for file in files) / records / 1_000
    one_file = wall_time_of_one_file()
    print(f"{records} records, {kilobytes:.1f} kB each: {per_record * 1_000:.2f} ms CPU per record")
    print(f"one file, whole command: {one_file:.2f} s")
    sys.exit(per_record > MOST_CPU_PER_RECORD or one_file > MOST_FOR_ONE_FILE)


def make_project(project: Path, records: int) -> list[Path]:
    """Fill a project with copies of the cases until there are enough records."""
    for name in ("records", "schemas"):
        shutil.copytree(ROOT / name, project / name)
    files = sorted((project / "records").rglob("*.yml"))
    cases = sorted((project / "records/cases").rglob("*.yml"))
    for number in range(records - len(files)):
        case = cases[number % len(cases)]
        copy = case.with_name(f"{case.stem}-{number}.yml")
        text = case.read_text(encoding="utf-8")
        copy.write_text(
            re.sub(r"^id: .*$", f"id: {copy.stem}", text, count=1, flags=re.MULTILINE),
            encoding="utf-8",
        )
        files.append(copy)
    return files


def cpu_of_check(project: Path) -> float:
    """Give the CPU seconds of checking a project."""
    before = time.process_time()
    found = check_records(project)
    spent = time.process_time() - before
    if found:
        sys.exit(f"the records are not sound: {found[0].as_text()}")
    return spent


def wall_time_of_one_file() -> float:
    """Give the seconds that the command takes for one case, at best."""
    case = max((ROOT / "records/cases").rglob("*.yml"), key=lambda file: file.stat().st_size)
    command = [Path(sys.executable).with_name("senrei"), "check", case]
    times = []
    for _ in range(RUNS):
        before = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        times.append(time.perf_counter() - before)
    return min(times)


if __name__ == "__main__":
    main()
