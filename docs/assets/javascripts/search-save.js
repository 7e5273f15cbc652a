// @ts-check
// Saving rows as a CSV file that Excel reads; nothing leaves the browser but the file that is saved.
senreiPart("save", (/** @type {string} */ name, /** @type {unknown[][]} */ rows) => {
  const cell = (/** @type {unknown} */ value) => `"${String(value ?? "").replace(/^(?=[=+\-@\t])/, "'").replace(/"/g, '""')}"`
  const text = `\ufeff${rows.map(row => row.map(cell).join(",")).join("\r\n")}\r\n`
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
})
