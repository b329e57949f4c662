// Puts on the screen what the server has said. Whatever did not change is left alone.
const at = (id) => document.getElementById(id);
const COUNTS = ["present", "late", "excused", "missing"];
const KEY = "wall-language";

let page = {};
let board = null;
let chosen = localStorage.getItem(KEY);

export function takeWords(words) {
  page = words;
  showWords();
}

export function takeBoard(said) {
  board = said;
  showWords();
  showCounts();
  showCode();
}

export function turnLanguage() {
  chosen = language() === "zh" ? "en" : "zh";
  localStorage.setItem(KEY, chosen);
  showWords();
}

export const word = (name) => page[language()]?.[name] ?? "";

function language() {
  return chosen ?? board?.language ?? (navigator.language.startsWith("zh") ? "zh" : "en");
}

function put(id, text) {
  if (at(id).textContent !== text) at(id).textContent = text;
}

function showWords() {
  document.documentElement.lang = language() === "zh" ? "zh-Hans" : "en";
  for (const name of COUNTS) put(`${name}-word`, word(name));
  put("scan", word("scan"));
  put("or", word("or"));
  put("qr-title", word("qr"));
  put("counts-title", word("counts"));
  put("latest-word", word("latest"));
  put("full", word("full"));
  put("language", language() === "zh" ? "EN" : "中文");
  at("language").lang = language() === "zh" ? "en" : "zh-Hans";
  document.title = board ? `${board.words[language()].title} · ${word("page")}` : word("page") || "Muduo";
  if (board) showActivity(board.words[language()]);
}

function showActivity(words) {
  put("title", words.title);
  put("about", [words.unit, words.when, words.where].filter(Boolean).join(" · "));
  put("state", words.state);
  put("spoken", words.spoken);
  at("latest-part").hidden = words.arrivals.length === 0;
  if (words.arrivals.join("\n") === [...at("latest").children].map((one) => one.textContent).join("\n")) return;
  at("latest").replaceChildren(...words.arrivals.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
}

function showCounts() {
  for (const name of COUNTS) put(name, String(board.counts[name]));
}

function showCode() {
  const { code } = board;
  document.body.dataset.code = code ? "shown" : "none";
  if (!code) {
    hideCode();
    return;
  }
  at("qr").setAttribute("viewBox", `0 0 ${code.size} ${code.size}`);
  if (at("squares").getAttribute("d") !== code.path) at("squares").setAttribute("d", code.path);
  put("digits", code.spoken);
}

// A code that may have been replaced is never left standing.
export function hideCode() {
  at("squares").setAttribute("d", "");
  put("digits", "····");
}

export const codeUntil = () => board?.code?.until ?? null;
export const offset = () => board?.offset ?? 0;
