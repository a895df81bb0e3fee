// The page: the search box, what it finds, keys, and printing. It ranks nothing: that is `Search`.

const byId = (id) => document.getElementById(id);
const box = byId("q"), told = byId("s"), results = byId("results"), all = byId("all"), contents = document.querySelector("nav");
const cards = [...document.querySelectorAll("#answers>details")];
const SHOWN = 8;
const still = told.textContent;
const homes = new Map();
let engine = null;

// What is searched of an answer: as the command line has it, from what stands on the page.
function answerOf(card, wordings) {
  const lines = [...card.querySelectorAll(".b p:not(.n,.a,.t,.u,.r),.b li,.x td,.x th,pre")].map((part) => part.textContent);
  const figures = card.querySelector(".f"), name = figures && figures.dataset.n ? figures.dataset.n + " " : "";
  const shared = card.querySelector(".t");
  for (const figure of figures ? figures.children : []) {
    const label = figure.querySelector("dt"), own = label.textContent;
    lines.push(`${own.startsWith(name.trim()) ? "" : name}${[...label.childNodes].map((part) => part.textContent).join(" ")} `
      + `${figure.querySelector("dd").textContent} ${shared ? shared.textContent : ""}`);
  }
  return { title: card.querySelector("h3").textContent, body: lines.join("\n"), wordings };
}

function search() {
  if (engine) return engine;
  const said = unpacked(R.wordings);
  return (engine = new Search(cards.map((card, place) => answerOf(card, said[place]))));
}

function bringHome() {
  for (const [card, home] of homes) {
    home.replaceWith(card);
    card.open = false;
  }
  homes.clear();
}

function take(card) {
  const home = document.createComment("");
  card.before(home);
  homes.set(card, home);
  results.append(card);
}

function show() {
  bringHome();
  const asked = box.value.trim();
  results.hidden = !asked;
  all.hidden = contents.hidden = Boolean(asked);
  if (!asked) return tell(still);
  const found = search().find(box.value, true);
  if (!found) return tell("Add the thing it is about.");
  const best = found.ranked.slice(0, SHOWN).map(([place]) => cards[place]);
  best.forEach(take);
  if (best.length) best[0].open = true;
  tell(sentence(found, best.length));
}

function sentence(found, count) {
  const instead = found.corrections.map(([typed, meant]) => `“${meant}” for “${typed}”`).join(", ");
  const searched = instead ? ` Searched ${instead}.` : "";
  if (!count) return "No answer on that." + searched;
  if (!found.answered) return `No answer on that yet. The nearest:${searched}`;
  return (count === 1 ? "1 answer." : `${count} answers, the best first.`) + searched;
}

function tell(text) {
  if (told.textContent !== text) told.textContent = text;
}

function clear() {
  box.value = "";
  show();
}

// An address of a part that is folded or set aside: it is brought out first.
function follow(hash) {
  const target = hash.length > 1 && byId(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  whole();
  if (all.hidden && !results.contains(target)) clear();
  for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
  const card = target.closest(".c") || target;
  card.scrollIntoView();
  const first = card.querySelector("summary");
  if (first) first.focus({ preventScroll: true });
}

const summaries = () => [...results.querySelectorAll(".c>summary")];

function step(event, by) {
  const found = summaries(), at = found.indexOf(document.activeElement);
  if (!found.length || (at < 0 && document.activeElement !== box)) return;
  event.preventDefault();
  const next = found[at + by];
  (next || (by < 0 ? box : found[found.length - 1])).focus();
}

const keys = {
  ArrowDown: (event) => step(event, 1),
  ArrowUp: (event) => document.activeElement !== box && step(event, -1),
  Escape: () => (clear(), box.focus()),
  "/": (event) => document.activeElement !== box && (event.preventDefault(), box.focus(), box.select()),
};

let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const part of closed) part.open = true;
});
addEventListener("afterprint", () => closed.forEach((part) => (part.open = false)));
addEventListener("hashchange", () => follow(location.hash));
addEventListener("keydown", (event) => {
  if (keys[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) keys[event.key](event);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link && link.hash === location.hash) follow(link.hash);
});
box.addEventListener("input", show);
byId("f").addEventListener("submit", (event) => {
  event.preventDefault();
  if (summaries().length) summaries()[0].focus();
});
// Hundreds of answers are laid out once the head of the page and its search box have been painted.
const whole = () => document.documentElement.classList.add("whole");
const [visit] = performance.getEntriesByType("navigation");
if (location.hash || !visit || visit.type !== "navigate") whole();
else requestAnimationFrame(() => setTimeout(whole));
setTimeout(whole, 500); // a page in the background paints nothing
addEventListener("beforeprint", whole);
byId("f").hidden = false;
if (box.value) show();
if (location.hash) follow(location.hash);
(window.requestIdleCallback || setTimeout)(search);
