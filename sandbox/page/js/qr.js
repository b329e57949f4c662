// Reads a QR code out of a clean picture, such as a bot makes: upright, sharp and undamaged.
// Versions 1 to 10, which hold far more than a link. What cannot be read gives "".
import { blocksOf, decodeText } from "./qr-data.js";

const FORMAT_MASK = 0b101010000010010;
const MASKS = [
  (r, c) => (r + c) % 2 === 0, (r) => r % 2 === 0, (_, c) => c % 3 === 0, (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0, (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0, (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];
const LEVELS = ["M", "L", "H", "Q"];
const MOST_VERSION = 10;

export function readCode(image) {
  const grid = gridOf(image);
  if (!grid) return "";
  const version = (grid.length - 17) / 4;
  const format = readFormat(grid);
  const words = readWords(grid, version, MASKS[(format >> 10) & 7]);
  return decodeText(blocksOf(words, version, LEVELS[(format >> 13) & 3]), version);
}

// The modules, true where dark; null where there is no code.
function gridOf(image) {
  const dark = darkOf(image);
  if (!dark) return null;
  const { left, top, right, bottom } = dark.box;
  let run = 0;
  while (dark.at(left + run, top)) run += 1;
  const module = run / 7;
  const size = Math.round((right - left + 1) / module);
  const square = Math.abs((right - left) - (bottom - top)) < module;
  if (!square || size % 4 !== 1 || size < 21 || (size - 17) / 4 > MOST_VERSION) return null;
  const middle = (at) => Math.floor((at + 0.5) * module);
  return Array.from({ length: size }, (_, r) => Array.from({ length: size }, (__, c) => dark.at(left + middle(c), top + middle(r))));
}

function darkOf(image) {
  const { naturalWidth: width, naturalHeight: height } = image;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width, height });
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#fff";
  brush.fillRect(0, 0, width, height);
  brush.drawImage(image, 0, 0);
  const { data } = brush.getImageData(0, 0, width, height);
  const at = (x, y) => x < width && y < height && data[(y * width + x) * 4] < 128;
  const box = { left: width, top: height, right: -1, bottom: -1 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (at(x, y)) {
        Object.assign(box, { left: Math.min(box.left, x), right: Math.max(box.right, x), top: Math.min(box.top, y), bottom: y });
      }
    }
  }
  return box.right < 0 ? null : { at, box };
}

function readFormat(grid) {
  const places = [[8, 0], [8, 1], [8, 2], [8, 3], [8, 4], [8, 5], [8, 7], [8, 8], [7, 8], [5, 8], [4, 8], [3, 8], [2, 8], [1, 8], [0, 8]];
  return places.reduce((bits, [r, c]) => (bits << 1) | grid[r][c], 0) ^ FORMAT_MASK;
}

// Up and down in pairs of columns, from the right; the sixth column is the timing's.
function readWords(grid, version, mask) {
  const size = grid.length;
  const bits = [];
  let upward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const r = upward ? size - 1 - step : step;
      for (const c of [right, right - 1]) {
        if (!isFunction(r, c, size, version)) bits.push(grid[r][c] !== mask(r, c));
      }
    }
    upward = !upward;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) => bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => (word << 1) | bit, 0));
}

function isFunction(r, c, size, version) {
  const finder = (r < 9 && c < 9) || (r < 9 && c >= size - 8) || (r >= size - 8 && c < 9);
  if (finder || r === 6 || c === 6) return true;
  if (version >= 7 && ((r < 6 && c >= size - 11) || (c < 6 && r >= size - 11))) return true;
  const centres = alignment(version, size);
  return centres.some((y) => centres.some((x) => Math.abs(r - y) < 3 && Math.abs(c - x) < 3 && !inCorner(y, x, size)));
}

const inCorner = (y, x, size) => (y === 6 && (x === 6 || x === size - 7)) || (y === size - 7 && x === 6);

function alignment(version, size) {
  if (version === 1) return [];
  if (version < 7) return [6, size - 7];
  return [6, (size - 1) / 2, size - 7];
}
