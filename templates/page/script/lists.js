
/** The lists, by the names of their sections. */
const lists = new Map();

/** A table with its rows: what is shown of it, by which filters, in which order. */
const listOf = (section) => {
  const table = section.querySelector("table.list");
  const bodies = [...table.tBodies].map((body) => {
    const all = [...body.rows];
    const group = all[0] && all[0].matches(".group") ? all.shift() : null;
    return { body, group, rows: all.map((tr, place) => ({ tr, place, text: null })) };
  });
  const count = section.querySelector("h2 .count");
  const none = element("p", { class: "nothing", hidden: "" }, words.none);
  table.after(none);
  return {
    section, table, bodies, count, none,
    whole: count.textContent,
    heads: [...table.tHead.rows[0].cells],
    rows: bodies.flatMap(({ rows }) => rows),
    filters: new Map(),
    order: null,
  };
};

/** The text of a row, as it is searched; the head of its group belongs to it, but for what explains the group. */
const textOf = (row, group) => {
  const above = group ? [...group.cells[0].childNodes].filter((node) => node.nodeName !== "DETAILS") : [];
  row.text ??= plain([row.tr, ...above].map((node) => node.textContent).join(" "));
  return row.text;
};

/** What a cell can be filtered by. */
const valuesOf = (cell) => {
  if (cell.dataset.v !== undefined) return cell.dataset.v ? [cell.dataset.v] : [];
  const parts = cell.querySelectorAll("span, a");
  const texts = parts.length ? [...parts] : [cell];
  return texts.map((part) => part.textContent.trim()).filter(Boolean);
};

const passes = (list, row) => {
  for (const [column, wanted] of list.filters) {
    if (!valuesOf(row.tr.cells[column]).includes(wanted)) return false;
  }
  return true;
};

/** Shows the rows that are searched for and that pass the filters; says how many there are. */
const narrow = (name) => {
  const list = lists.get(name);
  const asked = plain(state.query).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const { group, rows } of list.bodies) {
    let some = false;
    for (const row of rows) {
      const text = asked.length ? textOf(row, group) : "";
      const fits = asked.every((word) => text.includes(word)) && passes(list, row);
      if (row.tr.hidden === fits) row.tr.hidden = !fits;
      if (fits) { shown += 1; some = true; }
    }
    if (group) group.hidden = !some;
  }
  const total = list.rows.length;
  const whole = shown === total;
  const count = whole ? list.whole : words.shown.replace("{shown}", shown).replace("{total}", total);
  if (list.count.textContent !== count) list.count.textContent = count;
  list.none.hidden = shown > 0;
  list.table.hidden = shown === 0;
  list.shown = shown;
  const badge = tabs.get(name).querySelector(".badge");
  badge.textContent = whole ? badge.dataset.whole : shown;
  badge.classList.toggle("found", asked.length > 0 && shown > 0);
};
