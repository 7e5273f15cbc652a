// An address such as compare/?cases=a,b leads to the page that compares the two cases.
const named = new URLSearchParams(location.search).get("cases")?.split(",");
if (named?.length === 2) {
  const wanted = new Set([named.join(","), [...named].reverse().join(",")]);
  const links = [...document.querySelectorAll("[data-cases]")];
  const found = links.find((link) => wanted.has(link.dataset.cases));
  if (found) {
    location.replace(found.href);
  } else {
    document.querySelector("[data-compare-missing]").hidden = false;
  }
}
