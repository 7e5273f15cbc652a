"""Addresses: where each record has its page and its data, and links relative to a page."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True)
class Section:
    """A part of the site that lists the records of one kind."""

    kind: str
    segment: str
    title: str
    intro: str


SECTIONS = (
    Section("case", "cases", "案件", "審議会などに出された案件の一覧です。"),
    Section(
        "contractor",
        "contractors",
        "事業者",
        "委託先・指定管理者・結合の相手方として資料に名前のある組織です。",
    ),
    Section(
        "certification",
        "certifications",
        "認証・資格",
        "プライバシーマークなどの認証と、案件ごとの取得の状況です。",
    ),
    Section(
        "data-item",
        "data-items",
        "情報項目",
        "取り扱う個人情報の項目を、編集者が種類ごとにまとめたものです。",
    ),
    Section(
        "control",
        "controls",
        "安全管理措置（対策）",
        "資料に書かれた対策を、だれが行うかを除いた内容でまとめたものです。",
    ),
    Section("data-subject", "data-subjects", "対象者", "だれの情報を扱う案件かで探せます。"),
    Section("matter-type", "matters", "事項の種類", "開発・外部委託など、諮る事項の種類です。"),
    Section("article", "legal", "根拠条項", "案件が根拠とする条例・法律などの条項です。"),
    Section("department", "departments", "担当部署", "案件を担当する部署です。"),
    Section("ward", "wards", "区", "案件を収録している区と、その審査会などです。"),
    Section("meeting", "meetings", "会議", "案件が出された審査会などの会議です。"),
)

MATRIX = "coverage-matrix"
_BY_KIND = {section.kind: section for section in SECTIONS}


def section_of(kind: str) -> Section:
    """Find the part of the site for a kind; KeyError where it has none."""
    return _BY_KIND[kind]


def has_page(kind: str) -> bool:
    """Tell whether records of a kind have pages of their own."""
    return kind in _BY_KIND


def index_path(kind: str) -> str:
    """Give the path of the list of a kind."""
    return f"{section_of(kind).segment}/index.html"


def page_path(kind: str, entry_id: str) -> str:
    """Give the path of a record's page."""
    return f"{section_of(kind).segment}/{entry_id}/index.html"


def system_path(ward: str, system_id: str) -> str:
    """Give the path of the page of a ward's system."""
    return f"systems/{ward}/{system_id}/index.html"


def comparison_path(pair: tuple[str, str]) -> str:
    """Give the path of the page that compares two cases."""
    return f"compare/{pair[0]}--{pair[1]}/index.html"


def data_path(kind: str, entry_id: str) -> str:
    """Give the path of a record's open data."""
    return f"api/v1/{section_of(kind).segment}/{entry_id}.json"


def pdf_path(figure: str) -> str:
    """Give the path of the PDF with all pictures of a case, or with the matrix."""
    return f"figures/{figure}.pdf"


def flow_png_paths(case_id: str, ladders: int) -> tuple[str, ...]:
    """Give the paths of the PNG files of a case: the overview, then the parts of the ladder."""
    numbers = [f"-{number}" for number in range(1, ladders + 1)] if ladders > 1 else [""]
    figures = ("overview", *(f"ladder{number}" for number in numbers))
    return tuple(f"figures/{case_id}-{figure}.png" for figure in figures)


def relative(page: str, target: str) -> str:
    """Give the link from a page to a path of the site; a fragment may follow the path.

    A place on the page itself is named by its fragment alone.
    """
    path, hash_mark, fragment = target.partition("#")
    if path == page and fragment:
        return hash_mark + fragment
    link = posixpath.relpath(path, posixpath.dirname(page) or ".")
    return link + hash_mark + fragment
