"""Make the pictures of the guide for first-time editors, from the site and from real messages.

Run as `python tests/browser/screenshots.py`; the pictures go to docs/assets/guide/.
"""

import html
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[2]
OUT = ROOT / "docs/assets/guide"
EDIT_BASE = "https://example.invalid/edit/main/"
CASE = "edogawa-r04-11"
MISTAKES = (
    ("records/contractors/icr.yml", "reading:", "raeding:"),
    ("records/contractors/viax.yml", "name: ", "name："),
)
STYLE = """
body { margin: 0; padding: 16px; background: #fff; color: #1b1b1b; width: 860px;
  font: 16px/1.7 "IPAexGothic", "Noto Sans CJK JP", sans-serif; }
.screen { border: 1px solid #888; border-radius: 8px; overflow: hidden; }
.bar { background: #eee; border-bottom: 1px solid #888; padding: 6px 14px; font-size: 14px; }
pre { margin: 0; padding: 14px; font: 15px/1.7 "IPAexGothic", "Noto Sans Mono CJK JP", monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.here { outline: 3px solid #b3001b; outline-offset: 2px; border-radius: 3px; }
.button { display: inline-block; border: 1px solid #555; border-radius: 6px; padding: 2px 12px; }
.green { background: #1f6f3f; color: #fff; border-color: #1f6f3f; }
.row { display: flex; gap: 12px; align-items: center; padding: 12px 14px; }
.row > :last-child { margin-left: auto; }
.note { color: #444; font-size: 13px; padding: 4px 2px 0; }
"""


def main() -> int:
    """Make all pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        environment = {**os.environ, "SENREI_EDIT_BASE": EDIT_BASE, "NO_MKDOCS_2_WARNING": "1"}
        command = [Path(sys.executable).with_name("mkdocs"), "build", "-q", "--site-dir", site]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)
        browser = playwright.chromium.launch(
            executable_path=_chromium(), args=["--no-sandbox", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 900, "height": 700}, locale="ja-JP")
        page.goto((site / f"cases/{CASE}/index.html").as_uri())
        page.add_style_tag(
            content=".edit-record { outline: 3px solid #b3001b; } .md-header { display: none; }"
        )
        page.locator(".case-tools").scroll_into_view_if_needed()
        page.screenshot(path=OUT / "case-page.png")
        for name, body in _drawings().items():
            _draw(page, name, body)
        browser.close()
    return 0


def _chromium() -> str:
    spec = importlib.util.spec_from_file_location(
        "chromium", Path(__file__).with_name("chromium.py")
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.find_chromium()


def _draw(page: Page, name: str, body: str) -> None:
    page.set_content(f"<style>{STYLE}</style><main>{body}</main>")
    page.locator("main").screenshot(path=OUT / name)


def _drawings() -> dict[str, str]:
    record = (ROOT / "records/contractors/icr.yml").read_text("utf-8")
    new = "\n".join(_started().splitlines()[:16])
    shown = html.escape(new).replace("要確認", '<span class="here">要確認</span>')
    sketch = '<p class="note">GitHub の画面の略図です。文字の位置は、実際の画面と少し違います。</p>'
    return {
        "check.png": _screen("senrei check", f"<pre>{html.escape(_checked())}</pre>"),
        "new-case.png": _screen("senrei new case で作った書きかけ", f"<pre>{shown}</pre>"),
        "github-pencil.png": _screen(
            "records / contractors / icr.yml",
            '<div class="row"><b>icr.yml</b><span class="button here">✎ 鉛筆の印</span></div>'
            f"<pre>{html.escape(record)}</pre>",
        )
        + sketch,
        "github-propose.png": _screen(
            "変更を申し出る",
            '<div class="row"><span>何を直したか（一行）</span>'
            '<span class="button">icr のよみを直す</span></div>'
            '<div class="row"><span>◎ 新しいブランチを作って、プルリクエストを始める</span>'
            '<span class="button green here">Propose changes</span></div>',
        )
        + sketch,
        "github-checks.png": _screen(
            "プルリクエストの下の方",
            '<div class="row"><span>✗ 検査 / 記録の検査とサイト</span>'
            '<span class="button here">Details（くわしく）</span></div>'
            '<div class="row"><span>直すところは「Files changed」の、その行にも出ます。</span>'
            "<span></span></div>",
        )
        + sketch,
    }


def _screen(title: str, body: str) -> str:
    return f'<div class="screen"><div class="bar">{html.escape(title)}</div>{body}</div>'


def _checked() -> str:
    with tempfile.TemporaryDirectory() as folder:
        copy = _inputs(Path(folder))
        for name, old, wrong in MISTAKES:
            file = copy / name
            file.write_text(file.read_text("utf-8").replace(old, wrong, 1), "utf-8")
        paths = [name for name, _, _ in MISTAKES]
        return _senrei(copy, "check", *paths)


def _started() -> str:
    with tempfile.TemporaryDirectory() as folder:
        copy = _inputs(Path(folder))
        case = "edogawa-r05-3"
        _senrei(copy, "new", "case", "--ward", "edogawa", "--id", case, "--like", CASE)
        return (copy / f"records/cases/edogawa/{case}.yml").read_text("utf-8")


def _inputs(folder: Path) -> Path:
    for name in ("records", "schemas"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


def _senrei(folder: Path, *arguments: str) -> str:
    command = [Path(sys.executable).with_name("senrei"), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


if __name__ == "__main__":
    sys.exit(main())
