"""Index files: everything that the search loads, from the pages of a site and its records."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from senrei.model.dates import ERAS
from senrei.publish.search.dictionary import dictionary_lines, reading_lines
from senrei.publish.search.facets import make_facets
from senrei.publish.search.folding import load_folding
from senrei.publish.search.postings import DIGITS, Postings, cut, encoded
from senrei.publish.search.search_pages import search_pages
from senrei.publish.search.spellings import other_spellings
from senrei.publish.search.theme_box import theme_files
from senrei.publish.search.zones import ZONES, first_slots, reading_slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from senrei.publish.page import Block, Page
    from senrei.publish.search.facets import Facet
    from senrei.publish.search.folding import Folding
    from senrei.publish.search.search_pages import SearchPage
    from senrei.publish.site_model import SiteModel

FOLDER = "search/index"
PAGES_PER_CARD_FILE = 16
_TEXT_WEIGHT = 12_000  # characters of text in a file of excerpts
_BETWEEN = "\0"  # no pair goes across it
_FIRST_SLOT = first_slots()
_SLOTS = {zone.id: zone.slots for zone in ZONES}
_SMALL = 1_000  # pages up to which shards are kept small
_SHARD_WEIGHT = (400, 7_000)
_LOAD = 512  # bytes to which a shard's weight is told


@dataclass(frozen=True)
class IndexFile:
    """A file of the index: its path in the site and its text."""

    path: str
    text: str


def site_index(pages: Iterable[Page], model: SiteModel) -> Iterator[IndexFile]:
    """Yield the files of the index of a site, and those that the theme asks for."""
    catalog, folding = model.catalog, load_folding()
    yield from index_files(
        search_pages(pages, model, folding),
        dictionary_lines(catalog, folding),
        reading_lines(catalog, folding),
        make_facets(model),
        folding,
    )
    for path, text in theme_files():
        yield IndexFile(path, text)


def index_files(
    pages: Iterable[SearchPage],
    dictionary: tuple[str, ...],
    readings: tuple[str, ...],
    facets: tuple[Facet, ...],
    folding: Folding,
) -> Iterator[IndexFile]:
    """Yield the files of the index; the last one is the start-up file, which knows the others."""
    postings = Postings(reading_slots())
    version = hashlib.sha256()
    page_files = _PageFiles(folding)
    for number, page in enumerate(pages):
        postings.add(number, page_files.take(number, page))
        yield from _hashed(page_files.full_files(), version)
    yield from _hashed(page_files.last_files(), version)
    bounds, loads = [], ""
    weight = _SHARD_WEIGHT[page_files.count > _SMALL]
    for number, (part, weighed) in enumerate(cut(postings.in_order(), weight)):
        bounds.append(next(iter(part)))
        loads += DIGITS[min(len(DIGITS) - 1, weighed // _LOAD)]
        yield from _hashed([_file(f"i{number}", part)], version)
    yield from _hashed([_file("words", "\n".join(dictionary))], version)
    yield from _hashed([_file("readings", "\n".join(readings))], version)
    for facet in facets:
        yield from _hashed([_file(f"f-{facet.id}", facet.as_data())], version)
    start: dict[str, Any] = {
        "version": version.hexdigest()[:12],
        "pages": page_files.count,
        "cases": page_files.cases,
        "cardSize": PAGES_PER_CARD_FILE,
        "texts": "".join(map(encoded, page_files.text_starts)),
        "bounds": "\n".join(bounds),
        "loads": loads,
        "folding": json.loads(folding.text),
        "eras": {era.letter.lower(): era.name for era in ERAS},
        "zones": [asdict(zone) for zone in ZONES],
        "facets": [facet.as_head() for facet in facets],
    }
    yield _file("start", start)


def script(name: str, data: Any) -> str:
    """Return data as a script that hands it over by name."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'senreiPart("{name}",{text})\n'


def _with_spellings(folded: str) -> str:
    return _BETWEEN.join((folded, *other_spellings(folded)))


def _hashed(files: Iterable[IndexFile], version: Any) -> Iterator[IndexFile]:
    for file in files:
        version.update(file.text.encode())
        yield file


def _file(name: str, data: Any) -> IndexFile:
    return IndexFile(f"{FOLDER}/{name}.js", script(name, data))


def _slots_of(blocks: tuple[Block, ...]) -> Iterator[int]:
    """Put each block into one of its zone's slots, by how far down its zone it stands."""
    lengths = dict.fromkeys(_SLOTS, 0)
    for block in blocks:
        lengths[block.zone] += len(block.text)
    done = dict.fromkeys(_SLOTS, 0)
    for block in blocks:
        zone = block.zone
        yield _FIRST_SLOT[zone] + done[zone] * _SLOTS[zone] // (lengths[zone] + 1)
        done[zone] += len(block.text)


class _PageFiles:
    """Cards and excerpts while pages pass by."""

    def __init__(self, folding: Folding) -> None:
        self._folding = folding
        self._cards: list[list[str]] = []
        self._texts: list[list[Any]] = []
        self._weight = 0
        self.text_starts: list[int] = []
        self._ready: list[IndexFile] = []
        self.count = 0
        self.cases = 0

    def take(self, number: int, page: SearchPage) -> dict[int, str]:
        """Keep what results show; return the folded texts by slot."""
        self.count += 1
        self.cases += page.is_case
        self._cards.append([page.key, page.path, page.title, page.glyphs, page.about, page.lead])
        if len(self._cards) == PAGES_PER_CARD_FILE:
            self._finish_cards(number)
        slots = [*_slots_of(page.blocks)]
        shown: list[list[Any]] = []
        for slot, block in zip(slots, page.blocks, strict=True):
            if shown and shown[-1][:2] == [slot, block.anchor]:
                shown[-1][2] += "\n" + block.text
            else:
                shown.append([slot, block.anchor, block.text])
        slots += _slots_of(page.hidden)
        texts = self._folding.fold_all(block.text for block in (*page.blocks, *page.hidden))
        by_slot: dict[int, list[str]] = {}
        for slot, folded in zip(slots, texts, strict=True):
            by_slot.setdefault(slot, []).append(folded)
        self._texts.append([shown, page.picture])
        self._weight += sum(len(text) for _, _, text in shown)
        if self._weight > _TEXT_WEIGHT:
            self._finish_texts()
        return {slot: _with_spellings(_BETWEEN.join(texts)) for slot, texts in by_slot.items()}

    def full_files(self) -> list[IndexFile]:
        ready, self._ready = self._ready, []
        return ready

    def last_files(self) -> list[IndexFile]:
        if self._cards:
            self._finish_cards(self.count - 1)
        if self._texts:
            self._finish_texts()
        return self.full_files()

    def _finish_cards(self, number: int) -> None:
        self._ready.append(_file(f"c{number // PAGES_PER_CARD_FILE}", self._cards))
        self._cards = []

    def _finish_texts(self) -> None:
        self._ready.append(_file(f"t{len(self.text_starts)}", self._texts))
        self.text_starts.append(len(self._texts))
        self._texts, self._weight = [], 0
