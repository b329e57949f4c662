// The page: who is looking, what they see, and what they do.
import { bubble, element } from "./chat.js";
import { applyWords, locale, moment, say, switchLanguage, useZone } from "./words.js";

const find = (id) => document.getElementById(id);
let state = { people: [], groups: [], bot: {} };
let chosen = null;
let shown = "";
let clock = {};
const read = new Map();

async function get(path) {
  const answer = await fetch(`control/${path}`);
  if (!answer.ok) throw new Error((await answer.json()).error);
  return answer.json();
}

async function post(name, body) {
  const answer = await fetch(`control/${name}`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
  });
  const result = await answer.json();
  if (!answer.ok) {
    toast(`${say("failed")}: ${result.error}`);
    throw new Error(result.error);
  }
  return result;
}

const person = () => state.people.find((one) => one.id === chosen);

const act = {
  showsNames: false,
  say: (text) => post("say", { person: chosen, text }),
  openLink: (url) => post("open_link", { person: chosen, url }),
  fileAddress: (id) => `control/files/${encodeURIComponent(id)}`,
  opensBot(url) {
    const bot = state.bot.username.toLowerCase();
    return [`https://t.me/${bot}`, `http://t.me/${bot}`, `tg://resolve?domain=${bot}`]
      .some((start) => url.toLowerCase() === start || [`${start}?`, `${start}&`, `${start}/`].some((one) => url.toLowerCase().startsWith(one)));
  },
  async press(message, button, node) {
    if (button.url) return followLink(button.url);
    if (button.copy_text) {
      await navigator.clipboard.writeText(button.copy_text.text);
      return toast(say("copied"));
    }
    node.classList.add("waiting");
    try {
      const { query_id: query } = await post("press", { person: chosen, message_id: message.message_id, button: button.callback_data });
      await awaitAnswer(query);
    } finally {
      node.classList.remove("waiting");
    }
    return null;
  },
};

function followLink(url) {
  if (act.opensBot(url)) return act.openLink(url);
  if (/^https?:\/\//i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
  return null;
}

async function awaitAnswer(query) {
  let revision = state.revision;
  for (let turn = 0; turn < 40; turn += 1) {
    const answer = await get(`answer?query_id=${query}`);
    if (answer.answered) return answer.text && (answer.show_alert ? alertBox(answer.text) : toast(answer.text));
    const change = await Promise.race([get(`changes?since=${revision}`), pause(15000)]);
    if (!change) break;
    revision = change.revision;
  }
  return toast(say("unanswered"));
}

const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });

let toastTimer = 0;
function toast(text) {
  const node = find("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { node.hidden = true; }, 4000);
}

function alertBox(text) {
  find("alert-text").textContent = text;
  find("alert").showModal();
}

function drawPeople() {
  find("people").replaceChildren(...state.people.filter((one) => !one.deleted).map((one) => {
    const item = element("li");
    const button = element("button", one.id === chosen ? "person chosen" : "person");
    button.type = "button";
    button.append(element("span", "avatar", [...one.name][0]), element("span", "who", one.name));
    button.append(element("small", "last", one.blocked ? say("blocked") : one.last));
    const unread = one.bot_messages - (read.get(one.id) || 0);
    if (unread > 0 && one.id !== chosen) button.append(element("span", "unread", String(unread)));
    button.addEventListener("click", () => choose(one.id));
    item.append(button);
    return item;
  }));
}

async function drawChat() {
  const one = person();
  find("blank").hidden = Boolean(one);
  find("composer").hidden = !one || !one.started || one.blocked;
  find("start").hidden = !one || (one.started && !one.blocked);
  find("viewed").hidden = !one;
  if (!one) return;
  find("viewed").textContent = one.name;
  read.set(one.id, one.bot_messages);
  const messages = await get(`messages?chat=${one.id}`);
  if (one.id !== chosen) return;
  const fresh = JSON.stringify([messages, locale()]);
  if (fresh === shown) return;
  shown = fresh;
  const list = find("messages");
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  list.replaceChildren(...messages.map((message) => bubble(message, act)));
  if (atEnd || list.dataset.chat !== String(one.id)) list.scrollTop = list.scrollHeight;
  list.dataset.chat = one.id;
}

async function choose(id) {
  chosen = id;
  shown = "";
  find("commands").hidden = true;
  document.body.classList.toggle("in-chat", id !== null);
  await drawChat();
  drawPeople();
}

function drawClock() {
  const now = new Date(clock.now);
  find("now").textContent = moment(now, { year: "numeric", month: "long", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit" });
  find("moves").hidden = !clock.movable;
  const next = clock.next_event ? moment(new Date(clock.next_event), { dateStyle: "medium", timeStyle: "short" }) : say("quiet");
  find("next").title = next;
  find("next").disabled = !clock.next_event;
}

async function refresh() {
  state = await get("state");
  clock = await get("time");
  useZone(clock.zone);
  find("bot-name").textContent = state.bot.first_name;
  await drawChat();
  drawPeople();
  drawClock();
}

async function watch() {
  for (;;) {
    try {
      await refresh();
      await get(`changes?since=${state.revision}`);
    } catch {
      await pause(1500);
    }
  }
}

async function move(amount) {
  document.body.classList.add("moving");
  try {
    await post("time", amount === "next" ? { next_event: true } : { seconds: Number(amount) });
    await refresh();
  } finally {
    document.body.classList.remove("moving");
  }
}

async function openMenu() {
  const menu = find("commands");
  menu.hidden = !menu.hidden;
  if (menu.hidden) return;
  const commands = await get(`commands?person=${chosen}`);
  menu.replaceChildren(...commands.map((command) => {
    const item = element("li");
    const button = element("button", "command-choice");
    button.type = "button";
    button.append(element("b", "", `/${command.command}`), element("span", "", command.description));
    button.addEventListener("click", () => { menu.hidden = true; act.say(`/${command.command}`); });
    item.append(button);
    return item;
  }));
  menu.hidden = commands.length === 0;
}

async function sendText(event) {
  event?.preventDefault();
  const box = find("text");
  const text = box.value.trim();
  if (!text) return;
  box.value = "";
  await act.say(text);
}

async function sendFile() {
  const [file] = find("file").files;
  if (!file) return;
  const reader = new FileReader();
  const loaded = new Promise((done) => { reader.onload = done; });
  reader.readAsDataURL(file);
  await loaded;
  const content = reader.result.slice(reader.result.indexOf(",") + 1);
  const caption = find("text").value.trim();
  find("text").value = "";
  find("file").value = "";
  await post("send_document", { person: chosen, name: file.name, mime: file.type, content, caption });
}

async function addPerson(event) {
  event.preventDefault();
  const added = await post("add_person", { name: find("new-name").value.trim(), language_code: find("new-language").value });
  find("new-name").value = "";
  await refresh();
  await choose(added.person);
}

find("new-person").addEventListener("submit", addPerson);
find("composer").addEventListener("submit", sendText);
find("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) sendText(event);
});
find("file").addEventListener("change", sendFile);
find("menu").addEventListener("click", openMenu);
find("start").addEventListener("click", () => post("start", { person: chosen }));
find("back").addEventListener("click", () => choose(null));
find("language").addEventListener("click", () => { switchLanguage(); refresh(); });
for (const button of document.querySelectorAll("[data-move]")) button.addEventListener("click", () => move(button.dataset.move));

applyWords();
watch();
