
/** The columns that can be filtered by, with their names in addresses. */
const filtered = (list) =>
  list.heads.map((head, column) => ({ head, column, key: head.dataset.filter })).filter(({ key }) => key);

/** How often each value of a column is met. */
const counted = (list, column) => {
  const counts = new Map();
  for (const { tr } of list.rows) {
    for (const value of valuesOf(tr.cells[column])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => collator.compare(one, other));
};

/** A choice for each column that has something to choose from. */
const addFilters = (name) => {
  const list = lists.get(name);
  const bar = element("div", { class: "filters" });
  list.selects = new Map();
  for (const { head, column, key } of filtered(list)) {
    const values = counted(list, column);
    const some = values.reduce((sum, [, count]) => sum + count, 0);
    if (!values.length || (values.length === 1 && some === list.rows.length)) continue;
    const select = element("select", { name: key }, element("option", { value: "" }, words.all));
    select.append(...values.map(([value, count]) => {
      const option = element("option", { dir: "auto" }, `${value} (${count})`);
      option.value = value;
      return option;
    }));
    select.addEventListener("change", () => {
      setFilter(name, key, select.value);
      refresh();
    });
    bar.append(element("label", {}, head.dataset.label ?? head.textContent, select));
    list.selects.set(key, select);
  }
  const clear = element("button", { type: "button", hidden: "" }, words.clear);
  clear.addEventListener("click", () => { clearFilters(name); setQuery(""); refresh(); });
  bar.append(clear);
  list.clear = clear;
  list.table.before(bar);
};

/** Sets or takes away a filter; one that the list does not have is left alone. */
const setFilter = (name, key, value) => {
  const list = lists.get(name);
  const found = filtered(list).find((one) => one.key === key);
  if (!found) return;
  if (value) list.filters.set(found.column, value); else list.filters.delete(found.column);
  const select = list.selects.get(key);
  if (!select) return;
  select.value = value;
  select.classList.toggle("set", Boolean(value));
};

const clearFilters = (name) => filtered(lists.get(name)).forEach(({ key }) => setFilter(name, key, ""));
