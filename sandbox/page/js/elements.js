// Small makers of elements. Text is always set as text, never read as HTML.

export function element(name, traits = {}, ...children) {
  const node = document.createElement(name);
  if (name === "button") node.type = "button";
  for (const [trait, value] of Object.entries(traits)) give(node, trait, value);
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function give(node, trait, value) {
  if (value === undefined || value === null || value === false) return;
  if (trait === "class") node.className = value;
  else if (trait === "text") node.textContent = value;
  else if (trait === "label") name(node, value);
  else if (trait.startsWith("on")) node.addEventListener(trait.slice(2), value);
  else node.setAttribute(trait, value === true ? "" : value);
}

export function name(node, words) {
  node.setAttribute("aria-label", words);
  node.title = words;
}

// What is drawn anew must not take the place on the page from whoever uses the keyboard.
export function keepingFocus(node, draw) {
  const controls = () => [...node.querySelectorAll("button, input, select, textarea")];
  const at = controls().indexOf(document.activeElement);
  const fresh = draw() || node;
  if (at < 0 || document.activeElement !== document.body) return;
  const within = [...fresh.querySelectorAll("button, input, select, textarea")];
  const near = within.slice(0, at + 1).findLast((one) => !one.disabled);
  (near || within.find((one) => !one.disabled) || fresh).focus();
}

export const find = (id) => document.getElementById(id);

const SHAPES = {
  send: "M4 12 20 4l-5 16-3.5-6.5z",
  attach: "M20 11.5 12.2 19.3a5 5 0 0 1-7-7l8.2-8.3a3.4 3.4 0 0 1 4.8 4.8l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4l7.5-7.5",
  close: "M6 6l12 12M18 6 6 18",
  back: "M15 5l-7 7 7 7",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  plus: "M12 5v14M5 12h14",
  beside: "M4 5h16v14H4zM12 5v14",
  reply: "M10 7 5 12l5 5M5 12h9a5 5 0 0 1 5 5v1",
  down: "M12 4v12M6.5 11 12 16.5 17.5 11M5 20h14",
  sun: "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12 2.5v1.5M12 20v1.5M2.5 12H4M20 12h1.5M5.3 5.3l1 1M17.7 17.7l1 1M5.3 18.7l1-1M17.7 6.3l1-1",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  auto: "M12 3.5a8.5 8.5 0 1 0 0 17zM12 3.5a8.5 8.5 0 0 1 0 17z",
  people: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19a5.5 5.5 0 0 1 11 0M16 11.5a2.5 2.5 0 1 0-1-4.8M16.5 14.2a5 5 0 0 1 4 4.8",
  bolt: "M13 3 5 13.5h6L10.5 21 19 10.5h-6z",
  guide: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM15.5 8.5l-2 5-5 2 2-5z",
  sheet: "M6 3.5h8l4.5 4.5v12.5H6zM14 3.5V8h4.5M9 12.5h6M9 16h6",
  play: "M8 5.5v13l10.5-6.5z",
  stop: "M7 7h10v10H7z",
  mark: "M7 4h10v16l-5-4-5 4z",
};

export function icon(shape) {
  const space = "http://www.w3.org/2000/svg";
  const picture = document.createElementNS(space, "svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.setAttribute("aria-hidden", "true");
  picture.classList.add("icon");
  picture.dataset.shape = shape;
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", SHAPES[shape]);
  picture.append(path);
  return picture;
}

// The round mark of a chat: its first letter on a colour of its own.
export function avatar(title, id) {
  const letter = [...title.trim()][0] || "?";
  return element("span", { class: "avatar", "data-hue": Math.abs(id) % 7, "aria-hidden": "true", text: letter });
}
