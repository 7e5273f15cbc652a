"""Person numbers: what leads to one person without a name: telephone, mail, My Number."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = re.compile(r"[0-9+][0-9()+ -]{8,}")  # what may be a number of a person
_PHONE = re.compile(
    r"(?<![\d-])(?:\+81[- ]?\(?0?\)?|0)\d{1,4}"
    r"(?:[-() ]{1,2}\d{1,4}[-() ]{1,2}\d{3,4}|\d{5,9})(?![\d-])"
)
_CALL = re.compile(
    r"[電TtFfフ内](?:話|EL|el|AX|ax|ァクス|ァックス|線)(?:番号)?[:：]?\s?\d{2,4}(?:-\d{3,4})?"
    r"(?![\d年月日件人名台回])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9_.+-])[A-Za-z0-9_.+-]{1,64}(?:@[\w-]+(?:\.[\w-]+)+"
    r"|\s?[\[({【]\s*(?:at|AT|アット|アットマーク)\s*[\])}】]\s*[\w.-]+)"
)
_TWELVE = re.compile(r"(?<![\d-])\d{4}[- ]?\d{4}[- ]?\d{4}(?![\d-])")
_HYPHEN = re.compile("[‐‑‒–—―−ー－]")
_AT = re.compile(r"@|\bat\b|アット", re.IGNORECASE)
_DIGITS_OF_A_PHONE = {10, 11}


def in_plain_width(text: str) -> str:
    """Write digits, letters and hyphens of any width in one way."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _HYPHEN.sub("-", plain)


def phone_number_in(plain: str) -> str | None:
    """Find a telephone number in a text of plain width."""
    for part in _DIGITS.finditer(plain):
        for found in _PHONE.finditer(part[0]):
            digits = re.sub(r"[^0-9]", "", found[0].replace("+81", "0"))
            if len(digits) in _DIGITS_OF_A_PHONE:
                return found[0]
    call = _CALL.search(plain)
    return call[0] if call else None


def mail_address_in(plain: str) -> str | None:
    """Find a mail address in a text of plain width."""
    found = _MAIL.search(plain) if _AT.search(plain) else None
    return found[0] if found else None


def has_my_number(plain: str) -> bool:
    """Tell whether a text of plain width holds twelve digits with a sound check digit."""
    return any(
        is_my_number(re.sub(r"[^0-9]", "", found[0]))
        for part in _DIGITS.finditer(plain)
        for found in _TWELVE.finditer(part[0])
    )


def is_my_number(digits: str) -> bool:
    """Tell whether twelve digits carry the check digit of an individual number."""
    weights = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False)) % 11
    return int(digits[11]) == (0 if rest <= 1 else 11 - rest)
