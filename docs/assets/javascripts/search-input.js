// @ts-check
// What the theme's search box leaves out.
// While an input method is composing, Enter picks a candidate and nothing else.
addEventListener("keydown", event => {
  if (event.isComposing || event.keyCode === 229) event.stopImmediatePropagation()
}, true)

document.addEventListener("DOMContentLoaded", () => {
  const box = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-md-component=search-query]"))
  const all = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".search-all a"))
  const address = all?.href
  // The box listens to keys only. Text that is pasted, spoken or picked from an input method's
  // list arrives without a key, so each input is passed on as one.
  box?.addEventListener("input", () => {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    if (all) all.href = `${address}?q=${encodeURIComponent(box.value)}`
  })

  // Results say which record they lead to, and how many there are in all.
  const results = document.querySelector(".md-search-result__list")
  if (results) {
    new MutationObserver(() => {
      for (const result of results.querySelectorAll(":scope > li:not([data-record])")) {
        const told = /** @type {HTMLElement | null} */ (result.querySelector("[data-key]"))?.dataset
        if (told?.key) result.setAttribute("data-record", told.key)
        if (results.previousElementSibling) results.previousElementSibling.textContent = told?.total ?? ""
      }
    }).observe(results, { childList: true })
  }
})
