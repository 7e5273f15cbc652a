"""Find a Chromium for the browser tests; install Debian's package where we may."""

import os
import shutil
import subprocess
import sys

SHELL = "chromium-headless-shell"  # the same engine without windows: a page costs a sixth
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")


def find_chromium() -> str | None:
    """Give the path of a Chromium; `SENREI_CHROMIUM` names another one."""
    named = os.environ.get("SENREI_CHROMIUM")
    paths = (shutil.which(name) for name in ((named,) if named else NAMES))
    return next((path for path in paths if path), None)


def main() -> int:
    """Make sure that there is a Chromium, or say how to get one."""
    may_install = shutil.which("apt-get") and os.geteuid() == 0
    if may_install and not shutil.which(SHELL):
        install(SHELL) or install("chromium")
    if find_chromium():
        return 0
    print(
        "ブラウザーのテストには Chromium が要ります。"
        "Debian なら「sudo apt-get install chromium-headless-shell」、ほかでは Chromium か Chrome を入れて、"
        "その場所を環境変数 SENREI_CHROMIUM に書いてください。",
        file=sys.stderr,
    )
    return 1


def install(browser: str) -> bool:
    """Install a package of Debian with a Japanese font; say whether that went well."""
    quiet = {
        "stdout": subprocess.DEVNULL,
        "stderr": subprocess.DEVNULL,
        "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
    }
    options = ("-q", "-y", "--no-install-recommends")
    commands = (
        ("apt-get", "update", "-q"),
        ("apt-get", "install", *options, browser, "fonts-ipaexfont-gothic"),
    )
    return all(
        subprocess.run(command, check=False, **quiet).returncode == 0 for command in commands
    )


if __name__ == "__main__":
    sys.exit(main())
