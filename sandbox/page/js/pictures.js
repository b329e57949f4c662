// A picture in full; a QR code in it opens.
import { element } from "./elements.js";
import { openDialog } from "./notices.js";
import { readCode } from "./qr.js";
import { opensBot } from "./world.js";
import { say } from "./words.js";

export async function openPicture(image, follow) {
  const words = readCode(image);
  if (words && opensBot(words)) return follow(words);
  const shown = element("img", { src: image.src, alt: image.alt, class: "full" });
  const content = words ? [shown, element("p", { class: "code", text: words })] : [shown];
  return openDialog(content, [{ text: say("close"), main: true }]);
}
