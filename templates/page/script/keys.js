
const help = document.getElementById("help");
document.getElementById("help-button").addEventListener("click", () => help.showModal());
help.addEventListener("click", (event) => { if (event.target === help) help.close(); });

/** The rows that can be gone to, from the top. */
const visibleRows = () =>
  [...document.querySelectorAll("section.shown .list tbody tr:not(.group)")].filter((tr) => !tr.hidden);

/** Makes a row the chosen one, and brings it into view. */
const choose = (tr) => {
  tr.tabIndex = -1;
  tr.focus({ preventScroll: true });
  tr.scrollIntoView({ block: "nearest" });
  const top = root.style.getPropertyValue("--top");
  const covered = parseFloat(top) + 48 - tr.getBoundingClientRect().top;
  if (covered > 0) scrollBy(0, -covered);
  state.row = tr.id || null;
  keepAddress();
};

const chosen = () => document.activeElement?.closest?.(".list tbody tr:not(.group)") ?? null;

/** Goes some rows on; to the first one where none is chosen. */
const step = (by) => {
  const rows = visibleRows();
  const kept = state.row && document.getElementById(state.row);
  const at = rows.indexOf(chosen() ?? kept);
  const next = at < 0 ? rows[by > 0 ? 0 : rows.length - 1] : rows[at + by];
  if (next) choose(next);
};

/** Follows the first link of a row, or opens its text where it has none. */
const open = (tr) => {
  const text = tr.querySelector("details");
  const link = tr.querySelector("a[href]");
  if (link && !text) link.click();
  else if (text) text.open = !text.open;
};

const leave = () => {
  if (state.query) { setQuery(""); refresh(); }
  else if (chosen()) { document.activeElement.blur(); state.row = null; keepAddress(); }
  else if (document.activeElement === search) search.blur();
};

const typing = (target) => target.matches?.("input, textarea, select, [contenteditable]");

const keys = {
  "/": () => { search.focus(); search.select(); },
  "?": () => help.showModal(),
  j: () => step(1),
  k: () => step(-1),
};

const rowKeys = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Enter: () => open(chosen()),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || help.open) return;
  if (event.key === "Escape") { leave(); return; }
  const onRow = event.target.matches?.(".list tbody tr");
  const fromSearch = event.target === search && ["ArrowDown", "Enter"].includes(event.key);
  const act = fromSearch ? () => step(1) : typing(event.target) ? null : keys[event.key] ?? (onRow ? rowKeys[event.key] : null);
  if (!act) return;
  event.preventDefault();
  act();
});

// A click beside a link chooses the row, so that its address can be copied and the keys go on from it.
document.addEventListener("click", (event) => {
  const tr = event.target.closest?.(".list tbody tr:not(.group)");
  const busy = event.target.closest?.("a, summary, button, input, select") || String(getSelection());
  if (tr && !busy) choose(tr);
});
