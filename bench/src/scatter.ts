/** Points by group over two logarithmic axes, as SVG. */

export interface Point {
  readonly group: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT] = [760, 420, 70, 50, 40, 20];
const COLOURS = ['#a4586b', '#c2884d', '#5f9e6e', '#3b6ea5'];
const [INK, MUTED, GRID] = ['#222', '#666', '#ddd'];

interface Axis {
  readonly place: (value: number) => number;
  readonly ticks: readonly number[];
}

function axisOf(values: readonly number[], from: number, to: number): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10);
  const [first, last] = [low - 0.1, high + 0.1];
  const decades = Array.from({ length: Math.ceil(last) - Math.floor(first) + 1 }, (_, i) => 10 ** (Math.floor(first) + i));
  const ticks = decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]);
  const inside = ticks.filter((tick) => Math.log10(tick) >= first && Math.log10(tick) <= last);
  return { place: (value) => from + ((Math.log10(value) - first) / (last - first)) * (to - from), ticks: inside };
}

export function scatter(points: readonly Point[], titles: { readonly x: string; readonly y: string }): string {
  const text = (x: number, y: number, value: string, extra = ''): string =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" fill="${MUTED}" ${extra}>${value}</text>`;
  const xs = axisOf(
    points.map(({ x }) => x),
    LEFT,
    WIDTH - RIGHT,
  );
  const ys = axisOf(
    points.map(({ y }) => y),
    HEIGHT - BOTTOM,
    TOP,
  );
  const short = (value: number): string => String(Number(value.toPrecision(2)));
  const lines = [
    ...xs.ticks.flatMap((tick) => {
      const x = xs.place(tick).toFixed(1);
      return [
        `<line x1="${x}" y1="${TOP}" x2="${x}" y2="${HEIGHT - BOTTOM}" stroke="${GRID}"/>`,
        text(xs.place(tick), HEIGHT - BOTTOM + 18, short(tick), 'text-anchor="middle"'),
      ];
    }),
    ...ys.ticks.flatMap((tick) => {
      const y = ys.place(tick).toFixed(1);
      return [
        `<line x1="${LEFT}" y1="${y}" x2="${WIDTH - RIGHT}" y2="${y}" stroke="${GRID}"/>`,
        text(LEFT - 8, ys.place(tick) + 4, short(tick), 'text-anchor="end"'),
      ];
    }),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, titles.x, 'text-anchor="middle"'),
    text(14, (TOP + HEIGHT - BOTTOM) / 2, titles.y, `text-anchor="middle" transform="rotate(-90 14 ${(TOP + HEIGHT - BOTTOM) / 2})"`),
  ];
  const groups = [...new Set(points.map(({ group }) => group))];
  for (const [i, group] of groups.entries()) {
    const colour = COLOURS[i % COLOURS.length];
    const own = points.filter((point) => point.group === group).sort((a, b) => a.x - b.x);
    const path = own.map(({ x, y }) => `${xs.place(x).toFixed(1)},${ys.place(y).toFixed(1)}`).join(' ');
    lines.push(`<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const { x, y, label } of own) {
      const [cx, cy] = [xs.place(x).toFixed(1), ys.place(y).toFixed(1)];
      lines.push(`<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"><title>${label}: ${short(x)}, ${short(y)}</title></circle>`);
    }
    lines.push(`<text x="${LEFT + 150 * i}" y="20" fill="${colour}" font-weight="600">${group}</text>`);
  }
  const style = 'font-family="system-ui, sans-serif" font-size="12"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ${style} color="${INK}">\n<rect width="100%" height="100%" fill="#fff"/>\n${lines.join('\n')}\n</svg>\n`;
}
