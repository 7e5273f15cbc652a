"""Put the text of an example of a mistake into a copy of the town."""

from pathlib import Path

from senrei.model.rule_book import Mistake


def put_right(project: Path, mistake: Mistake) -> None:
    put_extra(project, mistake)
    file = project / mistake.file
    text = file.read_text(encoding="utf-8")
    assert text.count(mistake.replaced) == 1, (mistake.name, text.count(mistake.replaced))
    file.write_text(text.replace(mistake.replaced, mistake.right), encoding="utf-8")


def put_wrong(project: Path, mistake: Mistake) -> tuple[str, int]:
    """Make the mistake; give the file and the line where a person would look."""
    put_extra(project, mistake)
    file = project / mistake.file
    text = file.read_text(encoding="utf-8")
    at = text.index(mistake.replaced)
    wrong = text.replace(mistake.replaced, mistake.wrong)
    path = project / (mistake.wrong_file or mistake.file)
    if mistake.wrong_file and not mistake.keeps:
        file.unlink()
    path.parent.mkdir(parents=True, exist_ok=True)
    if mistake.saved == "symlink":
        path.unlink()
        path.symlink_to(project / "records/laws/sakura-privacy-ordinance.yml")
    else:
        path.write_bytes(_bytes(wrong, mistake.saved))
    if mistake.shown_in:
        return mistake.shown_in, mistake.line
    return path.relative_to(project).as_posix(), text.count("\n", 0, at) + mistake.line


def put_extra(project: Path, mistake: Mistake) -> None:
    if mistake.extra_file:
        (project / mistake.extra_file).write_text(mistake.extra, encoding="utf-8")


def _bytes(text: str, saved: str | None) -> bytes:
    match saved:
        case None:
            return text.encode()
        case "crlf":
            return text.replace("\n", "\r\n").encode()
        case "empty":
            return b""
        case "large":
            return text.encode() + b"# " + b"x" * 3_000_000 + b"\n"
        case "nul":
            return text.encode().replace("甲".encode(), b"\x00")
        case _:
            return text.encode(saved)
