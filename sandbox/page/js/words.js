// The words of the page, and how it writes times: always the organisation's, wherever the browser stands.
import { name } from "./elements.js";
import { recall, remember } from "./settings.js";
import { EN } from "./words-en.js";
import { ZH } from "./words-zh.js";

const TONGUES = { zh: ZH, en: EN };
let language = recall("language", navigator.language.startsWith("zh") ? "zh" : "en");
let zone;

export const tongue = () => language;
const locale = () => (language === "zh" ? "zh-CN" : "en-GB");
export const useZone = (named) => { zone = named || undefined; };

export function say(key, values = {}) {
  return TONGUES[language][key].replace(/\{(\w+)\}/g, (_, one) => values[one]);
}

// Words that come from the sandbox in both languages.
export const inTongue = (both) => both[language];

// Making a writer of times is slow, using it is not; there are a handful of kinds.
const writers = new Map();

function written(at, tag, parts) {
  const key = JSON.stringify([tag, zone, parts]);
  if (!writers.has(key)) writers.set(key, new Intl.DateTimeFormat(tag, { ...parts, timeZone: zone }));
  return writers.get(key).format(new Date(at));
}

export const moment = (at, parts) => written(at, locale(), parts);
export const clockTime = (at) => moment(at, { hour: "2-digit", minute: "2-digit" });
export const dayAndTime = (at) => moment(at, { month: "short", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit" });
export const dayOf = (at) => written(at, "sv-SE", { year: "numeric", month: "2-digit", day: "2-digit" });
export const shortDay = (at) => moment(at, { year: "numeric", month: "short", day: "numeric", weekday: "short" });
export const longDay = (at) => moment(at, { year: "numeric", month: "long", day: "numeric", weekday: "long" });

export function switchLanguage() {
  language = language === "zh" ? "en" : "zh";
  remember("language", language);
}

// Everything in the page's own markup that carries words.
export function applyWords() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) name(node, say(node.dataset.label));
  for (const node of document.querySelectorAll("[data-hint]")) {
    node.placeholder = say(node.dataset.hint);
    node.setAttribute("aria-label", say(node.dataset.hint));
  }
}
