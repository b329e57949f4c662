// Which panes stand side by side. A narrow screen shows one at a time.
import { find } from "./elements.js";
import { Pane, viewerOf } from "./pane.js";
import { recall, remember } from "./settings.js";
import { chatOf, refresh, world } from "./world.js";

const NARROWEST_PANE = 330;
const AT_FIRST = 3;
const panes = [];
let focused = null;

export const isShown = (chat) => panes.some((one) => one.chat === chat) && (isWide() || focused?.chat === chat && document.body.classList.contains("in-chat"));
export const isOpen = (chat) => panes.some((one) => one.chat === chat);
export const paneOf = (chat) => panes.find((one) => one.chat === chat);
const isWide = () => window.matchMedia("(min-width: 700px)").matches;
const room = () => Math.max(1, Math.floor(find("panes").clientWidth / NARROWEST_PANE));

// `beside` keeps what is open even when there is no more room; the row scrolls then.
export async function openPane(chat, { beside = false } = {}) {
  if (!chatOf(chat)) await refresh();
  let pane = paneOf(chat);
  if (!pane) {
    if (!beside && isWide() && panes.length >= room()) drop(focused || panes.at(-1));
    pane = addPane(chat);
    keep();
  }
  focus(pane);
  document.body.classList.add("in-chat");
  pane.atEnd = true;
  await refresh();
  return pane;
}

// Exactly these chats, in this order.
export async function showOnly(chats) {
  for (const pane of [...panes]) if (!chats.includes(pane.chat)) drop(pane);
  for (const chat of chats) if (!paneOf(chat)) addPane(chat);
  panes.sort((one, other) => chats.indexOf(one.chat) - chats.indexOf(other.chat));
  find("panes").append(...panes.map((one) => one.node));
  focus(panes[0]);
  document.body.classList.add("in-chat");
  keep();
  await refresh();
}

function addPane(chat) {
  const pane = new Pane({ chat, person: viewerOf(chat) }, {
    onClose: () => closePane(pane),
    onOpen: (phone) => openPane(phone, { beside: true }),
  });
  pane.node.addEventListener("focusin", () => focus(pane));
  pane.node.addEventListener("pointerdown", () => focus(pane));
  panes.push(pane);
  find("panes").append(pane.node);
  return pane;
}

function closePane(pane) {
  drop(pane);
  keep();
  if (!isWide() || panes.length === 0) showList();
  refresh();
}

function drop(pane) {
  panes.splice(panes.indexOf(pane), 1);
  pane.node.remove();
  if (focused === pane) focus(panes.at(-1) || null);
}

function focus(pane) {
  focused = pane;
  for (const one of panes) one.node.classList.toggle("focused", one === pane);
  find("nobody").hidden = panes.length > 0;
}

// On a narrow screen only one pane is seen.
export function bringForward(chat) {
  const pane = paneOf(chat);
  if (pane && !isWide()) focus(pane);
}

export function showList() {
  document.body.classList.remove("in-chat");
}

const keep = () => remember("panes", panes.map((one) => one.chat));

export function openFirstPanes() {
  const before = recall("panes", []).filter(chatOf);
  const first = world.people.filter((one) => one.started).slice(0, Math.min(AT_FIRST, room()));
  for (const chat of before.length ? before : first.map((one) => one.id)) addPane(chat);
  focus(panes[0] || null);
}

export async function updatePanes() {
  for (const pane of [...panes]) if (!chatOf(pane.chat)) drop(pane);
  await Promise.all(panes.map((one) => one.update()));
}
