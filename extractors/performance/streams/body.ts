/** The tokens below a header → its rows with their levels. Level names are the anchors: whatever stands between two of them is aligned alone. */
import { firstLevelOf, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import { type ColumnKey, isFootLabel, isTotalLabel } from '../../../normalizers/indicator-terms.ts';
import { alignRows, type StreamRow } from './align.ts';
import { widthOf } from './cell-cost.ts';
import type { StreamHeader } from './header.ts';
import { type Token, textOf } from './tokens.ts';

export interface LeveledRow {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly cells: StreamRow;
}

export interface StreamBody {
  readonly rows: readonly LeveledRow[];
  /** The word for the total and what stands after it. */
  readonly totals: readonly Token[];
}

/** Pieces that a level's name may be broken into. */
const longestLevel = 4;
/** 成本, 满意度 end many cells: a level's name says 指标 or names a benefit. */
const saysLevel = /(?:指标|效益|影响)(?:[(（][^()（）]{1,8}[)）])?$/;
/** A number that ends the row before is no number of the level after it. */
const points = /^[\d.]+分?$/;

interface Level {
  readonly rank: 1 | 2;
  readonly text: string;
  readonly to: number;
}

interface Stretch {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly tokens: readonly Token[];
}

/** @param tokens those below the header, up to the end of the table */
export function readBody(tokens: readonly Token[], header: StreamHeader): StreamBody {
  const { stretches, totals } = stretchesOf(tokens, header);
  const columns = header.columns.filter((key) => key !== 'level1' && key !== 'level2');
  const widest = Math.max(4, ...tokens.map(({ text }) => widthOf(text)));
  const hard = tokens.some(({ before }) => before === 'cell');
  const evenly = columns.map(() => widest);
  const widths = hard ? evenly : bestWidths(stretches, columns, widest);
  const rows = stretches.flatMap(({ level1, level2, tokens: own }) =>
    alignRows(own, columns, widths).rows.map((cells) => ({ level1, level2, cells })),
  );
  return { rows, totals };
}

/** Widths tried for the column of names, the one that is broken most, and for all columns. */
const triedWidths = [6, 7, 8, 9, 10, 12, 14];

/** What is learned from a first reading; of several first readings, by the width of a name's line, the one that costs least. */
function bestWidths(stretches: readonly Stretch[], columns: readonly ColumnKey[], widest: number): readonly number[] {
  const narrower = triedWidths.filter((width) => width < widest);
  const tried = [
    columns.map(() => widest),
    ...narrower.map((width) => columns.map((key) => (key === 'level3' || key === 'name' ? width : widest))),
    ...narrower.map((width) => columns.map(() => width)),
  ];
  const readings = tried.map((widths) => {
    const read = stretches.map(({ tokens }) => alignRows(tokens, columns, widths));
    return { read, cost: read.reduce((sum, { cost }) => sum + cost, 0) };
  });
  const best = readings.reduce((one, other) => (other.cost < one.cost ? other : one));
  return widthsOf(
    best.read.flatMap(({ rows }) => rows),
    columns,
    widest,
  );
}

function stretchesOf(tokens: readonly Token[], { columns }: StreamHeader) {
  const stretches: { level1: string | null; level2: string | null; tokens: Token[] }[] = [];
  const totals: Token[] = [];
  let level1: string | null = null;
  let level2: string | null = null;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    if (isTotalLabel(token.text)) {
      totals.push(...tokens.slice(at));
      break;
    }
    if (isFoot(tokens, at)) {
      const total = tokens.findIndex(({ text }, i) => i > at && isTotalLabel(text));
      if (total > 0) totals.push(...tokens.slice(total));
      break;
    }
    const level = levelAt(tokens, at, columns, stretches.at(-1)?.tokens.length === 0 && level2 === null);
    if (level === null) {
      const last = stretches.at(-1);
      if (last === undefined) stretches.push({ level1, level2, tokens: [token] });
      else last.tokens.push(token);
      at++;
      continue;
    }
    if (level.rank === 1) {
      level1 = level.text;
      level2 = null;
    } else level2 = level.text;
    at = level.to;
    const last = stretches.at(-1);
    if (last !== undefined && last.tokens.length === 0) stretches.pop();
    stretches.push({ level1, level2, tokens: [] });
  }
  const filled: readonly Stretch[] = stretches.filter(({ tokens: own }) => own.length > 0);
  return { stretches: filled, totals };
}

/** What is said of the whole form stands below its last level. */
function isFoot(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.before === 'blank' || !isFootLabel(token.text)) return false;
  return !tokens.slice(at).some(({ text }) => saysLevel.test(text) && (firstLevelOf(text) ?? secondLevelOf(text)));
}

/** @param below a first level was just printed: a name of both ranks is then the second */
function levelAt(tokens: readonly Token[], at: number, columns: readonly ColumnKey[], below: boolean): Level | null {
  let found: Level | null = null;
  if (points.test(tokens[at]?.text ?? '')) return null;
  for (let to = at + 1; to <= Math.min(tokens.length, at + longestLevel); to++) {
    if (to > at + 1 && tokens[to - 1]?.before !== 'line') break;
    const text = textOf(tokens.slice(at, to));
    if (!saysLevel.test(text)) continue;
    const first = columns.includes('level1') && firstLevelOf(text) !== null;
    const second = columns.includes('level2') && secondLevelOf(text) !== null;
    if (!first && !second) continue;
    const rank = first && second ? (rankOfBoth(text, below) ?? 1) : first ? 1 : 2;
    found = { rank, text, to };
  }
  return found;
}

/** 成本指标 is a second level of most forms, 满意度指标 a first one. */
const rankOfBoth = (text: string, below: boolean): 1 | 2 | null => {
  if (below) return 2;
  return firstLevelOf(text)?.level1 === '成本指标' ? 2 : 1;
};

/** The longest line inside a cell of each column that goes on on the next. */
function widthsOf(rows: readonly StreamRow[], columns: readonly ColumnKey[], widest: number): readonly number[] {
  return columns.map((column) => {
    const lines = rows.flatMap((row) => {
      const cell = row.get(column) ?? [];
      return cell.filter((_, i) => cell[i + 1]?.before === 'line').map(({ text }) => widthOf(text));
    });
    const sorted = [...lines].sort((a, b) => a - b);
    return lines.length < 3 ? widest : Math.min(widest, sorted[Math.floor(sorted.length * 0.9)] ?? widest);
  });
}
