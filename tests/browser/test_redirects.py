"""The address of a former id leads to the record, from disk and without scripts too."""

import pytest

from senrei.model.check import read_project
from senrei.publish.site import make_site


@pytest.fixture
def folder(invented_project, schemas, tmp_path):
    file = invented_project / "records/cases/tsubame/tsubame-r04-3.yml"
    file.write_text(file.read_text("utf-8") + "aliases:\n  - tsubame-trial\n", "utf-8")
    made = make_site(read_project(invented_project).catalog, schemas, None)
    out = tmp_path / "写し site"
    pages = {page.path: page.body for page in made.pages} | dict(made.files)
    for path in ("cases/tsubame-trial/index.html", "cases/tsubame-r04-3/index.html"):
        (out / path).parent.mkdir(parents=True)
        (out / path).write_text(pages[path], "utf-8")
    return out


@pytest.mark.parametrize("with_scripts", [True, False])
def test_a_former_address_leads_on(browser, folder, with_scripts):
    context = browser.new_context(java_script_enabled=with_scripts)
    page = context.new_page()
    fragment = "#notes" if with_scripts else ""
    page.goto((folder / "cases/tsubame-trial/index.html").as_uri() + fragment)
    page.wait_for_url(f"**/tsubame-r04-3/index.html{fragment}")
    assert page.locator("h1").inner_text() == "図書館の予約受付の試行"
    context.close()
