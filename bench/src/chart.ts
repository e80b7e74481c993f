/** The chart of a benchmark: processor time by stage for each run, and gas per order beside the same order done directly. */
import type { BenchReport } from './bench.ts';

const WIDTH = 760;
const LEFT = 165;
const RIGHT = 170;
const BAR = 18;
const GAP = 10;
const INK = '#222';
const MUTED = '#666';
const COLOURS = ['#3b6ea5', '#7aa5d2', '#5f9e6e', '#c2884d', '#a4586b', '#7d6b9e', '#8a8a8a', '#c9b458'];

const text = (x: number, y: number, value: string, extra = ''): string => `<text x="${x}" y="${y}" ${extra}>${value}</text>`;
const rect = (x: number, y: number, width: number, fill: string, title: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(width, 0.5).toFixed(1)}" height="${BAR}" fill="${fill}"><title>${title}</title></rect>`;
const number = (value: number): string => Math.round(value).toLocaleString('en-US');

export function chart(reports: readonly BenchReport[]): string {
  const lines: string[] = [];
  const room = WIDTH - LEFT - RIGHT;
  let y = 30;
  const heading = (title: string): void => {
    lines.push(text(10, y, title, `font-weight="600" fill="${INK}"`));
    y += 14;
  };
  const row = (label: string, draw: (at: number) => void): void => {
    lines.push(text(LEFT - 8, y + 13, label, `text-anchor="end" fill="${INK}"`));
    draw(y);
    y += BAR + GAP;
  };

  heading('Proving: processor seconds of all threads, by stage');
  const stages = [...new Set(reports.flatMap(({ stageProcessorSeconds }) => Object.keys(stageProcessorSeconds)))];
  const most = Math.max(...reports.map(({ processorSeconds }) => processorSeconds));
  for (const { orders, threads, stageProcessorSeconds, processorSeconds, proveSeconds } of reports) {
    row(`${number(orders)} orders, ${threads} thread${threads > 1 ? 's' : ''}`, (at) => {
      let x = LEFT;
      for (const [stage, seconds] of Object.entries(stageProcessorSeconds)) {
        const width = (seconds / most) * room;
        lines.push(rect(x, at, width, COLOURS[stages.indexOf(stage) % COLOURS.length], `${stage}: ${seconds.toFixed(2)} s`));
        x += width;
      }
      lines.push(text(x + 6, at + 13, `${processorSeconds.toFixed(1)} s, ${proveSeconds.toFixed(1)} s elapsed`, `fill="${MUTED}"`));
    });
  }
  let x = LEFT;
  stages.forEach((stage, i) => {
    lines.push(
      `<rect x="${x}" y="${y}" width="10" height="10" fill="${COLOURS[i % COLOURS.length]}"/>`,
      text(x + 14, y + 9, stage, `fill="${MUTED}"`),
    );
    x += 24 + 7 * stage.length;
  });
  y += 44;

  heading('Gas on L1 per order, logarithmic: settled in one batch, and joined alone');
  const sizes = [...new Map(reports.map((report) => [report.orders, report])).values()];
  const bars = sizes.flatMap(({ orders, gas, directGasPerOrder }) => [
    { label: `${number(orders)} pooled`, value: gas.perOrder, colour: COLOURS[0] },
    { label: `${number(orders)} direct`, value: directGasPerOrder, colour: COLOURS[3] },
  ]);
  const [low, high] = [2, Math.log10(Math.max(...bars.map(({ value }) => value)))];
  for (const { label, value, colour } of bars) {
    row(label, (at) => {
      const width = ((Math.log10(value) - low) / (high - low)) * room;
      lines.push(
        rect(LEFT, at, width, colour, `${number(value)} gas`),
        text(LEFT + Math.max(width, 0.5) + 6, at + 13, number(value), `fill="${MUTED}"`),
      );
    });
  }
  const style = 'font-family="system-ui, sans-serif" font-size="12"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" ${style} role="img">\n<title>Weir: proving time and gas by batch size</title>\n<rect width="100%" height="100%" fill="#fff"/>\n${lines.join('\n')}\n</svg>\n`;
}
