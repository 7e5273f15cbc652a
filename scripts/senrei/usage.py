"""Usage: what the command says of its own wrong use, in Japanese and without a traceback."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from senrei.source.nearest import nearest
from senrei.source.shown import shown

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


_HEADINGS = (
    ("Usage:", "使い方:"),
    ("Options:", "指定:"),
    ("Commands:", "命令:"),
    ("Show this message and exit.", "この説明を示します。"),
)


def _in_japanese(text: str) -> str:
    for english, japanese in _HEADINGS:
        text = text.replace(english, japanese)
    return text


class JapaneseCommand(click.Command):
    """A command whose help has Japanese headings."""

    def get_help(self, ctx: click.Context) -> str:
        """Give the help with its headings in Japanese."""
        return _in_japanese(super().get_help(ctx))


class JapaneseGroup(click.Group):
    """A command with subcommands that speaks Japanese to who uses it wrongly."""

    command_class = JapaneseCommand

    def __init__(
        self, *args: Any, elsewhere: Mapping[str, str] | None = None, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self._elsewhere = elsewhere or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name all commands, those too that are not loaded yet."""
        return sorted({*super().list_commands(ctx), *self._elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give a command; one that stands elsewhere is loaded now."""
        if cmd_name in self._elsewhere:
            module, name = self._elsewhere[cmd_name].split(":")
            command: click.Command = getattr(importlib.import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, *, standalone_mode: bool = True, **options: Any
    ) -> Any:
        """Run a command; wrong use ends with 2 and a sentence that says what to write."""
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
        except Exception as error:
            if "SENREI_TRACEBACK" in os.environ:
                raise
            _say(_our_fault(error))
            sys.exit(1)
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code

    def get_help(self, ctx: click.Context) -> str:
        """Give the help with its headings in Japanese."""
        return _in_japanese(super().get_help(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand; say which one may have been meant where there is none."""
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            known = self.list_commands(ctx)
            message = f"「{shown(name)}」という命令はありません。{nearest(name, known)}"
            ctx.fail(f"{message}使えるのは {'、'.join(known)} です。")
        return super().resolve_command(ctx, args)


def _our_fault(error: Exception) -> str:
    """Say that the tool itself failed; the place helps those who mend it."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        "道具の側の誤りで、続けられませんでした。記録を書いた人の誤りではありません。"
        "次の行を道具の管理者に知らせてください。"
        f"{type(error).__name__}（{Path(last.filename).name}:{last.lineno}）。"
        "SENREI_TRACEBACK=1 を付けて動かすと、詳しく見られます。"
    )


def _say(message: str) -> None:
    click.echo(f"誤り: {message}", err=True)


def _point_to_help(error: click.UsageError) -> None:
    if type(error) is not click.UsageError and error.ctx is not None:  # else it says its own cure
        path = error.ctx.command_path
        click.echo(f"使い方は「{path} --help」で見られます。", err=True)


def _usage(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = nearest(error.option_name, error.possibilities or ())
            return f"「{error.option_name}」という指定はありません。{near}"
        case click.BadOptionUsage():
            return f"「{error.option_name}」の後に値を書いてください。"
        case click.MissingParameter():
            return f"「{_name(error)}」を書いてください。"
        case click.BadParameter():
            return _bad_value(error)
        case _:
            return _other(error.message)


def _other(message: str) -> str:
    if "unexpected extra argument" in message:
        extra = message[message.find("(") + 1 : -1]
        return f"余分な語「{shown(extra)}」があります。取り除いてください。"
    return (
        "命令を書いてください。例「senrei check」。" if message == "Missing command." else message
    )


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return ""
    return "、".join(error.param.opts) if error.param.opts else str(error.param.name)


def _bad_value(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        words = [str(choice) for choice in kind.choices]
        name = _name(error)
        return f"{name} に書けるのは {'、'.join(words)} です。例「{name} {words[0]}」。"
    if isinstance(kind, click.Path):
        path = error.message.split("'")[1] if error.message.count("'") > 1 else ""
        if "does not exist" in error.message:
            return (
                f"「{shown(path)}」が見つかりません。ファイルやフォルダの名前を確かめてください。"
            )
        return f"「{shown(path)}」は読めません。フォルダかファイルかを確かめてください。"
    return f"{_name(error)} の値が正しくありません。{error.message}"
