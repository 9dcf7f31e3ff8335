
// An address says all that is looked at: #documents/SG20-TD104?q=energy&kind=Report&sort=3&down=1

/** What an address says; its row as it is written there. */
const parsed = (hash) => {
  const [place, query] = hash.replace(/^#/, "").split(/\?(.*)/s);
  const path = decoded(place);
  const [section, ...row] = path.split("/");
  return { section, row: row.join("/"), path, query: query === undefined ? null : new URLSearchParams(query) };
};

const decoded = (text) => {
  try { return decodeURIComponent(text); } catch { return text; }
};

/** The address of what is looked at. */
const address = () => {
  const query = new URLSearchParams();
  if (state.query) query.set("q", state.query);
  const list = lists.get(state.section);
  if (list) {
    filtered(list).forEach(({ column, key }) => list.filters.has(column) && query.set(key, list.filters.get(column)));
    if (list.order) query.set("sort", list.order.column + 1);
    if (list.order?.down) query.set("down", "1");
  }
  const place = encodeURI(state.row ?? state.section);
  return `#${place}${query.size ? `?${query}` : ""}`;
};

/** Puts what is looked at into the address, without a step back to it. */
const keepAddress = () => {
  const said = location.hash || "#overview";
  if (said !== address()) history.replaceState(null, "", address());
};

/** The row that is meant: by its whole id, or by a number that leaves out group, revision or subgroup. */
const rowOf = (section, row, path) => {
  const whole = document.getElementById(path);
  if (whole) return whole;
  const list = lists.get(section);
  if (!list || !row) return null;
  const wanted = row.toLowerCase();
  const named = list.rows.map(({ tr }) => ({ tr, name: tr.id.slice(section.length + 1).toLowerCase() }));
  const bare = (name) => name.replace(/^.*?-(?=[a-z]+\d)/, "").replace(/\/.*$/, "");
  const fits = [
    (name) => bare(name) === wanted,
    (name) => bare(name) === bare(wanted),
    (name) => bare(name).replace(/(\d)r\d+$/, "$1") === bare(wanted).replace(/(\d)r\d+$/, "$1"),
  ];
  for (const fit of fits) {
    const found = named.find(({ name }) => fit(name));
    if (found) return found.tr;
  }
  return null;
};

/** Sets what a query says: what it leaves out is off. */
const take = (section, query) => {
  setQuery(query.get("q") ?? "");
  const list = lists.get(section);
  if (!list) return;
  filtered(list).forEach(({ key }) => setFilter(section, key, query.get(key) ?? ""));
  const column = Number(query.get("sort")) - 1;
  sort(section, column >= 0 && column < list.heads.length ? { column, down: query.get("down") === "1" } : null);
};

/** Goes where the address leads. */
const follow = () => {
  const { section, row, path, query } = parsed(location.hash);
  if (path === "main") return;
  const known = sections.some(({ id }) => id === section) ? section : "overview";
  show(known);
  if (query) take(known, query);
  const tr = row ? rowOf(known, row, path) : null;
  state.row = tr?.id ?? null;
  refresh();
  if (tr?.hidden) { clearFilters(known); setQuery(""); refresh(); }
  if (tr) choose(tr); else scrollTo(0, 0);
};
