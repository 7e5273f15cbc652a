// @ts-check
// An address such as compare/?cases=a,b leads to the page that compares the two cases.
(() => {
  const named = new URLSearchParams(location.search).get("cases")?.split(",")
  if (named?.length !== 2) return
  const wanted = new Set([named.join(","), [...named].reverse().join(",")])
  const links = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-cases]"))]
  const link = links.find(one => wanted.has(one.dataset.cases ?? ""))
  if (link) location.replace(link.href)
  else document.querySelector("[data-compare-missing]")?.removeAttribute("hidden")
})()
