// @ts-check
// The page of the search log: words that were not found well, kept in this browser only.
(() => {
  const LOG = "senrei-search-log"
  const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id))
  const keep = /** @type {HTMLInputElement} */ (byId("sr-keep"))
  const area = /** @type {HTMLTextAreaElement} */ (byId("sr-log-text"))
  const table = /** @type {HTMLTableSectionElement} */ (byId("sr-log-rows"))
  /** @type {(name: string, rows: unknown[][]) => void} */
  let save
  globalThis.senreiPart = (_, data) => { save = data }

  /** @returns {SearchLog} */
  function read() {
    try {
      return JSON.parse(localStorage.getItem(LOG) ?? "{}")
    } catch {
      return {}
    }
  }

  /** @param {SearchLog} log */
  function write(log) {
    try {
      localStorage.setItem(LOG, JSON.stringify(log))
    } catch { /* a browser may refuse to keep anything */ }
    show()
  }

  const rows = () => [["探した言葉", "合った件数", "探した回数"], ...(read().kept ?? [])]

  function show() {
    const { off, kept = [] } = read()
    keep.checked = !off
    byId("sr-log-tools").hidden = !kept.length
    byId("sr-log-empty").hidden = kept.length > 0
    table.replaceChildren(...[...kept].reverse().map(row => {
      const line = document.createElement("tr")
      for (const value of row) line.insertCell().textContent = `${value}`
      const link = document.createElement("a")
      link.href = `../index.html?q=${encodeURIComponent(row[0])}`
      link.textContent = row[0]
      line.cells[0].replaceChildren(link)
      return line
    }))
    byId("sr-log-table").hidden = !kept.length
  }

  keep.onchange = () => write({ off: !keep.checked, kept: read().kept })
  byId("sr-log-clear").onclick = () => write({ off: read().off })
  byId("sr-log-save").onclick = () => save("mitsukaranai.csv", rows())
  byId("sr-log-copy").onclick = () => {
    area.value = rows().map(row => row.join("\t")).join("\n")
    area.hidden = false
    area.select()
    // A page from disk may not use the clipboard of newer browsers.
    const isCopied = document.execCommand("copy")
    byId("sr-log-said").textContent = isCopied ? "写しました。" : "下の欄を選んで写してください。"
  }
  show()
})()
