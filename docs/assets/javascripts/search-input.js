// Two mends of the theme's search box, until a search of our own takes its place.
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-md-component=search-query]")
  // The box listens to keys only. Text that is pasted, spoken or picked from an input method's
  // list arrives without a key, so each input is passed on as one.
  box?.addEventListener("input", () => {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  })
  // The dialog has no name for those who hear it.
  document.querySelector("[data-md-component=search]")?.setAttribute("aria-label", "検索")
})
