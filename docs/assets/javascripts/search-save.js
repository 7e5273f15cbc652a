// Saving from the search page: the list as it is shown, and what was not found well. It comes when
// somebody asks for it, and nothing leaves the browser but the file that is saved.
globalThis.senreiSave = (() => {
  function save(name, rows) {
    const cell = value => `"${String(value ?? "").replace(/^(?=[=+\-@])/, "'").replace(/"/g, '""')}"`
    const text = "\ufeff" + rows.map(row => row.map(cell).join(",")).join("\r\n") + "\r\n"
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }))
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  }

  function results(shown, reasonText) {
    save("kensaku.csv", [
      ["順位", "記録", "名前", "区・年度・種類", "合い方", "当たった所", "抜粋", "アドレス"],
      ...shown.map(({ card, hit, why, passage, link }, i) => [i + 1, card.key, card.title, card.about,
        hit.all ? "すべての語" : "一部の語", why.map(reasonText).join("／"), passage ?? card.lead, link.href]),
    ])
  }

  function log(key) {
    const byId = id => document.getElementById(id)
    try {
      byId("sr-keep").checked = localStorage.getItem(key) !== null
      byId("sr-keep").onchange = ({ target }) =>
        target.checked ? localStorage.setItem(key, "[]") : localStorage.removeItem(key)
      byId("sr-log-save").onclick = () => save("mitsukaranai.csv",
        [["探した言葉", "一部の語に合った件数"], ...JSON.parse(localStorage.getItem(key) ?? "[]")])
      byId("sr-log-clear").onclick = () => localStorage.getItem(key) && localStorage.setItem(key, "[]")
    } catch {
      byId("sr-keep").disabled = true
    }
  }

  return { results, log }
})()
