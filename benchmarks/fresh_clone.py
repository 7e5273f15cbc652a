"""How long the README's two commands take in a fresh clone: `python benchmarks/fresh_clone.py`.

Clones the committed state into an empty folder and runs `make site` and `make test` there; prints
wall-clock seconds. Package downloads are part of it, caches of pip are not used.
"""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Time both commands and print a line each."""
    folder = Path(tempfile.mkdtemp(prefix="fresh-clone-"))
    clone = folder / "clone"
    environment = os.environ | {"PIP_NO_CACHE_DIR": "1"}
    try:
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        for target in ("site", "test"):
            begun = time.monotonic()
            command = ["make", "--silent", "--directory", clone, target]
            subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
            print(f"make {target}: {time.monotonic() - begun:.0f} s")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
