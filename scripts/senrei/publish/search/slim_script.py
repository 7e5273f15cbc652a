"""Slim script: a script of ours with short names and without comments, to save the reader bytes.

It knows the way these scripts are written and no more: double quotes, a statement to a line, no
names that are both a variable and a property under another meaning. The browser tests run what it
gives.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import count, product

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*)
    |(?P<string>"(?:[^"\\\n]|\\.)*")
    |(?P<template>`(?:[^`\\$]|\\.|\$(?!\{)|\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\})*`)
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<number>[0-9][\w.]*)
    |(?P<other>=>|\?\.|\.\.\.|\+\+|--|.)""",
    re.VERBOSE,
)
_REGEX = re.compile(r"/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
_BEFORE_REGEX = frozenset("(,=:[!&|?{};") | {"", "=>", "return"}
_DECLARED = re.compile(
    r"\b(?:const|let|function)\s+((?:[A-Za-z_$][\w$]*(?:, )?)+)|([A-Za-z_$][\w$]*)\s*=>|"
    r"\(((?:[A-Za-z_$][\w$]*(?:, )?)+)\)\s*(?:=>|\{)|(?:, )([A-Za-z_$][\w$]*)(?= = )"
)
_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD = re.compile(r"[A-Za-z_$][\w$]*")

Token = tuple[str, str]  # kind and text


def slim(script: str, kept: frozenset[str]) -> str:
    """Give a script that does the same; `kept` are names that other scripts call."""
    tokens = _tokens(script)
    short = _short_names(script, tokens, kept)
    return _written(tokens, short)


def _tokens(script: str) -> list[Token]:
    tokens: list[Token] = []
    position, before = 0, ""
    while position < len(script):
        regex = _REGEX.match(script, position) if script[position] == "/" else None
        if regex and before in _BEFORE_REGEX and not script.startswith("//", position):
            token, position = ("regex", regex[0]), regex.end()
        else:
            match = _TOKEN.match(script, position)
            assert match  # noqa: S101 - the last branch takes any character
            token, position = (str(match.lastgroup), match[0]), match.end()
        tokens.append(token)
        if token[0] != "space":
            before = token[1]
    return tokens


def _short_names(script: str, tokens: list[Token], kept: frozenset[str]) -> dict[str, str]:
    declared = {
        name
        for found in _DECLARED.findall(script)
        for several in found
        for name in several.split(", ")
        if name
    }
    plain = [token for token in tokens if token[0] != "space"]
    uses: Counter[str] = Counter()
    fixed = set(kept)
    for before, (kind, name), after in zip(
        [("", ""), *plain], plain, [*plain[1:], ("", "")], strict=False
    ):
        if kind == "template":
            fixed.update(_properties_in(name))
            uses.update(_WORD.findall("".join(re.findall(r"\$\{(.*?)\}", name))))
        if kind != "name":
            continue
        uses[name] += 1
        is_property = before[1] in {".", "?."} or after[1] == ":"
        in_braces = before[1] in {"{", ","} and after[1] in {",", "}"}
        if is_property or in_braces:
            fixed.add(name)
    everything = set(uses)
    fresh = (
        "".join(letters)
        for length in count(1)
        for letters in product(_LETTERS, repeat=length)
        if "".join(letters) not in everything
    )
    return {
        name: next(fresh)
        for name, _ in uses.most_common()
        if name in declared and name not in fixed and len(name) > 1
    }


def _properties_in(template: str) -> list[str]:
    return re.findall(r"\.([A-Za-z_$][\w$]*)", template)


def _written(tokens: list[Token], short: dict[str, str]) -> str:
    text = ""
    for kind, written in tokens:
        piece = written
        if kind == "space":
            line_ends = "\n" in piece
            if line_ends and text and not text.endswith(("\n", "{", ",", "(", "[", "=>", "?")):
                text += "\n"
            elif not line_ends and re.search(r"[\w$]$", text):
                text += " "
            continue
        if kind == "name":
            piece = short.get(piece, piece)
        if piece == "}" and text.endswith("\n"):
            text = text[:-1]
        if kind == "template":
            piece = re.sub(
                r"\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}",
                lambda match: _WORD.sub(lambda word: short.get(word[0], word[0]), match[0]),
                piece,
            )
        if text.endswith(" ") and not re.match(r"[\w$]", piece):
            text = text[:-1]
        if piece.startswith("+") and text.endswith("+"):
            text += " "
        text += piece
    return text
