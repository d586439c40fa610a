for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0], first = [...body.rows];
  table.querySelectorAll("thead th").forEach((head, at) => {
    const button = head.querySelector("button");
    if (!button) return;
    const value = row => row.cells[at].dataset.v ?? row.cells[at].textContent;
    const isNumber = head.classList.contains("n");
    const order = (a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === "" || y === "") return { missing: (x === "") - (y === "") };
      return { by: isNumber ? x - y : x.localeCompare(y, document.documentElement.lang) };
    };
    button.onclick = () => {
      const next = { ascending: "descending", descending: "" }[head.getAttribute("aria-sort") ?? ""] ?? "ascending";
      table.querySelectorAll("th[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
      if (next) head.setAttribute("aria-sort", next);
      const way = next === "descending" ? -1 : 1;
      const compare = (a, b) => { const o = order(a, b); return o.missing ?? way * o.by; };
      body.append(...(next ? [...first].sort(compare) : first));
    };
  });
}
