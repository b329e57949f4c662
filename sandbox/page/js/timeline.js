// The days gone by: how much was sent on each, what it was, and the way back.
import { act, look } from "./api.js";
import { move } from "./clock.js";
import { element, find, icon, name } from "./elements.js";
import { openPane, paneOf } from "./layout.js";
import { confirmBox, failed, openDialog, toast } from "./notices.js";
import { can, partsOf, refresh, world } from "./world.js";
import { clockTime, dayOf, longDay, moment, say, shortDay, tongue } from "./words.js";

const DAY_WIDTH = 13;
const DAY_MILLISECONDS = 86400000;
const PAST_PART = 0.7;
let drawn = "";
let moments = [];
let opened = "";

export async function drawTimeline() {
  const strip = find("timeline");
  strip.hidden = !world.clock.movable;
  if (strip.hidden) return;
  const zone = world.clock.zone || "UTC";
  const [days, kept] = await Promise.all([look("days", { zone }), can("moments") ? look("moments") : []]);
  moments = kept;
  const shown = daysAround(days[0]?.day, Math.floor((strip.clientWidth - 60) / DAY_WIDTH));
  const signature = JSON.stringify([days, kept, shown, tongue(), dayOf(world.clock.now), world.clock.deadline]);
  if (signature === drawn) return;
  drawn = signature;
  const had = strip.contains(document.activeElement) && document.activeElement.dataset.day;
  const counted = new Map(days.map((one) => [one.day, one]));
  const most = Math.max(8, ...days.map((one) => one.sent));
  const list = element("ol", { class: "days" }, ...shown.map((day) => column(day, counted.get(day), most)));
  list.addEventListener("keydown", walk);
  strip.replaceChildren(list, can("keep_moment") ? element("button", { class: "round", label: say("keepMoment"), onclick: () => keep().catch(failed) }, icon("mark")) : "");
  if (had) strip.querySelector(`[data-day="${had}"]`)?.focus();
}

// From the first day on which something was sent, with some of the days to come.
function daysAround(first, count) {
  const today = Date.parse(`${dayOf(world.clock.now)}T00:00Z`);
  const begin = first ? Math.min(Date.parse(`${first}T00:00Z`), today) - DAY_MILLISECONDS : today - 2 * DAY_MILLISECONDS;
  const from = Math.max(begin, today - Math.floor(count * PAST_PART) * DAY_MILLISECONDS);
  return Array.from({ length: count }, (_, at) => new Date(from + at * DAY_MILLISECONDS).toISOString().slice(0, 10));
}

const noon = (day) => `${day}T12:00Z`;
const momentsOf = (day) => moments.filter((one) => dayOf(one.at) === day);

function column(day, counted, most) {
  const now = dayOf(world.clock.now);
  const today = day === now;
  const bar = element("i");
  bar.style.setProperty("--part", counted ? Math.max(0.12, counted.sent / most) : 0);
  const classes = [today && "today", day > now && "to-come", world.clock.deadline && day === dayOf(world.clock.deadline) && "deadline", counted && "sent", momentsOf(day).length && "kept", [0, 6].includes(new Date(noon(day)).getUTCDay()) && "weekend"];
  const button = element("button", { "data-day": day, class: classes.filter(Boolean).join(" "), tabindex: today ? "0" : "-1", onclick: () => open(day).catch(failed) }, bar);
  name(button, `${shortDay(noon(day))}: ${wordsFor(day, counted)}`);
  const first = day.endsWith("-01") && element("span", { class: "month", text: moment(noon(day), { month: "short" }) });
  return element("li", {}, button, first);
}

function wordsFor(day, counted) {
  if (world.clock.deadline && day === dayOf(world.clock.deadline)) return say("deadline");
  if (day > dayOf(world.clock.now)) return say("toCome");
  return counted ? say("sentCount", { count: counted.sent, chats: counted.chats }) : say("sentNothing");
}

// Arrows walk along the days; there is one stop for the Tab key.
function walk(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const next = buttons[buttons.indexOf(document.activeElement) + step];
  if (!next) return;
  event.preventDefault();
  for (const one of buttons) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}

async function open(day) {
  const before = find("day-card");
  before?.remove();
  if (before && opened === day) return;
  opened = day;
  if (day > dayOf(world.clock.now)) return openToCome(day);
  const sent = await look("sent", { day, zone: world.clock.zone || "UTC" });
  const close = () => { find("day-card")?.remove(); };
  const card = element("section", { id: "day-card", class: "day-card", "aria-label": longDay(noon(day)) },
    element("header", {}, element("h2", { text: longDay(noon(day)) }), element("button", { class: "round", label: say("close"), onclick: close }, icon("close"))),
    element("ul", {}, ...sent.map((one) => line(one, close))),
    sent.length === 0 && element("p", { text: say("sentNothing") }),
    ...momentsOf(day).map((one) => element("button", { class: "quiet return", onclick: () => goBack(one, close).catch(failed) },
      element("span", { text: `↶ ${say("goBack", { at: clockTime(one.at) })}${one.label ? ` · ${one.label}` : ""}` }))));
  card.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  put(card);
}

const put = (card) => {
  find("timeline").after(card);
  card.querySelector("button:not(.round)")?.focus();
};

// A day to come: the way there passes over everything in between.
function openToCome(day) {
  const close = () => { find("day-card")?.remove(); };
  const days = Math.round((Date.parse(noon(day)) - Date.parse(noon(dayOf(world.clock.now)))) / DAY_MILLISECONDS);
  put(element("section", { id: "day-card", class: "day-card", "aria-label": longDay(noon(day)) },
    element("header", {}, element("h2", { text: longDay(noon(day)) }), element("button", { class: "round", label: say("close"), onclick: close }, icon("close"))),
    element("button", { class: "quiet return", text: `${say("goThere", { count: days })} →`, onclick: () => { close(); move({ seconds: days * DAY_MILLISECONDS / 1000 }); } })));
}

function line(one, close) {
  const show = async () => {
    close();
    await openPane(one.chat);
    paneOf(one.chat)?.show(one.message_id);
  };
  return element("li", {}, element("button", { onclick: () => show().catch(failed) },
    element("time", { text: clockTime(one.at) }), element("b", { text: partsOf(one.title).first }), element("span", { text: one.words })));
}

async function keep() {
  const label = element("input", { class: "wide", maxlength: "60", autocomplete: "off", placeholder: say("momentName"), "aria-label": say("momentName") });
  const answer = await openDialog([element("h3", { text: say("keepMoment") }), element("p", { class: "soft", text: say("keepMomentWhy") }), label],
    [{ text: say("back") }, { text: say("keep"), value: "keep", main: true }]);
  if (answer !== "keep") return;
  await act("keep_moment", { label: label.value.trim() || clockTime(world.clock.now) });
  toast(say("kept"));
  await refresh();
}

async function goBack(one, close) {
  if (!(await confirmBox(say("goBackSurely", { at: `${longDay(one.at)} ${clockTime(one.at)}` }), say("goBackYes")))) return;
  close();
  document.body.classList.add("moving");
  try {
    await act("go_back", { name: one.name });
    await refresh();
  } finally {
    document.body.classList.remove("moving");
  }
}
