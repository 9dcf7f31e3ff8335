
(() => {
"use strict";
// The page is complete without this script. All it does is hide, show, order and mark what stands there; what documents
// say is only ever read as text and written as text.
const root = document.documentElement;
// Should the script fail before it is ready, the page stays whole.
addEventListener("error", () => root.classList.add("plain"));
const words = document.getElementById("words").dataset;
const sections = [...document.querySelectorAll("main > section")];
const main = document.getElementById("main");
const nav = document.querySelector("nav");
const tabs = new Map([...nav.querySelectorAll("a")].map((a) => [a.getAttribute("href").slice(1), a]));
const collator = new Intl.Collator(root.lang, { numeric: true, sensitivity: "base" });

/** What is looked at: the section, a row of it, and what is searched for. */
const state = { section: "overview", row: null, query: "" };

/** Text as it is compared: without case, accents and vowel marks. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** An element with its attributes and what it holds. */
const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...children);
  return made;
};
