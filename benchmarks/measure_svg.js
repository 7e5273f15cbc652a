// Measures an SVG as a browser shows it; called with the element and the selectors of its tool.
// Lengths are in px at a width of 800, or at the natural width where that is less.
(svg, { nodes, lines, texts }) => {
  const inset = 1.5;
  const scale = Math.min(1, 800 / svg.getBoundingClientRect().width);
  const boxes = (selector) =>
    [...svg.querySelectorAll(selector)].map((element) => element.getBoundingClientRect()).filter((box) => box.width);
  const overlap = (one, other) =>
    one.left + inset < other.right && other.left + inset < one.right &&
    one.top + inset < other.bottom && other.top + inset < one.bottom;
  const holds = (outer, inner) =>
    outer.left - inset <= inner.left && inner.right <= outer.right + inset &&
    outer.top - inset <= inner.top && inner.bottom <= outer.bottom + inset;
  const within = (box, { x, y }, by) =>
    box.left + by < x && x < box.right - by && box.top + by < y && y < box.bottom - by;
  const onScreen = (path) => {
    const matrix = path.getScreenCTM();
    const length = path.getTotalLength();
    const count = Math.max(2, Math.ceil(length / 4));
    return Array.from({ length: count + 1 }, (_, at) =>
      path.getPointAtLength((length * at) / count).matrixTransform(matrix));
  };
  const pairs = (list, claim) => {
    let count = 0;
    list.forEach((one, at) => list.slice(at + 1).forEach((other) => (count += claim(one, other) ? 1 : 0)));
    return count;
  };
  const side = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const meet = (one, other) => {
    for (let i = 1; i < one.length; i++) {
      for (let j = 1; j < other.length; j++) {
        const [a, b, c, d] = [one[i - 1], one[i], other[j - 1], other[j]];
        if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
      }
    }
    return false;
  };
  const shared = (one, other) => {
    const near = one.filter((a) => other.some((b) => Math.hypot(a.x - b.x, a.y - b.y) < 1.5));
    return near.length * 4 > 12 + 8; // samples lie 4 px apart; a crossing shares two of them
  };
  const labels = boxes(texts);
  const places = boxes(nodes);
  const ways = [...svg.querySelectorAll(lines)].map(onScreen);
  const foreign = (way) =>
    places.some((box) => {
      const ends = [way[0], way[way.length - 1]];
      if (ends.some((end) => within(box, end, -12))) return false;
      return way.some((point) => within(box, point, inset));
    });
  const sizes = [...svg.querySelectorAll(texts)].map((element) => {
    const matrix = element.getScreenCTM?.();
    const drawn = matrix ? Math.hypot(matrix.a, matrix.b) : 1;
    return parseFloat(getComputedStyle(element).fontSize) * drawn * scale;
  });
  const frame = svg.getBoundingClientRect();
  return {
    label_label: pairs(labels, overlap),
    label_node: labels.reduce(
      (sum, label) => sum + places.filter((box) => overlap(label, box) && !holds(box, label)).length, 0),
    line_node: ways.filter(foreign).length,
    crossings: pairs(ways, meet),
    line_line: pairs(ways, shared),
    smallest: Math.min(...sizes),
    ratio: frame.height / frame.width,
  };
}
