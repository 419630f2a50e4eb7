interface Chart {
  readonly width: number;
  readonly height: number;
  readonly levels: number;
  readonly scale: number;
}

type Point = readonly [number, number];
type Segment = readonly [Point, Point];

const blobs = [
  [-92, -6, 54, 1],
  [-132, 34, 44, 0.75],
  [-74, -50, 36, 0.6],
  [-36, 4, 19, 0.5],
  [-18, 3, 13, 0.52],
  [0, 0, 12, 0.5],
  [18, -4, 13, 0.52],
  [36, -5, 19, 0.5],
  [88, 10, 52, 1],
  [130, -30, 46, 0.8],
  [76, 54, 34, 0.55],
  [152, 30, 40, 0.55],
] as const;

const depths = [
  0.6, 0.42, 0.29, 0.2, 0.135, 0.09, 0.058, 0.036, 0.022, 0.013, 0.0075, 0.0042, 0.0022, 0.0011, 0.0005, 2e-4, 8e-5, 3e-5, 1e-5, 3e-6, 1e-6,
  3e-7, 1e-7, 2e-8,
];
const step = 4;

/** Height of the sea floor round two masses and a narrow strip, at a place of the chart. */
const heightAt = ({ width, height, scale }: Chart, px: number, py: number): number => {
  const x = (px - width / 2) / scale;
  const y = (py - height / 2) / scale;
  const warpedX = x + 6 * Math.sin(y / 23 + 1) + 3 * Math.sin(x / 11 + y / 17);
  const warpedY = y + 5 * Math.sin(x / 27 + 2) + 3 * Math.cos(x / 13 - y / 19);
  return blobs.reduce((sum, [a, b, r, k]) => sum + k * Math.exp((-0.9 * ((warpedX - a) ** 2 + (warpedY - b) ** 2)) / r ** 2), 0);
};

/** SVG paths of depth lines, the coast first. The same chart gives the same lines: marching squares over a fixed field. */
export const contourLines = (chart: Chart): string[] => {
  const columns = Math.ceil(chart.width / step) + 1;
  const rows = Math.ceil(chart.height / step) + 1;
  const grid = Array.from({ length: rows }, (_, j) => Array.from({ length: columns }, (__, i) => heightAt(chart, i * step, j * step)));
  return depths.slice(0, chart.levels).map((level) => pathOf(segmentsAt(grid, level)));
};

const segmentsAt = (grid: readonly (readonly number[])[], level: number): Segment[] => {
  const found: Segment[] = [];
  for (let j = 0; j < grid.length - 1; j++)
    for (let i = 0; i < (grid[0]?.length ?? 0) - 1; i++) {
      const corners = [grid[j]?.[i] ?? 0, grid[j]?.[i + 1] ?? 0, grid[j + 1]?.[i + 1] ?? 0, grid[j + 1]?.[i] ?? 0] as const;
      found.push(...cell(corners, level, i * step, j * step));
    }
  return found;
};

const cell = ([a, b, c, d]: readonly [number, number, number, number], level: number, x: number, y: number): Segment[] => {
  const top: Point = [x + (step * (level - a)) / (b - a), y];
  const right: Point = [x + step, y + (step * (level - b)) / (c - b)];
  const bottom: Point = [x + (step * (level - d)) / (c - d), y + step];
  const left: Point = [x, y + (step * (level - a)) / (d - a)];
  const inside = Number(a > level) + 2 * Number(b > level) + 4 * Number(c > level) + 8 * Number(d > level);
  const turns: Readonly<Record<number, Segment[]>> = {
    1: [[left, top]],
    2: [[top, right]],
    3: [[left, right]],
    4: [[right, bottom]],
    5: [
      [left, top],
      [right, bottom],
    ],
    6: [[top, bottom]],
    7: [[left, bottom]],
    8: [[bottom, left]],
    9: [[bottom, top]],
    10: [
      [top, right],
      [bottom, left],
    ],
    11: [[bottom, right]],
    12: [[right, left]],
    13: [[right, top]],
    14: [[top, left]],
  };
  return turns[inside] ?? [];
};

const keyOf = ([x, y]: Point): string => `${x.toFixed(1)},${y.toFixed(1)}`;

/** Joins segments end to end into as few strokes as possible. */
const pathOf = (segments: readonly Segment[]): string => {
  const byEnd = new Map<string, Segment[]>();
  for (const segment of segments) for (const end of segment) byEnd.set(keyOf(end), [...(byEnd.get(keyOf(end)) ?? []), segment]);
  const used = new Set<Segment>();
  const follow = (from: Point): Point[] => {
    const points: Point[] = [];
    for (let end = from; ;) {
      const next = byEnd.get(keyOf(end))?.find((segment) => !used.has(segment));
      if (!next) return points;
      used.add(next);
      end = keyOf(next[0]) === keyOf(end) ? next[1] : next[0];
      points.push(end);
    }
  };
  return segments
    .map((segment) => {
      if (used.has(segment)) return '';
      used.add(segment);
      const points = [...follow(segment[0]).toReversed(), ...segment, ...follow(segment[1])];
      return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
    })
    .join('');
};
