"""How much CPU `senrei check` takes on many records, and how long one file takes from the start.

    python benchmarks/check.py [--records 1000]

The synthetic records are the example case of the tests (5 kB, every section filled) under ids of
their own. The second line is the same with the cases of this project, which are 70 kB each on the
average; reading the YAML alone takes half of their time. Measured is CPU time, so that other work
on the machine does not count; one file is measured as an editor meets it, the whole command with
its start, the least of several runs.
"""

from __future__ import annotations

import argparse
import re
import resource
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
    synthetic = _measured("synthetic records", ROOT / "tests/examples/town/records", records)
    _measured("copies of our cases", ROOT / "records", records // 5)
    one_file, cpu = time_of_one_file()
    print(f"one file, whole command: {one_file:.2f} s, of that {cpu:.2f} s CPU")
    sys.exit(synthetic > MOST_CPU_PER_RECORD or cpu > MOST_FOR_ONE_FILE)


def _measured(name: str, source: Path, records: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        size = make_project(project, source, records) / records / 1_000
        per_record = cpu_of_check(project) / records
    print(f"{records} {name}, {size:.1f} kB each: {per_record * 1_000:.2f} ms CPU per record")
    return per_record


def make_project(project: Path, source: Path, records: int) -> int:
    """Copy cases until a project has so many records; give their size in bytes."""
    shutil.copytree(source, project / "records")
    shutil.copytree(ROOT / "schemas", project / "schemas")
    there = len([*(project / "records").rglob("*.yml")])
    cases = sorted((project / "records/cases").rglob("*.yml"))
    for number in range(records - there):
        case = cases[number % len(cases)]
        copy = case.with_name(f"{case.stem}-{number}.yml")
        text = case.read_text(encoding="utf-8")
        copy.write_text(
            re.sub(r"^id: .*$", f"id: {copy.stem}", text, count=1, flags=re.MULTILINE),
            encoding="utf-8",
        )
    return sum(file.stat().st_size for file in (project / "records").rglob("*.yml"))


def cpu_of_check(project: Path) -> float:
    """Give the CPU seconds of checking a project."""
    before = time.process_time()
    found = check_records(project)
    spent = time.process_time() - before
    if found:
        sys.exit(f"the records are not sound: {found[0].as_text()}")
    return spent


def time_of_one_file() -> tuple[float, float]:
    """Give the seconds that the command takes for one case, at best, and its CPU seconds."""
    case = sorted((ROOT / "records/cases").rglob("*.yml"), key=lambda file: file.stat().st_size)
    command = [Path(sys.executable).with_name("senrei"), "check", case[len(case) // 2]]
    walls, cpus = [], []
    for _ in range(RUNS):
        before, spent = time.perf_counter(), _cpu_of_children()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        walls.append(time.perf_counter() - before)
        cpus.append(_cpu_of_children() - spent)
    return min(walls), min(cpus)


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
