"""Usage: what the commands say of their own use, in Japanese and without a traceback."""

from __future__ import annotations

import importlib
import os
import re
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from senrei.source.characters import printable, visible
from senrei.source.nearest import nearest
from senrei.source.problem import FaultySchemaError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def project_root(_: click.Context, __: click.Parameter, given: Path | None) -> Path:
    """Find the folder with the records: the given one, or the nearest around this one."""
    here = Path.cwd()
    around = (here, *here.parents) if given is None else (given,)
    for folder in around:
        if (folder / "records").is_dir() and (folder / "schemas").is_dir():
            return Path(os.path.relpath(folder)) if given is None else folder
    message = (
        "records/ と schemas/ のあるフォルダが見つかりません。"
        "そのフォルダに移るか、「--root フォルダ」で指定してください。"
    )
    raise click.UsageError(message)


ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    callback=project_root,
    help="records/ と schemas/ のあるフォルダ",
)
"""The project's folder as `root`; without it, the nearest one around the current folder."""

OUT = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="書き出すフォルダ（同じ名前のファイルは書き換え、ほかは残します）",
)
"""The folder to write to as `out`."""


class JapaneseGroup(click.Group):
    """A command with subcommands that speaks Japanese to who uses it wrongly.

    `modules` names the modules of `senrei.doors` that add further subcommands when loaded.
    """

    group_class = type  # groups inside this one are of its class

    def __init__(
        self, *args: Any, modules: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._modules = modules or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, those too that are not loaded yet."""
        return sorted({*super().list_commands(ctx), *self._modules})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; the module that adds it is loaded now."""
        if cmd_name in self._modules:
            importlib.import_module(f"senrei.doors.{self._modules[cmd_name]}")
        return super().get_command(ctx, cmd_name)

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **options: Any
    ) -> Any:
        """Run a command; wrong use ends with 2 and a sentence that says what to write."""
        _translate_click()
        try:
            code = super().main(args, standalone_mode=False, **options)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "")
            sys.exit(2)
        except click.UsageError as error:
            _say(_usage(error))
            _point_to_help(error)
            sys.exit(2)
        except click.ClickException as error:
            _say(error.format_message())
            sys.exit(error.exit_code)
        except (click.Abort, KeyboardInterrupt):
            _say("中止しました。")
            sys.exit(1)
        except FaultySchemaError as error:
            _say(f"スキーマの誤りで、続けられません。記録の誤りではありません。{error}")
            sys.exit(1)
        except Exception as error:
            if "SENREI_TRACEBACK" in os.environ:
                raise
            _say(_our_fault(error))
            sys.exit(1)
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; say which one may have been meant where there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            known = self.list_commands(ctx)
            message = f"「{printable(name)}」という命令はありません。{nearest(name, known)}"
            ctx.fail(f"{message}使えるのは {'、'.join(known)} です。")
        return super().resolve_command(ctx, args)


_EXTRA = "余分な語「{args}」があります。取り除いてください。"
_NOT_READABLE = "「{filename}」は読めません。フォルダかファイルかを確かめてください。"
SENTENCES = {
    "Usage:": "使い方:",
    "Options": "指定",
    "Commands": "命令",
    "Show this message and exit.": "この説明を示します。",
    "default: {default}": "書かなければ {default}",
    "required": "必須",
    "Missing command.": "命令を書いてください。例「senrei check」。",
    "Got unexpected extra argument ({args})": _EXTRA,
    "Got unexpected extra arguments ({args})": _EXTRA,
    "Option {name!r} requires an argument.": "「{name}」の後に値を書いてください。",
    "Option {name!r} does not take a value.": (
        "「{name}」に値は書けません。「=」から後を消してください。"
    ),
    "{name} {filename!r} does not exist.": (
        "「{filename}」が見つかりません。ファイルやフォルダの名前を確かめてください。"
    ),
    "{name} {filename!r} is a file.": _NOT_READABLE,
    "{name} {filename!r} is a directory.": _NOT_READABLE,
    "{name} {filename!r} is not readable.": _NOT_READABLE,
    "{value!r} does not match the format {format}.": (
        "「{value}」は日付ではありません。例「2026-04-01」。"
    ),
}
"""The sentences of click that our commands can utter, as it hands them to gettext."""


def _translate_click() -> None:
    def gettext(english: str) -> str:
        return SENTENCES.get(english, english)

    def ngettext(singular: str, plural: str, count: int) -> str:
        return gettext(singular if count == 1 else plural)

    for module in (click.core, click.decorators, click.formatting, click.parser, click.types):
        vars(module).update(_=gettext, ngettext=ngettext)


def _our_fault(error: Exception) -> str:
    """Say that the tool itself failed; the line helps those who mend it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        "道具の側の誤りで、続けられませんでした。記録を書いた人の誤りではありません。"
        "次の行を道具の管理者に知らせてください。"
        f"{type(error).__name__}: {error}（{Path(last.filename).name}:{last.lineno}）。"
        "SENREI_TRACEBACK=1 を付けて動かすと、詳しく見られます。"
    )


_BREAKS = re.compile(r"[\t\n\r]+")


def _say(message: str) -> None:
    click.echo(f"誤り: {visible(_BREAKS.sub(' ', message))}", err=True)


def _point_to_help(error: click.UsageError) -> None:
    if type(error) is not click.UsageError and error.ctx is not None:  # else it says its own fix
        path = error.ctx.command_path
        click.echo(f"使い方は「{path} --help」で見られます。", err=True)


def _usage(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = nearest(error.option_name, error.possibilities or ())
            return f"「{error.option_name}」という指定はありません。{near}"
        case click.MissingParameter():
            return f"「{_name(error)}」を書いてください。"
        case click.BadParameter(param=click.Parameter(type=click.Choice() as choice)):
            name, words = _name(error), [str(word) for word in choice.choices]
            return f"{name} に書けるのは {'、'.join(words)} です。例「{name} {words[0]}」。"
        case click.BadParameter(param=click.Parameter(type=click.Path())):
            return error.message
        case click.BadParameter():
            return f"{_name(error)} の値が正しくありません。{error.message}"
        case _:
            return error.message


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return "、".join(error.param.opts) if error.param.opts else str(error.param.name)
