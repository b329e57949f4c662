// The fault panel: let Telegram fail, and watch that nothing is lost.
import { act, look } from "./api.js";
import { move } from "./clock.js";
import { drawer } from "./drawer.js";
import { element } from "./elements.js";
import { failed } from "./notices.js";
import { can, refresh, world } from "./world.js";
import { say } from "./words.js";

const SENDING = "sendMessage";
const KINDS = {
  slow: { method: "*", kind: "slow", delay: 2, times: 5 },
  busy: { method: SENDING, kind: "429", retry_after: 5, times: 3 },
  broken: { method: SENDING, kind: "500", times: 3 },
  before: { method: SENDING, kind: "drop_before", times: 2 },
  after: { method: SENDING, kind: "drop_after", times: 1 },
  hang: { method: SENDING, kind: "hang", times: 1 },
};
const AGAIN_MILLISECONDS = 1000;
const COUNTS = ["due", "sending", "sent", "uncertain", "dead"];

let again = null;

export const openFaults = () => drawer.open("faults", draw);

async function draw() {
  const outbox = can("outbox") ? await look("outbox") : null;
  lookAgain(outbox);
  return [
    element("h2", { text: say("faults") }),
    element("p", { class: "soft", text: say("faultsWhy") }),
    element("div", { class: "fault-list" }, ...Object.entries(KINDS).map(([name, fault]) => choice(name, fault))),
    waiting(),
    world.clock.movable && element("button", { class: "main wide", text: say("next"), onclick: () => move({ next_event: true }) }),
    outbox && counts(outbox),
    element("p", { class: "soft", text: say("faultsPeople") }),
  ];
}

// That a message is sent is written down after it has arrived, and nothing rings then.
function lookAgain(outbox) {
  clearTimeout(again);
  again = outbox?.due || outbox?.sending ? setTimeout(() => refresh().catch(failed), AGAIN_MILLISECONDS) : null;
}

function choice(name, fault) {
  return element("button", { class: "fault", onclick: () => add(fault).catch(failed) },
    element("b", { text: say(`fault-${name}`) }), element("span", { text: say(`fault-${name}-why`) }));
}

async function add(fault) {
  await act("add_fault", fault);
  await refresh();
}

function waiting() {
  const left = world.faults.reduce((sum, one) => sum + one.times, 0);
  return element("div", { class: "waiting-faults", "aria-live": "polite" },
    element("span", { text: left ? say("faultsLeft", { count: left }) : say("faultsNone") }),
    left > 0 && element("button", { class: "quiet", text: say("faultsClear"), onclick: () => act("clear_faults").then(refresh).catch(failed) }));
}

function counts(outbox) {
  const cells = COUNTS.map((state) => element("div", { class: outbox[state] ? `count ${state}` : "count none" },
    element("dt", { text: say(`outbox-${state}`) }), element("dd", { text: outbox[state] || 0 })));
  return element("section", { "aria-label": say("outbox") }, element("h3", { text: say("outbox") }), element("dl", { class: "counts" }, ...cells),
    outbox.pauses > 0 && element("p", { class: "soft", text: say("outboxPaused") }));
}
