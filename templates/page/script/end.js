
for (const section of sections) {
  if (!section.querySelector("table.list")) continue;
  lists.set(section.id, listOf(section));
  addFilters(section.id);
  addSorting(section.id);
}
document.querySelectorAll("a[data-filter]").forEach((a) => a.setAttribute("href", a.getAttribute("href") + a.dataset.filter));

// Cells say what they are where a row is drawn as a card.
const cards = matchMedia("screen and (max-width: 60rem)");
const nameCells = () => {
  if (!cards.matches) return;
  lists.forEach(({ heads, rows }) => rows.forEach(({ tr }) => {
    [...tr.cells].slice(1).forEach((cell, at) => {
      const head = heads[at + 1];
      if (!("plain" in head.dataset)) cell.dataset.head = head.textContent;
    });
  }));
};
cards.addEventListener("change", nameCells);

const header = document.querySelector("header.top");
const measure = () => root.style.setProperty("--top", `${header.offsetHeight}px`);
new ResizeObserver(measure).observe(header);

root.classList.add("scripted");
measure();
nameCells();
addEventListener("hashchange", follow);
follow();
})();
