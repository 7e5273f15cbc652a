"""Files from strangers: each is answered within bounds of time and memory, and never by a crash."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CASE = "records/cases/sakura/sakura-r04-1.yml"
MOST_SECONDS = 10  # of CPU, enforced by the system
MOST_BYTES = 700_000_000  # of address space, enforced by the system; the libraries take 200 MB

CHECK = f"""
import json, resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_CPU, ({MOST_SECONDS}, {MOST_SECONDS}))
resource.setrlimit(resource.RLIMIT_AS, ({MOST_BYTES}, {MOST_BYTES}))
from senrei.model.check import check_records
found = check_records(Path(sys.argv[1]))
print(json.dumps([[p.path, p.line, p.rule, p.as_text()] for p in found]))
"""


def checked(project):
    done = subprocess.run(
        [sys.executable, "-c", CHECK, project],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "scripts")},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stderr == ""
    return json.loads(done.stdout)


def printable(text):
    return text.replace("\u3000", " ").isprintable()


def nested(opening, closing=""):
    return lambda text: f"{text}x: {opening * 100_000}{closing * 100_000}\n".encode()


def added(more):
    return lambda text: f"{text}{more}".encode()


def alias_bomb(_):
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    return "\n".join(lines).encode()


TEXTS = {
    "10^5-deep lists": (nested("[", "]"), "depth"),
    "10^5-deep mappings": (nested("{a: ", "}"), "depth"),
    "10^5 open lists": (nested("["), "depth"),
    "10^5 dashes": (lambda text: (text + "x:\n  " + "- " * 100_000).encode(), "depth"),
    "10^5 question marks": (lambda _: ("? " * 100_000).encode(), "key"),
    "deeper line by line": (
        lambda _: "".join(" " * n + f"k{n}:\n" for n in range(1_900)).encode(),
        "depth",
    ),
    "alias bomb": (alias_bomb, "alias"),
    "merge bomb": (added("<<: [*a, *a]\n"), "key"),
    "10^6 keys": (
        lambda _: b"{" + b",".join(b"%x: 1" % n for n in range(1_000_000)) + b"}",
        "size",
    ),
    "many keys in 2 MB": (
        lambda _: "".join(f"k{n}: 1\n" for n in range(140_000)).encode(),
        "size",
    ),
    "many unknown keys": (
        lambda _: "".join(f"k{n}: 1\n" for n in range(40_000)).encode(),
        "unknown-key",
    ),
    "one key again and again": (lambda _: b"id: sakura-r04-1\n" * 100_000, "many"),
    "NUL": (added("note: \x00\n"), "hidden-character"),
    "only NUL": (lambda _: b"\0" * 1_000_000, "hidden-character"),
    "invalid UTF-8": (lambda text: text.encode() + b"note: \xff\xfe\xc0\xaf\n", "encoding"),
    "surrogates": (lambda text: text.encode() + b"note: \xed\xa0\x80\n", "encoding"),
    "random bytes": (lambda _: bytes(range(256)) * 4_000, "encoding"),
    "tag of Python": (added("note: !!python/object/apply:os.system [id]\n"), "tag"),
    "tag of a kind": (added("note: !!binary aGVsbG8=\n"), "tag"),
    "directive": (lambda text: ("%YAML 9.9\n---\n" + text).encode(), "symbol"),
    "many documents": (lambda text: (text + "---\n" * 100_000).encode(), "documents"),
    "one long line": (lambda text: (text + "note: " + "x" * 1_900_000).encode(), "unknown-key"),
    "long run of digits": (lambda text: (text + 'note: "' + "0" * 1_500_000 + '"\n').encode(), None),
    "long run of hyphens": (lambda text: (text + 'note: "' + "0-" * 700_000 + '"\n').encode(), None),
    "long run of letters": (lambda text: (text + 'note: "' + "a." * 700_000 + '"\n').encode(), None),
    "long run of names": (lambda text: (text + 'note: "' + "山田" * 300_000 + '"\n').encode(), None),
    "long run of blanks": (lambda text: (text + 'note: "' + "区長 " * 300_000 + '"\n').encode(), None),
    "long number": (added("act: " + "9" * 1_000_000 + "\n"), "size"),
    "long unknown word": (lambda text: text.replace("act: consultation", "act: " + "con" * 300_000).encode(), "size"),
    "many unknown words": (
        lambda text: text.replace("        items:\n          - as_written: 氏名\n            term: name\n", "").encode()
        + b"notes:\n" + b"  - x\n" * 45_000,
        None,
    ),
    "quotes never closed": (lambda text: (text + 'x: "a\n' * 100_000).encode(), "quote"),
    "blocks in blocks": (lambda text: (text + "x: |\n" + " y\n" * 200_000 + "\tz: [\n").encode(), "tab"),
    "syntax error at the end": (lambda text: (text + "# c\n" * 300_000 + "x: [\n").encode(), "symbol"),
    "syntax error below a long text": (
        lambda text: (text + "notes: |\n" + "  y: z\n" * 200_000 + "x: ]\n").encode(),
        None,
    ),
    "emoji and marks": (added("note: " + "e" + "\u0301" * 100_000 + "\n"), None),
    "ligatures that grow": (added("note: " + "\ufdfa" * 100_000 + "\n"), None),
    "right to left": (added("note: \u202egpj.exe\u202c\n"), "hidden-character"),
    "letters that look alike": (
        lambda text: text.replace("body: sakura", "body: s\u0430kura").encode(),
        "reference",
    ),
    "a path for an id": (lambda text: text.replace("id: sakura-r04-1", "id: ../../etc/passwd", 1).encode(), "pattern"),
    "an id with a line break": (lambda text: text.replace("id: sakura-r04-1", 'id: "sakura-r04-1\\n"', 1).encode(), None),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_malicious_text_is_answered_within_bounds(town, name):
    made, rule = TEXTS[name]
    (town / CASE).write_bytes(made((town / CASE).read_text(encoding="utf-8")))
    problems = checked(town)
    assert problems, "nothing was said"
    assert {path for path, *_ in problems} == {CASE}
    assert rule is None or rule in {rule for _, _, rule, _ in problems}, problems[:3]
    for *_, text in problems:
        assert len(text) < 2_000
        assert printable(text), text


def test_a_file_of_100_mb_is_not_read(town):
    with (town / CASE).open("r+b") as file:
        file.truncate(100_000_000)
    assert [text for *_, text in checked(town)] == [
        f"{CASE}:1:1: error[size] ファイルが大きすぎます（100,000 KB）。2,000 KB までにし、"
        "案件一つにつき一つのファイルに分けてください。"
    ]


def test_links_lead_nowhere(town, tmp_path):
    secret = tmp_path / "secret.yml"
    secret.write_text("id: secret\nname: 秘密\n", encoding="utf-8")
    (town / "records/contractors/linked.yml").symlink_to(secret)
    (town / "records/contractors/loop").symlink_to(town / "records")
    (town / "records/wards/zero.yml").symlink_to("/dev/zero")
    (town / "records/wards/gone.yml").symlink_to("/no/such/file")
    problems = checked(town)
    assert [(path, rule) for path, _, rule, _ in problems] == [
        ("records/contractors/linked.yml", "symlink"),
        ("records/contractors/loop", "symlink"),
        ("records/wards/gone.yml", "symlink"),
        ("records/wards/zero.yml", "symlink"),
    ]
    assert "秘密" not in str(problems)


def test_what_is_no_file_is_not_opened(town):
    os.mkfifo(town / "records/contractors/pipe.yml")
    (town / "records/contractors/folder.yml").mkdir()
    problems = checked(town)
    assert [(path, rule) for path, _, rule, _ in problems] == [
        ("records/contractors/pipe.yml", "place")
    ]


NAMES = {
    "white space": "records/contractors/a b.yml",
    "dots": "records/contractors/..a.yml",
    "double dots": "records/contractors/a..yml",
    "capitals": "records/contractors/Hana.yml",
    "not ASCII": "records/contractors/花.yml",
    "looks like ASCII": "records/contractors/h\u0430na.yml",
    "right to left": "records/contractors/\u202elmy.yml",
    "line break": "records/contractors/a\nb.yml",
    "control": "records/contractors/a\x1b[31m.yml",
    "markup": "records/contractors/<img src=x onerror=alert(1)>.yml",
    "command of GitHub": "records/contractors/a::error file=x::y.yml",
    "too deep": "records/cases/sakura/a/b/c/d.yml",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_malicious_file_name_is_refused_in_print(town, name):
    file = town / NAMES[name]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("id: a\nname: 甲\nreading: こう\n", encoding="utf-8")
    problems = checked(town)
    if file.name.startswith("."):  # a hidden file is no record
        assert problems == []
        return
    assert len(problems) == 1
    assert problems[0][2] == "place"
    assert printable(problems[0][3])


def test_a_file_name_that_is_no_text_is_refused_in_print(town):
    os.close(os.open(os.fsencode(town / "records/contractors") + b"/\xff\xfe.yml", os.O_CREAT))
    problems = checked(town)
    assert [rule for _, _, rule, _ in problems] == ["place"]
    assert printable(problems[0][3])


def test_many_files_are_answered_within_bounds(town):
    for number in range(3_000):
        file = town / f"records/contractors/c-{number}.yml"
        file.write_text(f"id: c-{number}\nname: 甲{number}\nreading: こう\n", encoding="utf-8")
    problems = checked(town)
    assert len(problems) == 3_000
    assert {rule for _, _, rule, _ in problems} == {"unused"}
