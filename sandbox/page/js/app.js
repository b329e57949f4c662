// The page: its parts, and what makes them draw.
import { addGroup, addPhone, drawChats } from "./chats.js";
import { drawClock } from "./clock.js";
import { element, find, icon } from "./elements.js";
import { openFaults } from "./faults.js";
import { openFirstPanes, showList, updatePanes } from "./layout.js";
import { failed } from "./notices.js";
import { drawTimeline } from "./timeline.js";
import { applyTheme, switchTheme } from "./theme.js";
import { onChange, refresh, watch, world } from "./world.js";
import { hasTour, offerTour, openTour, setUpTour } from "./tour.js";
import { applyWords, say, switchLanguage } from "./words.js";

let opened = false;

onChange(async () => {
  drawClock();
  find("bot-name").textContent = world.bot.first_name;
  const first = !opened;
  opened = true;
  if (first) openFirstPanes();
  await Promise.all([updatePanes(), drawTimeline()]);
  drawChats();
  if (first) offerTour().then(drawTools).catch(failed);
});

// Only what this sandbox can do has a button.
function drawTools() {
  find("helpers").replaceChildren(...[
    element("button", { class: "round", label: say("faults"), onclick: () => openFaults().catch(failed) }, icon("bolt")),
    hasTour() && element("button", { class: "round", label: say("tour"), onclick: openTour }, icon("guide")),
  ].filter(Boolean));
}

function redress() {
  applyWords();
  applyTheme();
  drawTools();
}

find("back").append(icon("back"));
find("back").addEventListener("click", showList);
find("theme").addEventListener("click", switchTheme);
find("language").addEventListener("click", () => { switchLanguage(); redress(); refresh().catch(failed); });
find("add-phone").addEventListener("click", () => addPhone().catch(failed));
find("add-group").addEventListener("click", () => addGroup().catch(failed));
setUpTour(() => {});
redress();
watch((lost) => { find("lost").hidden = !lost; });
