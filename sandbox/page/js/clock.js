// The clock on top: what time it is in the sandbox, and the ways to move it.
import { act, pause } from "./api.js";
import { done } from "./deeds.js";
import { element, find, icon, name } from "./elements.js";
import { failed } from "./notices.js";
import { recall, remember } from "./settings.js";
import { can, refresh, world } from "./world.js";
import { clockTime, dayAndTime, say, shortDay, tongue, useZone } from "./words.js";

const DAY_SECONDS = 86400;
const PLAYED_DAYS = 30;
// How long a played day lasts at least, in milliseconds.
const SPEEDS = { calm: 1500, brisk: 500, fast: 0 };
let drawn = "";
let playing = null;

export function drawClock() {
  useZone(world.clock.zone);
  find("now").replaceChildren(element("b", { text: clockTime(world.clock.now) }), element("span", { text: shortDay(world.clock.now) }));
  find("moves").hidden = !world.clock.movable;
  const signature = `${tongue()} ${Boolean(playing)}`;
  if (drawn !== signature) drawMoves(signature);
  aim("next", world.clock.next_event, { words: "atTheLatest", otherwise: "nothingPlanned" });
  aim("to-deadline", world.clock.deadline, { words: "at", otherwise: "noDeadline" });
}

// A button that goes somewhere says where, and rests when there is nothing to go to.
// What is not planned yet may be heard before the next event that is.
function aim(id, at, { words, otherwise }) {
  const node = find(id);
  name(node, `${node.textContent}: ${at ? say(words, { at: dayAndTime(at) }) : say(otherwise)}`);
  node.disabled = !at || Boolean(playing);
}

function drawMoves(signature) {
  drawn = signature;
  const still = Boolean(playing);
  find("moves").replaceChildren(
    element("button", { id: "next", class: "main", text: say("next"), onclick: () => move({ next_event: true }) }),
    element("button", { text: say("hour"), disabled: still, onclick: () => move({ seconds: 3600 }) }),
    element("button", { text: say("day"), disabled: still, onclick: () => move({ seconds: DAY_SECONDS }) }),
    element("button", { id: "to-deadline", text: say("toDeadline"), onclick: () => move({ deadline: true }) }),
    player(),
  );
}

function player() {
  const speed = element("select", { label: say("speed") }, ...Object.keys(SPEEDS).map((one) => element(
    "option", { value: one, text: say(`speed-${one}`), selected: one === recall("speed", "brisk") })));
  speed.addEventListener("change", () => remember("speed", speed.value));
  const button = element("button", { id: "play", class: playing ? "stop" : "", onclick: () => (playing ? stop() : play().catch(failed)) },
    icon(playing ? "stop" : "play"), element("span", { text: say(playing ? "stop" : "playMonth") }));
  return element("span", { class: "player" }, button, speed);
}

export async function move(way) {
  document.body.classList.add("moving");
  try {
    if (can("keep_moment")) await act("keep_moment");
    await act("time", way);
    await refresh();
    done({ clock: way.next_event ? "next" : "other" });
  } catch (error) {
    failed(error);
  } finally {
    document.body.classList.remove("moving");
  }
}

// Day by day, so that the chats are seen to fill; the end is the same time of day.
async function play() {
  const run = { stopped: false };
  playing = run;
  try {
    for (let day = 0; day < PLAYED_DAYS && !run.stopped; day += 1) {
      await Promise.all([move({ seconds: DAY_SECONDS }), pause(SPEEDS[recall("speed", "brisk")])]);
    }
  } finally {
    playing = null;
    drawClock();
  }
}

function stop() {
  playing.stopped = true;
}
