// @ts-check
// A row of a table of steps under the pointer, in focus or linked to leaves only its step bright in the pictures.
(() => {
  const table = document.getElementById("flow-table")
  const section = table?.closest("section")
  if (!table || !section) return
  const rows = [...table.querySelectorAll("tbody tr")]
  const steps = [.../** @type {NodeListOf<SVGElement>} */ (section.querySelectorAll(".df-svg [data-row]"))]
  const mark = () => {
    const marked = rows.flatMap((row, at) => row.matches(":is(:hover, :focus-within, :target)") ? [String(at + 1)] : [])
    for (const step of steps) {
      const own = step.dataset.row?.split(" ") ?? []
      step.classList.toggle("df-dimmed", marked.length > 0 && !marked.some(row => own.includes(row)))
    }
  }
  for (const event of ["mouseover", "mouseout", "focusin", "focusout"]) table.addEventListener(event, mark)
  addEventListener("hashchange", mark)
  mark()
})()
