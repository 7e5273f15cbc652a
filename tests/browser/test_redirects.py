"""The address of a former id leads to the record, from disk and without scripts too."""

import pytest

from senrei.model.check import read_project
from senrei.publish.site import make_site


@pytest.fixture
def folder(project, schemas, tmp_path):
    file = project / "records/cases/edogawa/edogawa-r04-10.yml"
    file.write_text(file.read_text("utf-8") + "aliases:\n  - edogawa-dx\n", "utf-8")
    made = make_site(read_project(project).catalog, schemas, None)
    out = tmp_path / "写し site"
    pages = {page.path: page.body for page in made.pages} | dict(made.files)
    for path in ("cases/edogawa-dx/index.html", "cases/edogawa-r04-10/index.html"):
        (out / path).parent.mkdir(parents=True)
        (out / path).write_text(pages[path], "utf-8")
    return out


@pytest.mark.parametrize("with_scripts", [True, False])
def test_a_former_address_leads_on(browser, folder, with_scripts):
    context = browser.new_context(java_script_enabled=with_scripts)
    page = context.new_page()
    place = "#notes" if with_scripts else ""
    page.goto((folder / "cases/edogawa-dx/index.html").as_uri() + place)
    page.wait_for_url(f"**/edogawa-r04-10/index.html{place}")
    assert page.locator("h1").inner_text() == "中小企業DX促進・伴走支援事業の外部委託"
    context.close()
