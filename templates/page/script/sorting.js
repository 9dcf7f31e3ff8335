
/** What a cell is sorted by: a day by its date, anything else by its text. */
const keyOf = (cell) => cell.querySelector("time")?.dateTime ?? cell.textContent.trim();

/** The names of columns in addresses: their places, which hold in every language. */
const addSorting = (name) => {
  const list = lists.get(name);
  list.heads.forEach((head, column) => {
    const button = element("button", { type: "button" }, ...head.childNodes);
    button.addEventListener("click", () => {
      const now = list.order;
      const next = now?.column !== column ? { column, down: false } : now.down ? null : { column, down: true };
      sort(name, next);
      refresh();
    });
    head.append(button);
  });
};

/** Orders the rows within their groups by a column, or as they stood; empty cells come last. */
const sort = (name, order) => {
  const list = lists.get(name);
  const same = list.order?.column === order?.column && list.order?.down === order?.down;
  if (same) return;
  list.order = order;
  list.heads.forEach((head, column) => {
    if (column === order?.column) head.setAttribute("aria-sort", order.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  });
  list.table.classList.toggle("sorted", Boolean(order));
  for (const { body, rows } of list.bodies) {
    body.append(...ordered(rows, order).map(({ tr }) => tr));
  }
};

const ordered = (rows, order) => {
  if (!order) return rows;
  const keyed = rows.map((row) => ({ row, tr: row.tr, key: keyOf(row.tr.cells[order.column]) }));
  const sign = order.down ? -1 : 1;
  keyed.sort((one, other) => {
    if (!one.key || !other.key) return Boolean(other.key) - Boolean(one.key) || one.row.place - other.row.place;
    return sign * collator.compare(one.key, other.key) || one.row.place - other.row.place;
  });
  return keyed;
};
