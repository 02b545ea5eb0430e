// Curves as a picture: cost by size, both on logarithmic scales. Written by the bench, read by people.
import type { Curve } from './result.js';

const [WIDTH, HEIGHT] = [720, 420];
const MARGIN = { left: 70, right: 250, top: 30, bottom: 50 };
const COLOURS = ['#b3261e', '#1a5fb4', '#26a269', '#9a6700', '#813d9c'];

/** An SVG of at most a few kilobytes, dark text on white so that it reads in either mode. */
export function picture(title: string, curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const [left, right] = decades(points.map(({ size }) => size));
  const [low, high] = decades(points.map(({ value }) => value));
  const x = (size: number) =>
    MARGIN.left + ((Math.log10(size) - left) / (right - left)) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number) =>
    HEIGHT - MARGIN.bottom - ((Math.log10(value) - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(MARGIN.left, 18, title, 'font-weight="bold"'),
    ...range(left, right).map((n) => grid(x(10 ** n), MARGIN.top, x(10 ** n), HEIGHT - MARGIN.bottom)),
    ...range(low, high).map((n) => grid(MARGIN.left, y(10 ** n), WIDTH - MARGIN.right, y(10 ** n))),
    ...range(left, right).map((n) => text(x(10 ** n), HEIGHT - MARGIN.bottom + 18, short(10 ** n), CENTRED)),
    ...range(low, high).map((n) => text(MARGIN.left - 8, y(10 ** n) + 4, `${short(10 ** n)} ms`, 'text-anchor="end"')),
    text((MARGIN.left + WIDTH - MARGIN.right) / 2, HEIGHT - 12, 'n', CENTRED),
    ...curves.flatMap((curve, i) => line(curve, COLOURS[i % COLOURS.length] ?? '#000', i, x, y)),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

const CENTRED = 'text-anchor="middle"';

function line(
  { name, points }: Curve,
  colour: string,
  place: number,
  x: (size: number) => number,
  y: (value: number) => number,
): string[] {
  const at = points.map(({ size, value }) => `${x(size).toFixed(1)},${y(value).toFixed(1)}`);
  const label = MARGIN.top + 20 * (place + 1);
  return [
    `<polyline points="${at.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
    ...at.map((point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`),
    `<rect x="${WIDTH - MARGIN.right + 14}" y="${label - 9}" width="10" height="10" fill="${colour}"/>`,
    text(WIDTH - MARGIN.right + 30, label, name, ''),
  ];
}

const grid = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke="#ddd"/>`;

const text = (x: number, y: number, words: string, more: string): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="#222" ${more}>${words.replaceAll('<', '&lt;')}</text>`;

/** The powers of ten that hold all the values. */
function decades(values: readonly number[]): [number, number] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

const range = (low: number, high: number): number[] => Array.from({ length: high - low + 1 }, (_, i) => low + i);

const short = (value: number): string =>
  value >= 1_000_000
    ? `${value / 1_000_000}M`
    : value >= 1_000
      ? `${value / 1_000}k`
      : String(Number(value.toPrecision(2)));
