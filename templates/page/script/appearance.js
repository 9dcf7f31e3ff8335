
// Kept where the browser lets a page keep something; a file opened from a disk may not.
const appearance = document.getElementById("appearance");
const stored = () => { try { return localStorage.getItem("rapporteur-appearance"); } catch { return null; } };
const store = (value) => { try { localStorage.setItem("rapporteur-appearance", value); } catch { /* for this visit only */ } };

const dress = (value) => {
  if (value === "auto") delete root.dataset.appearance; else root.dataset.appearance = value;
  appearance.value = value;
};
dress(["light", "dark"].includes(stored()) ? stored() : "auto");
appearance.addEventListener("change", () => { dress(appearance.value); store(appearance.value); });

// Texts that are folded are printed whole.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("main details:not([open])")];
  folded.forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => folded.forEach((one) => { one.open = false; }));
