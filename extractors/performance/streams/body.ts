/** The tokens below a header → its rows with their levels. Level names are the anchors: whatever stands between two of them is aligned alone. */
import { firstLevelOf, secondLevelOf } from '../../../normalizers/indicator-level.ts';
import { type ColumnKey, isTotalLabel } from '../../../normalizers/indicator-terms.ts';
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
  /** What stands after the word for the total. */
  readonly totals: readonly Token[];
}

/** Pieces that a level's name may be broken into. */
const longestLevel = 4;
/** 成本, 满意度 end many cells: a level's name says 指标 or names a benefit. */
const saysLevel = /(?:指标|效益|影响)(?:[(（][^()（）]{1,8}[)）])?$/;

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
  const evenly = columns.map(() => widest);
  const first = stretches.map((stretch) => alignRows(stretch.tokens, columns, evenly));
  const hard = tokens.some(({ before }) => before === 'cell');
  const widths = hard ? evenly : widthsOf(first.flat(), columns, widest);
  const rows = stretches.flatMap(({ level1, level2, tokens: own }, i) => {
    const read = hard ? (first[i] ?? []) : alignRows(own, columns, widths);
    return read.map((cells) => ({ level1, level2, cells }));
  });
  return { rows, totals };
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
      totals.push(...tokens.slice(at + 1));
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

/** @param below a first level was just printed: a name of both ranks is then the second */
function levelAt(tokens: readonly Token[], at: number, columns: readonly ColumnKey[], below: boolean): Level | null {
  let found: Level | null = null;
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
