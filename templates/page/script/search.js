
const search = document.getElementById("search");

/** Shows a section; with a search, the overview is all sections with what was found. */
const show = (name) => {
  if (state.section !== name) state.row = null;
  state.section = name;
  tabs.forEach((tab, id) => {
    if (id === name) tab.setAttribute("aria-current", "page"); else tab.removeAttribute("aria-current");
  });
  // On a narrow window the tabs are wider than it.
  const { left, right } = tabs.get(name).getBoundingClientRect();
  if (left < 0 || right > innerWidth) nav.scrollLeft += left - innerWidth / 3;
};

const setQuery = (query) => {
  state.query = query;
  if (search.value !== query) search.value = query;
};

/** Brings the page in line with what is looked at. */
const refresh = () => {
  lists.forEach((_, name) => narrow(name));
  const everything = state.section === "overview" && Boolean(plain(state.query).trim());
  sections.forEach((section) => {
    const list = lists.get(section.id);
    const shown = everything ? Boolean(list?.shown) : section.id === state.section;
    section.classList.toggle("shown", shown);
  });
  main.classList.toggle("everywhere", everything);
  nowhere.hidden = !everything || [...lists.values()].some((list) => list.shown);
  lists.forEach((list) => { list.clear.hidden = !list.filters.size && !state.query; });
  mark();
  keepAddress();
};

const nowhere = element("p", { class: "nothing", role: "status", hidden: "" }, words.none);
main.append(nowhere);

/** Marks the words that were found, without a change to the page's elements. */
const mark = () => {
  if (!window.Highlight || !CSS.highlights) return;
  CSS.highlights.delete("found");
  const asked = state.query.toLowerCase().split(/\s+/).filter((word) => word.length > 1);
  if (!asked.length) return;
  const ranges = [];
  for (const section of sections.filter((one) => one.matches(".shown"))) {
    const rows = (lists.get(section.id)?.rows ?? []).filter(({ tr }) => !tr.hidden).slice(0, 300);
    rows.forEach(({ tr }) => addRanges(tr, asked, ranges));
  }
  CSS.highlights.set("found", new Highlight(...ranges));
};

const addRanges = (tr, asked, ranges) => {
  const walker = document.createTreeWalker(tr, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.toLowerCase();
    if (text.length !== walker.currentNode.length) continue;
    for (const word of asked) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + word.length);
        ranges.push(range);
      }
    }
  }
};

let waiting = 0;
search.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { setQuery(search.value); refresh(); }, 60);
});
