// The page of the search log: words that were not found well, kept in this browser only.
const LOG = "senrei-search-log"
const byId = id => document.getElementById(id)
let save
globalThis.senreiPart = (_, data) => { save = data }

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(LOG)) ?? {}
  } catch {
    return {}
  }
}

function write(log) {
  try {
    localStorage.setItem(LOG, JSON.stringify(log))
  } catch { /* a browser may refuse to keep anything */ }
  show()
}

const rows = () => [["探した言葉", "合った件数", "探した回数"], ...(read().kept ?? [])]

function show() {
  const { off, kept = [] } = read()
  byId("sr-keep").checked = !off
  byId("sr-log-tools").hidden = !kept.length
  byId("sr-log-empty").hidden = kept.length > 0
  byId("sr-log-rows").replaceChildren(...[...kept].reverse().map(row => {
    const line = document.createElement("tr")
    for (const value of row) line.insertCell().textContent = value
    const link = document.createElement("a")
    link.href = `../index.html?q=${encodeURIComponent(row[0])}`
    link.textContent = row[0]
    line.cells[0].replaceChildren(link)
    return line
  }))
  byId("sr-log-table").hidden = !kept.length
}

byId("sr-keep").onchange = ({ target }) => write({ off: !target.checked, kept: read().kept })
byId("sr-log-clear").onclick = () => write({ off: read().off })
byId("sr-log-save").onclick = () => save("mitsukaranai.csv", rows())
byId("sr-log-copy").onclick = async () => {
  const text = rows().map(row => row.join("\t")).join("\n")
  const area = byId("sr-log-text")
  area.value = text
  area.hidden = false
  area.select()
  // A page from disk may not use the clipboard of newer browsers.
  const isCopied = document.execCommand("copy")
  byId("sr-log-said").textContent = isCopied ? "写しました。" : "下の欄を選んで写してください。"
}
show()
