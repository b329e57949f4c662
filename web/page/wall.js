// The wall: opens with its link, follows the server, and says plainly when it has lost it.
import { codeUntil, hideCode, offset, takeBoard, takeWords, turnLanguage, word } from "./board.js";
import { openedWall, path } from "./link.js";

const LOST_AFTER = 12_000;
const AGAIN_AFTER = 2_000;
// A replaced code may stand for a moment, until the next one has come.
const GRACE = 3_000;
const at = (id) => document.getElementById(id);

let ahead = 0;
let heard = 0;
let events = null;
let retry = 0;
let state = "opening";

function say(next) {
  state = next;
  document.body.dataset.state = next;
  const words = { opening: "opening", shown: null, lost: "lost", used: "used", over: "over", waiting: "wait" }[next];
  const text = words ? word(words) : "";
  if (at("notice").textContent !== text) at("notice").textContent = text;
}

const serverNow = () => performance.now() + ahead;

function hear(message) {
  const said = JSON.parse(message.data);
  ahead = said.now - performance.now();
  heard = performance.now();
  return said;
}

function follow(wall) {
  events?.close();
  events = new EventSource(path(`${wall}/events`));
  events.addEventListener("board", (message) => {
    takeBoard(hear(message));
    say("shown");
  });
  events.addEventListener("beat", (message) => {
    hear(message);
    // The code was taken away meanwhile: a new connection begins with the whole board.
    if (state === "lost") follow(wall);
  });
  events.addEventListener("over", () => end());
  events.addEventListener("error", () => again(wall));
}

// Whether it is only the connection, or the wall has ended, is asked before trying anew.
function again(wall) {
  events?.close();
  clearTimeout(retry);
  retry = setTimeout(async () => {
    const answer = await fetch(path(`${wall}/board`)).catch(() => null);
    if (answer?.status === 410) end();
    else if (answer?.ok) follow(wall);
    else {
      say("lost");
      again(wall);
    }
  }, AGAIN_AFTER);
}

function end() {
  events?.close();
  hideCode();
  say("over");
}

function tick() {
  const now = serverNow();
  if (state === "shown" || state === "lost") {
    at("clock").textContent = new Date(now + offset() * 60_000).toISOString().slice(11, 19);
    const until = codeUntil();
    if (until !== null) at("left").value = Math.max(0, until - now);
    if (until !== null && now > until + GRACE) hideCode();
    if (state === "shown" && performance.now() - heard > LOST_AFTER) say("lost");
    if (state === "lost") hideCode();
  }
  setTimeout(tick, 1000 - (now % 1000));
}

async function begin() {
  try {
    takeWords(await (await fetch(path("words"))).json());
    say("opening");
    const wall = await openedWall();
    if (wall === null) {
      say("used");
      return;
    }
    follow(wall);
  } catch {
    say("waiting");
    setTimeout(begin, AGAIN_AFTER);
  }
}

at("language").addEventListener("click", () => {
  turnLanguage();
  say(state);
});
at("full").addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()));
at("full").hidden = !document.fullscreenEnabled;
hideCode();
begin();
tick();
