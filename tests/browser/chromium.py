"""Find a Chromium for the browser tests; install Debian's package where we may."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_chromium() -> str | None:
    """Give the path of a Chromium; `SENREI_CHROMIUM` names another one."""
    named = os.environ.get("SENREI_CHROMIUM")
    paths = (shutil.which(name) for name in ((named,) if named else NAMES))
    return next((path for path in paths if path), None)


def main() -> int:
    """Make sure that there is a Chromium, or say how to get one."""
    if find_chromium():
        return 0
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {
            "stdout": subprocess.DEVNULL,
            "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        }
        subprocess.run(["apt-get", "update", "-q"], check=True, **quiet)
        install = ["apt-get", "install", "-q", "-y", "--no-install-recommends"]
        subprocess.run([*install, "chromium", "fonts-ipaexfont-gothic"], check=True, **quiet)
        return 0 if find_chromium() else 1
    print(
        "ブラウザーのテストには Chromium が要ります。"
        "Debian なら「sudo apt-get install chromium」、ほかでは Chromium か Chrome を入れて、"
        "その場所を環境変数 SENREI_CHROMIUM に書いてください。",
        file=sys.stderr,
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
