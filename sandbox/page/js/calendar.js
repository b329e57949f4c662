// A year of messages for each person: twelve months, and what a day brings.
import { avatar, element, icon } from "./elements.js";
import { partsOf } from "./world.js";
import { longDay, moment, say } from "./words.js";

const MONTHS = 12;
// From a Monday on; each month begins its rows with one.
const WEEK = Array.from({ length: 7 }, (_, at) => `2024-01-0${at + 1}T12:00Z`);

// `heard` is what each chat heard; `since` the first day of the year.
export function openCalendar(heard, since) {
  const people = heard.filter((one) => one.chat > 0).map((one) => ({ ...one, count: total(one) })).sort((a, b) => b.count - a.count);
  const year = element("div", { class: "year" });
  const said = element("div", { class: "said-on", "aria-live": "polite" });
  const list = element("ul", { class: "year-people" }, ...people.map((one) => person(one, () => show(one))));
  const box = element("dialog", { class: "box calendar", "aria-label": say("calendar") },
    element("header", {}, element("h3", { text: say("calendar") }), element("button", { class: "round", label: say("close"), onclick: () => box.close() }, icon("close"))),
    element("div", { class: "calendar-body" }, list, element("div", { class: "calendar-main" }, year, said)));

  function show(one) {
    for (const item of list.children) item.firstElementChild.setAttribute("aria-current", String(item.dataset.chat === String(one.chat)));
    year.replaceChildren(...months(since).map((month) => monthOf(month, one, (day) => {
      for (const shown of year.querySelectorAll(".heard")) shown.setAttribute("aria-current", shown.dataset.day === day ? "date" : "false");
      tell(said, day, one.days[day]);
    })));
    said.replaceChildren(element("p", { class: "soft", text: say("calendarSum", { name: partsOf(one.title).first, count: one.count, month: (one.count / MONTHS).toFixed(1) }) }));
  }

  document.body.append(box);
  box.addEventListener("close", () => box.remove(), { once: true });
  box.showModal();
  if (people.length) show(people[0]);
}

const total = (one) => Object.values(one.days).reduce((sum, words) => sum + words.length, 0);

function person(one, onclick) {
  const { first, rest } = partsOf(one.title);
  return element("li", { "data-chat": one.chat }, element("button", { onclick }, avatar(one.title, one.chat),
    element("span", {}, element("b", { text: first }), element("small", { text: rest })), element("span", { class: "sum", text: one.count })));
}

function months(since) {
  const [year, month] = since.split("-").map(Number);
  return Array.from({ length: MONTHS + 1 }, (_, at) => new Date(Date.UTC(year, month - 1 + at, 1)));
}

function monthOf(first, one, onDay) {
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth();
  const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const lead = (first.getUTCDay() + 6) % 7;
  const blanks = Array.from({ length: lead }, () => element("span"));
  const days = Array.from({ length }, (_, at) => dayOf(new Date(Date.UTC(year, month, at + 1)).toISOString().slice(0, 10), one, onDay));
  return element("section", { class: "month-box" }, element("h4", { text: moment(`${first.toISOString().slice(0, 10)}T12:00Z`, { year: "numeric", month: "short" }) }), element("div", { class: "grid" }, ...weekdays(), ...blanks, ...days));
}

const weekdays = () => WEEK.map((day) => element("span", { class: "weekday", "aria-hidden": "true", text: moment(day, { weekday: "narrow" }) }));

function dayOf(day, one, onDay) {
  const words = one.days[day];
  const number = String(Number(day.slice(8)));
  if (!words) return element("span", { text: number });
  return element("button", { class: "heard", "data-day": day, label: `${longDay(`${day}T12:00Z`)}: ${words.length}`, text: number, onclick: () => onDay(day) });
}

function tell(said, day, words) {
  said.replaceChildren(element("b", { text: longDay(`${day}T12:00Z`) }), ...words.map((one) => element("p", { text: one })));
}
