import re
from dataclasses import replace
from pathlib import Path

import pytest

from senrei.publish.figures import STYLE_SHEET, figure_files
from senrei.publish.site import make_site
from senrei.publish.site_model import SiteModel


@pytest.mark.parametrize("has_figures", [True, False])
@pytest.mark.parametrize("has_cases", [True, False])
def test_pages_link_every_figure_file_or_none(
    invented_catalog, schemas, invented, has_cases, has_figures
):
    catalog = invented_catalog
    if not has_cases:
        catalog = replace(catalog, by_kind={**catalog.by_kind, "case": {}})
    pages = make_site(catalog, schemas, None, has_figures=has_figures).pages
    linked = {
        Path(path).name
        for page in pages
        for path in re.findall(r'href="[./]*figures/([^"]+)"', page.body)
    }
    style = (invented / STYLE_SHEET).read_text(encoding="utf-8")
    made = {Path(figure.path).name for figure in figure_files(SiteModel(catalog), style)}
    assert linked == (made if has_figures else set())
