// The search box listens to keys only. Text that is pasted, spoken or picked from an input
// method's list arrives without a key, so each input is passed on as one.
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-md-component=search-query]")
  box?.addEventListener("input", () => {
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
  })
})
