// Rehearse with one's own organisation: roster and plan in, a year to look at, the set-up out.
import { act, asBase64, fileAddress, look } from "./api.js";
import { openCalendar } from "./calendar.js";
import { drawClock } from "./clock.js";
import { drawer } from "./drawer.js";
import { element } from "./elements.js";
import { showOnly } from "./layout.js";
import { confirmBox, failed, toast } from "./notices.js";
import { quietly, refresh, world } from "./world.js";
import { dayOf, say, tongue } from "./words.js";

// Half months, so that the bar is seen to move.
const PARTS = 24;
const PART_SECONDS = 15.25 * 86400;
let roster = null;
let plan = null;
let report = "";
// The bar of the year that is being played; null while none is.
let bar = null;
let fresh = false;

export function openRehearsal() {
  fresh = false;
  return drawer.open("rehearsal", draw);
}

function redraw() {
  fresh = false;
  return refresh().catch(failed);
}

// Drawn once; a sandbox that changes must not take the files out of anybody's hands.
async function draw() {
  if (fresh) return null;
  fresh = true;
  return [
    element("h2", { text: say("own") }),
    element("p", { class: "soft", text: say("ownWhy") }),
    dropZone(),
    element("button", { class: "main wide", text: say("ownUse"), disabled: !roster || Boolean(bar), onclick: () => use().catch(failed) }),
    report && element("p", { class: "report", role: "status", text: report }),
    element("h3", { text: say("ownYear") }),
    element("p", { class: "soft", text: say("ownYearWhy") }),
    ...(bar
      ? [bar, element("button", { class: "quiet wide", text: say("stop"), onclick: () => { bar.stopped = true; } })]
      : [element("button", { class: "main wide", text: say("ownYearShow"), onclick: () => rehearse().catch(failed) })]),
    element("h3", { text: say("ownLive") }),
    element("p", { class: "soft", text: say("ownLiveWhy") }),
    element("button", { class: "quiet wide", text: say("ownExport"), disabled: Boolean(bar), onclick: () => exportSetup().catch(failed) }),
    element("button", { class: "quiet wide", text: say("startOver"), disabled: Boolean(bar), onclick: () => startOver().catch(failed) }),
  ];
}

function dropZone() {
  const input = element("input", { type: "file", multiple: true, accept: ".xlsx,.yaml,.yml", class: "unseen" });
  input.addEventListener("change", () => take([...input.files]));
  const named = [roster, plan].filter(Boolean).map((file) => file.name).join(" · ");
  const zone = element("label", { class: roster ? "drop full-drop" : "drop" }, input, element("b", { text: named || say("ownDrop") }), element("span", { text: say("ownDropWhat") }));
  zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => { event.preventDefault(); take([...event.dataTransfer.files]); });
  return zone;
}

const isRoster = (file) => /\.xlsx$/i.test(file.name);
const isPlan = (file) => /\.ya?ml$/i.test(file.name);

function take(files) {
  roster = files.find(isRoster) || roster;
  plan = files.find(isPlan) || plan;
  const strange = files.find((file) => !isRoster(file) && !isPlan(file));
  report = strange ? say("ownStrange", { name: strange.name }) : "";
  redraw();
}

async function use() {
  const body = { roster: await asBase64(roster), plan: plan ? await plan.text() : "", language: tongue() };
  try {
    const told = await act("use_own", body);
    report = [say("ownTaken", told), told.refused ? say("ownRefused", told) : "", told.plan].filter(Boolean).join("\n");
    await refresh();
    await showOnly(world.people.slice(0, 3).map((one) => one.id));
  } catch (error) {
    report = error.message;
  }
  await redraw();
}

// A year in which nobody does anything: the most that can come. Afterwards it is undone.
async function rehearse() {
  const since = dayOf(world.clock.now);
  bar = element("progress", { max: PARTS, value: 0, "aria-label": say("ownYear") });
  await redraw();
  const moment = await act("keep_moment", { label: say("ownBefore") });
  try {
    const heard = await quietly(() => play(since));
    if (!bar.stopped) openCalendar(heard, since);
  } finally {
    bar = null;
    await act("go_back", { name: moment.name });
    await redraw();
  }
}

// Only the clock and the bar move: the chats of a year are nothing to look at while it goes by.
async function play(since) {
  for (bar.value = 0; bar.value < PARTS && !bar.stopped; bar.value += 1) {
    world.clock = await act("time", { seconds: PART_SECONDS });
    drawClock();
  }
  return look("heard", { since, zone: world.clock.zone || "UTC" });
}

async function exportSetup() {
  const file = await act("export_setup");
  element("a", { href: fileAddress(file.file_id), download: file.name }).click();
}

async function startOver() {
  if (!(await confirmBox(say("startOverSurely"), say("startOver")))) return;
  await act("start_over", { language: tongue() });
  toast(say("startedOver"));
  report = "";
  await redraw();
  await showOnly(world.people.slice(0, 3).map((one) => one.id));
}
