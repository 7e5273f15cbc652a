"""Other processes, with other hash seeds: what they say of the same picture."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def digests_elsewhere(module):
    """Ask three processes for `digest()` of a test module of this folder."""
    paths = os.pathsep.join([str(HERE), *filter(None, sys.path)])
    for seed in ("0", "1", "4242"):
        ran = subprocess.run(
            [sys.executable, "-c", f"import {module} as t; print(t.digest())"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
            capture_output=True,
            text=True,
            check=True,
        )
        yield ran.stdout.strip()
