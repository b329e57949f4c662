// Light, dark, or as the system has it.
import { find, icon, name } from "./elements.js";
import { recall, remember } from "./settings.js";
import { say } from "./words.js";

const TURNS = { auto: "dark", dark: "light", light: "auto" };
const SHAPES = { auto: "auto", dark: "moon", light: "sun" };
let theme = recall("theme", "auto");

export function applyTheme() {
  document.documentElement.dataset.theme = theme;
  find("theme").replaceChildren(icon(SHAPES[theme]));
  name(find("theme"), say(`theme-${theme}`));
}

export function switchTheme() {
  theme = TURNS[theme] || "auto";
  remember("theme", theme);
  applyTheme();
}
