"""Make the table of half-width advances from IPAexGothic (Debian: fonts-ipaexfont-gothic).

    python tests/flowpicture/half_width_table.py > \
        scripts/flowpicture/half_width.json

Only characters that Japanese papers use are kept; the rest counts as one em.
"""

import json
import sys
from pathlib import Path

from fontTools.ttLib import TTFont

FONT = Path("/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf")
KEPT = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x2010, 0x2040),
    *range(0x2190, 0x2200),
    *range(0x2200, 0x2270),
    *range(0xFF61, 0xFFA0),
)


def half_width_table(font_path):
    font = TTFont(font_path)
    em = font["head"].unitsPerEm
    advances = {}
    names = font.getBestCmap()
    for code in KEPT:
        advance = font["hmtx"].metrics[names[code]][0] if code in names else em
        if advance != em:
            advances.setdefault(str(advance), []).append(chr(code))
    joined = {
        advance: "".join(characters)
        for advance, characters in sorted(advances.items(), key=lambda entry: int(entry[0]))
    }
    text = json.dumps(
        {"font": "IPAexGothic", "unitsPerEm": em, "advances": joined},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text + "\n"


if __name__ == "__main__":
    sys.stdout.write(half_width_table(FONT))
