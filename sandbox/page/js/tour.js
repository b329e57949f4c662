// The guided first two minutes: a bar with one sentence, and a ring around what is to be done.
import { act, look } from "./api.js";
import { onDeed } from "./deeds.js";
import { element, find, icon, keepingFocus } from "./elements.js";
import { bringForward, paneOf, showOnly } from "./layout.js";
import { failed } from "./notices.js";
import { recall, remember } from "./settings.js";
import { can, onDrawn, refresh, world } from "./world.js";
import { inTongue, say, tongue } from "./words.js";

let steps = [];
let people = "";
let at = -1;
let done = 0;
let busy = false;
let awaited = null;
let onEnd = () => {};

const isOver = () => at >= steps.length;
const isStepDone = () => at >= 0 && !isOver() && done >= steps[at].deeds.length;
const deedAtHand = () => (at >= 0 && !isOver() && !busy && !awaited ? steps[at].deeds[done] : undefined);

// `whenOver` is what is offered after the last step.
export function setUpTour(whenOver) {
  onEnd = whenOver;
  onDeed((deed) => { if (matches(deed)) settle(deed); });
  onDrawn(() => { if (awaited) settle(awaited); else point(); });
}

// Another organisation on the stage has no tour.
export async function readTour() {
  const known = world.people.map((one) => one.id + one.name).join();
  if (known === people) return;
  people = known;
  steps = can("tour") ? await look("tour") : [];
  if (!steps.length) find("guide").replaceChildren();
}

export function offerTour() {
  if (steps.length && !recall("toured", false)) openTour();
}

export const hasTour = () => steps.length > 0;

export function openTour() {
  at = -1;
  draw();
}

function matches(deed) {
  const wanted = deedAtHand();
  if (!wanted) return false;
  if (wanted.clock) return deed.clock === wanted.clock;
  if (deed.person !== wanted.person) return false;
  return wanted.say ? Boolean(deed.say) : Boolean(deed.press?.includes(wanted.press));
}

// Words are done when the bot has answered them.
function settle(deed) {
  const pane = paneOf(deed.person);
  awaited = deed.say && pane && pane.answered < deed.message ? deed : null;
  if (!awaited) done += 1;
  draw();
}

async function begin(step) {
  at = step;
  done = 0;
  awaited = null;
  if (isOver()) return finish();
  busy = true;
  draw();
  try {
    await showOnly(steps[at].shown);
    await act("prepare_step", { step: at });
  } finally {
    busy = false;
    draw();
  }
  return null;
}

function finish() {
  remember("toured", true);
  draw();
  onEnd();
}

function close() {
  remember("toured", true);
  at = -1;
  unpoint();
  find("guide").replaceChildren();
}

function draw() {
  const words = at < 0 ? welcome() : isOver() ? ending() : ofStep();
  keepingFocus(find("guide"), () => find("guide").replaceChildren(element("section", { class: isStepDone() ? "tour done" : "tour", "data-at": `${at + 1}.${done}`, "aria-busy": String(busy), "aria-label": say("tour") },
    element("div", { class: "dots", "aria-hidden": "true" }, ...steps.map((_, one) => element("i", { class: one < at ? "past" : one === at ? "now" : "" }))),
    ...words,
    element("button", { class: "round", label: say("tourEnd"), onclick: close }, icon("close")))));
  if (deedAtHand()?.person) bringForward(deedAtHand().person);
  point();
}

const next = (key, step, traits = {}) => element("button", { class: "main", text: say(key), onclick: () => begin(step).catch(failed), ...traits });

const sentence = (title, words) => element("p", { "aria-live": "polite" }, element("b", { text: title }), element("span", { text: words }));

const welcome = () => [sentence(say("tourTitle"), say("tourWelcome")), otherTongue(), next("tourBegin", 0)].filter(Boolean);

// Who reads another language than the phones speak may want them to speak it.
function otherTongue() {
  const spoken = world.people[0]?.language_code.slice(0, 2);
  if (spoken === tongue() || !can("start_over")) return null;
  return element("button", { class: "quiet", text: say("tourSpeak"), onclick: () => startIn(tongue()).catch(failed) });
}

async function startIn(language) {
  await act("start_over", { language });
  await refresh();
  openTour();
}

const ending = () => [sentence(say("tourOverTitle"), say("tourOver")), element("button", { class: "main", text: say("tourEnd"), onclick: close })];

function ofStep() {
  const step = steps[at];
  const title = `${at + 1}/${steps.length} ${inTongue(step.title)}`;
  const forMe = element("button", { class: "quiet", text: say("tourForMe"), disabled: busy, onclick: doIt });
  return [sentence(title, inTongue(step.sentence)), isStepDone() ? next(at + 1 < steps.length ? "tourNext" : "tourLast", at + 1) : forMe];
}

// The ring moves with every redrawing, because messages are drawn anew when they change.
function point() {
  unpoint();
  const target = targetOf(deedAtHand());
  target?.classList.add("pointed");
  if (target?.classList.contains("key")) target.closest(".message").scrollIntoView({ block: "center" });
}

function unpoint() {
  for (const node of document.querySelectorAll(".pointed")) node.classList.remove("pointed");
}

function targetOf(deed) {
  if (!deed) return null;
  if (deed.clock) return find(deed.clock);
  const pane = paneOf(deed.person);
  if (!pane) return null;
  if (deed.say) {
    pane.goToEnd();
    if (!pane.composer.box.value && !pane.composer.sending) pane.composer.box.value = deed.say;
    return pane.composer.sender;
  }
  const keys = [...pane.list.querySelectorAll(".key")];
  return keys.findLast((key) => key.textContent === deed.press) || keys.findLast((key) => key.textContent.includes(deed.press));
}

function doIt() {
  const target = targetOf(deedAtHand());
  if (target) target.click();
  else if (world.ready) begin(at).catch(failed);
}
