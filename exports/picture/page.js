"use strict";
const items = JSON.parse(document.getElementById("items").textContent);
const svg = document.querySelector("main svg");
const elements = new Map();
for (const element of document.querySelectorAll("[data-i]")) {
  const number = Number(element.dataset.i);
  if (!elements.has(number)) elements.set(number, []);
  elements.get(number).push(element);
}
const all = (number, change) => (elements.get(number) || []).forEach(change);

// The legend and the slider hide; a line goes with either of its ends.
const boxes = [...document.querySelectorAll("#legend input[data-kind]")];
const slider = document.getElementById("until");
const days = slider ? slider.dataset.dates.split(" ") : [];
function show() {
  const off = new Set(boxes.filter(box => !box.checked).map(box => box.dataset.kind));
  const day = slider ? days[Number(slider.value)] : "";
  if (slider) document.getElementById("day").textContent = day;
  const hidden = items.map(item => off.has(item.kind) || Boolean(day && item.date && item.date > day));
  for (let again = true; again;) {  // a mark goes with its thing, and a line with the mark
    again = false;
    items.forEach((item, i) => {
      if (!hidden[i] && (item.ends || []).some(end => hidden[end])) { hidden[i] = true; again = true; }
    });
  }
  items.forEach((_, i) => all(i, element => element.classList.toggle("off", hidden[i])));
}
boxes.forEach(box => box.addEventListener("change", show));
if (slider) slider.addEventListener("input", show);

// Tooltips are text nodes, never markup; what stands between two marks is bold. A click keeps one, to copy from it.
const tip = document.getElementById("tip");
let kept = null;
function fill(told) {
  tip.textContent = "";
  told.split("\x1f").forEach((part, i) => {
    const place = i % 2 ? tip.appendChild(document.createElement("b")) : tip;
    place.append(part);
  });
}
function place(x, y) {
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(x + 14, innerWidth - width - 4)) + "px";
  tip.style.top = Math.max(4, y + 14 + height < innerHeight ? y + 14 : y - height - 10) + "px";
}
const numberAt = event => {
  const element = event.target.closest ? event.target.closest("[data-i]") : null;
  return element ? Number(element.dataset.i) : null;
};
document.addEventListener("mousemove", event => {
  if (kept !== null || dragged) return;
  const number = numberAt(event);
  if (number === null || !items[number].tooltip) { tip.hidden = true; return; }
  fill(items[number].tooltip);
  place(event.clientX, event.clientY);
});

// A click keeps what is beside a thing clear and fades the rest.
const beside = number => {
  const near = new Set([number]);
  for (const reached of [number, ...linesAt(number).flatMap(i => items[i].ends)]) {
    // Through a mark, to all who take part in it.
    if (reached === number || items[reached].mark) for (const i of linesAt(reached)) { near.add(i); items[i].ends.forEach(end => near.add(end)); }
  }
  (items[number].ends || []).forEach(end => near.add(end));
  return near;
};
const linesAt = number => items.flatMap((item, i) => (item.ends || []).includes(number) ? [i] : []);
function fade(near) {
  items.forEach((_, i) => all(i, element => element.classList.toggle("faded", Boolean(near) && !near.has(i))));
}
function keep(number, x, y) {
  kept = number;
  tip.classList.toggle("kept", number !== null);
  if (number === null) { tip.hidden = true; fade(null); return; }
  fill(items[number].tooltip || "");
  place(x, y);
  fade(beside(number));
}
document.addEventListener("click", event => {
  if (tip.contains(event.target) || event.target.closest("header") || moved) return;
  keep(numberAt(event), event.clientX, event.clientY);
});
document.addEventListener("keydown", event => { if (event.key === "Escape") keep(null); });

// Zoom and move.
const home = svg ? svg.getAttribute("viewBox") : null;
let dragged = null, moved = false;
const fitted = svg && svg.classList.contains("fitted");
if (fitted) {
  const box = svg.viewBox.baseVal;
  const scale = () => Math.max(box.width / svg.clientWidth, box.height / svg.clientHeight);
  svg.addEventListener("wheel", event => {
    event.preventDefault();
    const by = Math.exp(event.deltaY / 500), at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    box.x = at.x + (box.x - at.x) * by; box.y = at.y + (box.y - at.y) * by;
    box.width *= by; box.height *= by;
  }, { passive: false });
  svg.addEventListener("mousedown", event => { dragged = { x: event.clientX, y: event.clientY }; moved = false; });
  document.addEventListener("mousemove", event => {
    if (!dragged || !event.buttons) { dragged = null; return; }
    const x = event.clientX - dragged.x, y = event.clientY - dragged.y;
    if (!moved && Math.hypot(x, y) < 4) return;
    moved = true;
    const by = scale();
    box.x -= x * by; box.y -= y * by;
    dragged = { x: event.clientX, y: event.clientY };
  });
  document.addEventListener("mouseup", () => { dragged = null; });
  document.getElementById("whole").addEventListener("click", () => { svg.setAttribute("viewBox", home); keep(null); });
} else {
  document.getElementById("whole").hidden = true;
}

// Names are sought without regard to case and accents, whole ones before beginnings before parts; Enter again goes on.
const folded = words => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
const named = items.flatMap((item, number) => item.name ? [{ number, name: item.name, folded: folded(item.name) }] : []);
const names = document.getElementById("names"), search = document.getElementById("find");
for (const name of new Set(named.map(n => n.name))) {
  const option = document.createElement("option");
  option.value = name;
  names.append(option);
}
search.hidden = !named.length;
let sought = "", turn = 0;
function find() {
  const wanted = folded(search.value);
  turn = wanted === sought ? turn + 1 : 0;
  sought = wanted;
  const fits = [t => t === wanted, t => t.startsWith(wanted), t => t.includes(wanted)];
  const found = wanted ? [...new Set(fits.flatMap(fit => named.filter(n => fit(n.folded))))] : [];
  document.querySelectorAll(".found").forEach(element => element.classList.remove("found"));
  search.setCustomValidity(wanted && !found.length ? "Nothing of that name is in the picture." : "");
  search.reportValidity();
  if (!found.length) { keep(null); return; }
  const { number } = found[turn % found.length];
  all(number, element => element.classList.add("found"));
  const element = elements.get(number)[0];
  element.scrollIntoView({ block: "center", inline: "nearest" });
  const { right, top } = element.getBoundingClientRect();
  keep(number, right, top);
}
search.addEventListener("keydown", event => { if (event.key === "Enter") find(); });
search.addEventListener("input", event => { if (event.inputType === "insertReplacementText") find(); });
show();
