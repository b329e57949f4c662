// The page: its parts, and what makes them draw.
import { addGroup, addPhone, drawChats } from "./chats.js";
import { drawClock } from "./clock.js";
import { element, find, icon } from "./elements.js";
import { openFaults } from "./faults.js";
import { openFirstPanes, showList, updatePanes } from "./layout.js";
import { failed } from "./notices.js";
import { drawTimeline } from "./timeline.js";
import { openRehearsal } from "./rehearsal.js";
import { applyTheme, switchTheme } from "./theme.js";
import { can, onChange, refresh, watch, world } from "./world.js";
import { hasTour, offerTour, openTour, readTour, setUpTour } from "./tour.js";
import { applyWords, say, switchLanguage, tongue } from "./words.js";

let opened = false;
let tools = "";

onChange(async () => {
  drawClock();
  find("bot-name").textContent = world.bot.first_name;
  const first = !opened;
  opened = true;
  if (first) openFirstPanes();
  await Promise.all([updatePanes(), drawTimeline()]);
  drawChats();
  await readTour().catch(failed);
  if (first) offerTour();
  drawTools();
});

// Only what this sandbox can do has a button.
function drawTools() {
  const signature = `${tongue()} ${world.abilities} ${hasTour()}`;
  if (signature === tools) return;
  tools = signature;
  find("helpers").replaceChildren(...[
    can("use_own") && element("button", { class: "round", label: say("own"), onclick: () => openRehearsal().catch(failed) }, icon("sheet")),
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
setUpTour(() => openRehearsal().catch(failed));
// A file that is dropped beside its place must not open in place of the page.
for (const kind of ["dragover", "drop"]) window.addEventListener(kind, (event) => event.preventDefault());
redress();
watch((lost) => { find("lost").hidden = !lost; });
