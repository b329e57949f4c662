// The page: its parts, and what makes them draw.
import { addGroup, addPhone, drawChats } from "./chats.js";
import { drawClock } from "./clock.js";
import { find, icon } from "./elements.js";
import { openFirstPanes, showList, updatePanes } from "./layout.js";
import { failed } from "./notices.js";
import { drawTimeline } from "./timeline.js";
import { applyTheme, switchTheme } from "./theme.js";
import { onChange, refresh, watch, world } from "./world.js";
import { applyWords, switchLanguage } from "./words.js";

let opened = false;

onChange(async () => {
  drawClock();
  find("bot-name").textContent = world.bot.first_name;
  if (!opened) openFirstPanes();
  opened = true;
  await Promise.all([updatePanes(), drawTimeline()]);
  drawChats();
});

function redress() {
  applyWords();
  applyTheme();
}

find("back").append(icon("back"));
find("back").addEventListener("click", showList);
find("theme").addEventListener("click", switchTheme);
find("language").addEventListener("click", () => { switchLanguage(); redress(); refresh().catch(failed); });
find("add-phone").addEventListener("click", () => addPhone().catch(failed));
find("add-group").addEventListener("click", () => addGroup().catch(failed));
redress();
watch((lost) => { find("lost").hidden = !lost; });
