// What the page knows of the sandbox, and whom it tells when that changes.
import { look, pause } from "./api.js";

export const world = { people: [], groups: [], bot: {}, abilities: [], clock: {}, revision: 0, ready: false };
// A bot that sends a hundred messages at once makes the page draw a few times, not a hundred.
const BREATH_MILLISECONDS = 120;
const listeners = [];
const watchers = [];

export const onChange = (listener) => { listeners.push(listener); };
// Told when everything stands on the page as it is now.
export const onDrawn = (watcher) => { watchers.push(watcher); };
export const can = (ability) => world.abilities.includes(ability);
export const personOf = (id) => world.people.find((one) => one.id === id);
export const groupOf = (id) => world.groups.find((one) => one.id === id);
export const chatOf = (id) => personOf(id) || groupOf(id);
export const titleOf = (chat) => chat.name || chat.title;

// A name and a role stand in one label, as the owner of the sandbox wrote it.
export function partsOf(title) {
  const [first, ...rest] = title.split(" · ");
  return { first, rest: rest.join(" · ") };
}

export function opensBot(url) {
  const bot = (world.bot.username || "").toLowerCase();
  const low = url.toLowerCase();
  return [`https://t.me/${bot}`, `http://t.me/${bot}`, `tg://resolve?domain=${bot}`]
    .some((start) => low === start || [`${start}?`, `${start}&`, `${start}/`].some((one) => low.startsWith(one)));
}

let underWay = null;
let following = null;

// What is asked for while an older look is under way is looked at again after it.
export function refresh() {
  if (!underWay) {
    underWay = fetchAll().finally(() => { underWay = null; });
    return underWay;
  }
  following ??= underWay.catch(() => {}).then(() => {
    following = null;
    return refresh();
  });
  return following;
}

async function fetchAll() {
  const [state, clock] = await Promise.all([look("state"), look("time")]);
  // What could not be drawn has not been seen: `watch` must come back for it at once.
  const { revision, ...rest } = state;
  Object.assign(world, rest, { clock, ready: true });
  await Promise.all(listeners.map((listener) => listener()));
  world.revision = revision;
  for (const watcher of watchers) watcher();
}

let resting = 0;

// While much happens that nobody can follow, the page only draws when it is asked to.
export async function quietly(work) {
  resting += 1;
  try {
    return await work();
  } finally {
    resting -= 1;
  }
}

export async function watch(onLost) {
  for (;;) {
    try {
      await refresh();
      onLost(false);
      await look("changes", { since: world.revision });
      do await pause(BREATH_MILLISECONDS); while (resting);
    } catch (error) {
      if (!(error instanceof TypeError)) reportError(error);
      onLost(true);
      await pause(1500);
    }
  }
}
