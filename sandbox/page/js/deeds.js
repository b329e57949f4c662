// What the one at the page has just done; the guide listens.
const deeds = new EventTarget();

export const done = (deed) => deeds.dispatchEvent(new CustomEvent("deed", { detail: deed }));

export function onDeed(listener) {
  deeds.addEventListener("deed", (event) => listener(event.detail));
}
