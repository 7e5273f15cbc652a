// Mends of the theme's search box, until a search of our own takes its place.
const KINDS = {
  "cases": "case",
  "contractors": "contractor",
  "certifications": "certification",
  "data-items": "data-item",
  "controls": "control",
  "data-subjects": "data-subject",
  "matters": "matter-type",
  "legal": "article",
  "departments": "department",
  "wards": "ward",
  "meetings": "meeting",
}

document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-md-component=search-query]")
  // The box listens to keys only. Text that is pasted, spoken or picked from an input method's
  // list arrives without a key, so each input is passed on as one.
  box?.addEventListener("input", () => {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  })

  // The dialog has no name for those who hear it.
  document.querySelector("[data-md-component=search]")?.setAttribute("aria-label", "検索")

  // Results say which record they lead to.
  const results = document.querySelector(".md-search-result__list")
  if (results) {
    new MutationObserver(() => {
      for (const result of results.querySelectorAll(":scope > li:not([data-record])")) {
        const path = new URL(result.querySelector("a").href).pathname.split("/")
        const [segment, id] = path.slice(-3)
        if (KINDS[segment]) {
          result.dataset.record = `${KINDS[segment]}/${id}`
        }
      }
    }).observe(results, { childList: true })
  }
})
