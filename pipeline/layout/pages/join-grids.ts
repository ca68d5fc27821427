/**
 * Tables that go on overleaf → one table: a repeated header is dropped, a row that the page's end broke is made whole, merged
 * cells that go on are one. Hard because nothing but geometry and words tells a continuation from the next table.
 */
import { enumeratorOf } from '../../../normalizers/enumerator.ts';
import { compact } from '../../../normalizers/fold.ts';
import type { DraftCell, DraftGrid } from './draft-page.ts';
import type { PageLayoutSettings } from './settings.ts';

/** A cell of a table over pages: it keeps the page and the box of each of its parts. */
export interface JoinedCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly parts: readonly { readonly page: number; readonly cell: DraftCell }[];
}

export interface JoinedGrid {
  readonly rows: number;
  readonly columns: number;
  /** Column borders, on the first piece's page. */
  readonly xs: readonly number[];
  readonly cells: readonly JoinedCell[];
  /** The pieces, one a page. */
  readonly grids: readonly [DraftGrid, ...DraftGrid[]];
}

export function singleGrid(grid: DraftGrid): JoinedGrid {
  const cells = grid.cells.map((cell) => ({ ...spanOf(cell), parts: [{ page: grid.page, cell }] }));
  return { rows: grid.rows, columns: grid.columns, xs: grid.xs, cells, grids: [grid] };
}

const spanOf = ({ row, col, rowSpan, colSpan }: DraftCell) => ({ row, col, rowSpan, colSpan });
const textOf = (cell: DraftCell | undefined) => compact(cell?.lines.map(({ text }) => text).join('') ?? '');
const joinedText = (cell: JoinedCell) => cell.parts.map((part) => textOf(part.cell)).join('');
/** The rest of a name that the page's end broke is short. */
const longestRest = 10;
/** Rows that a head may have before the page's end breaks it. */
const mostHeadRows = 3;
const isNumber = (text: string) => /^[-—(]?[\d,]+(?:\.\d+)?%?\)?$/.test(text);

/** Whether the next page's first table goes on with this one. */
export function continues(
  table: JoinedGrid,
  next: DraftGrid,
  pageHeight: number,
  settings: PageLayoutSettings,
): boolean {
  const last = table.grids.at(-1) ?? table.grids[0];
  if (next.page !== last.page + 1 || beginsAnew(table, next)) return false;
  const xs = shifted(next, table);
  const atEnd = last.box.y1 > pageHeight * settings.tableEnd;
  const same = (a: readonly number[], b: readonly number[]) => {
    const places = a.map((x) => nearest(x, b));
    const apart = new Set(places).size === a.length;
    return apart && a.every((x, i) => Math.abs((b[places[i] ?? 0] ?? 0) - x) <= settings.sameBorder);
  };
  const within = same(xs, table.xs);
  if (next.columns === table.columns) {
    const repeated = repeatedHeader(table, next) > 0;
    return within ? repeated || atEnd : repeated;
  }
  if (atEnd && within && onlyTotal(next)) return true;
  if (atEnd && same(table.xs, xs) && onlyHead(table, next)) return true;
  const alike = within || same(table.xs, xs);
  const asWide = Math.abs((xs.at(-1) ?? 0) - (table.xs.at(-1) ?? 0)) <= settings.sameBorder;
  return atEnd && alike && (mergedGoesOn(table, next) || (asWide && beginsWithAmounts(next)));
}

/** A form of the same kind about something else: it begins with the same label (项目名称) and goes on otherwise. */
function beginsAnew(table: JoinedGrid, next: DraftGrid): boolean {
  const here = next.cells.filter(({ row }) => row === 0).map(textOf);
  const there = table.cells.filter(({ row }) => row === 0).map(joinedText);
  return here[0] !== '' && here[0] === there[0] && here.join() !== there.join();
}

/** No header of its own: its first row holds amounts. */
const beginsWithAmounts = ({ cells }: DraftGrid) =>
  cells.some((cell) => cell.row === 0 && /\d\.\d/.test(textOf(cell)) && isNumber(textOf(cell)));

/** Overleaf begins with a merged cell that says nothing new: the surest sign where the columns are not the same. */
function mergedGoesOn(table: JoinedGrid, next: DraftGrid): boolean {
  const first = next.cells.find(({ row, col }) => row === 0 && col === 0);
  const last = table.cells.findLast(({ row, rowSpan, col }) => col === 0 && row + rowSpan === table.rows);
  if (first === undefined || last === undefined || first.colSpan === next.columns) return false;
  return first.rowSpan > 1 && [joinedText(last), ''].includes(textOf(first));
}

/** The page's end broke the head: nothing stands above it but the head's first rows, and overleaf begins without a number. */
function onlyHead(table: JoinedGrid, next: DraftGrid): boolean {
  const isSaid = (text: string) => text !== '' && !isNumber(text);
  const above = table.cells.map(joinedText);
  const below = next.cells.filter(({ row }) => row === 0).map(textOf);
  return (
    table.rows <= mostHeadRows &&
    above.every(isSaid) &&
    below.some(isSaid) &&
    !below.some(isNumber) &&
    next.cells.some((cell) => isNumber(textOf(cell)))
  );
}

/** Nothing but the row of a table's total: its label is merged over the columns that the rows above have apart. */
function onlyTotal({ rows, cells }: DraftGrid): boolean {
  const [first, ...rest] = cells.map(textOf);
  return rows === 1 && /^[合总小共]计$/.test(first ?? '') && rest.every((text) => text === '' || isNumber(text));
}

/** The borders of a piece as if it began at the same left edge as the table: pages are not always printed alike. */
function shifted(next: DraftGrid, table: JoinedGrid): readonly number[] {
  const shift = (next.xs[0] ?? 0) - (table.xs[0] ?? 0);
  return next.xs.map((x) => x - shift);
}

/** The same cells in a grid of more columns. */
function spread<T extends { readonly col: number; readonly colSpan: number }>(
  cells: readonly T[],
  own: readonly number[],
  xs: readonly number[],
): readonly T[] {
  return cells.map((cell) => {
    const col = nearest(own[cell.col] ?? 0, xs);
    return { ...cell, col, colSpan: nearest(own[cell.col + cell.colSpan] ?? 0, xs) - col };
  });
}

/** The index of the border nearest to a place. */
const nearest = (x: number, xs: readonly number[]) =>
  xs.reduce((best, other, i) => (Math.abs(other - x) < Math.abs((xs[best] ?? 0) - x) ? i : best), 0);

/** How many leading rows say again what the table's first rows say; rows with numbers are no header. */
export function repeatedHeader(table: JoinedGrid, next: DraftGrid): number {
  let rows = 0;
  for (; rows < next.rows; rows++) {
    const here = next.cells.filter(({ row }) => row === rows);
    const there = table.cells.filter(({ row }) => row === rows);
    const same =
      here.length === there.length &&
      here.every((cell, i) => cell.col === there[i]?.col && textOf(cell) === joinedText(there[i] as JoinedCell));
    const says = here.some((cell) => textOf(cell) !== '');
    if (!same || (says && here.some((cell) => /\d\.\d/.test(textOf(cell)) && isNumber(textOf(cell))))) break;
  }
  const headed = next.cells.filter(({ row }) => row < rows).some((cell) => textOf(cell) !== '');
  return headed ? rows : 0;
}

/** Joins, knowing that `continues` holds; the finer of the two column grids is the table's. */
export function joinGrids(before: JoinedGrid, piece: DraftGrid): JoinedGrid {
  const alike = piece.columns === before.columns;
  const own = alike ? before.xs : shifted(piece, before);
  const xs = own.length > before.xs.length ? own : before.xs;
  const table = { ...before, xs, columns: xs.length - 1, cells: spread(before.cells, before.xs, xs) };
  const next = { ...piece, columns: table.columns, cells: spread(piece.cells, own, xs) };
  const dropped = repeatedHeader(table, next);
  const body = next.cells.filter(({ row }) => row >= dropped).map((cell) => ({ ...cell, row: cell.row - dropped }));
  const broken = breaksRow(table, body);
  const head = alike ? false : onlyHead(table, next);
  const offset = table.rows - (broken ? 1 : 0);
  const cells: JoinedCell[] = [...table.cells];
  for (const cell of body) {
    const part = { page: next.page, cell };
    const above = cell.row === 0 ? cells.findIndex((one) => endsAbove(one, cell, table.rows)) : -1;
    const owner = cells[above];
    if (owner !== undefined && (broken || goesOn(owner, cell, table, body) || (head && completes(owner, cell)))) {
      cells[above] = {
        ...owner,
        rowSpan: owner.rowSpan + cell.rowSpan - (broken ? 1 : 0),
        parts: [...owner.parts, part],
      };
    } else cells.push({ ...spanOf(cell), row: cell.row + offset, parts: [part] });
  }
  return { ...table, rows: offset + next.rows - dropped, cells, grids: [...table.grids, piece] };
}

const endsAbove = (one: JoinedCell, cell: DraftCell, rows: number) =>
  one.col === cell.col && one.colSpan === cell.colSpan && one.row + one.rowSpan === rows;

/**
 * The page's end broke a row when no number stands in it, most of it is empty, and the words above in every cell that says
 * something filled their cell to its edge without coming to an end.
 */
function breaksRow(table: JoinedGrid, body: readonly DraftCell[]): boolean {
  const first = body.filter(({ row }) => row === 0);
  const said = first.filter((cell) => textOf(cell) !== '');
  if (said.length === 0 || first.some(({ rowSpan }) => rowSpan > 1) || said.some((cell) => isNumber(textOf(cell))))
    return false;
  const inFirst = said.some(({ col }) => col === 0);
  if (inFirst && (said.length > 1 || textOf(said[0]).length > longestRest)) return false;
  if (said.length * 2 > first.length + 1) return false;
  if (first.some((cell) => !table.cells.some((one) => endsAbove(one, cell, table.rows)))) return false;
  return said.every((cell) => {
    const above = table.cells.find((one) => endsAbove(one, cell, table.rows));
    return above !== undefined && breaksOff(above) && enumeratorOf(textOf(cell)) === null;
  });
}

/** The rest of a head's words, or of its empty cell. */
const completes = (owner: JoinedCell, cell: DraftCell) => textOf(cell) === '' || breaksOff(owner);

function breaksOff(cell: JoinedCell): boolean {
  const part = cell.parts.at(-1)?.cell;
  const line = part?.lines.at(-1);
  if (part === undefined || line === undefined || /[。；]$/.test(line.text)) return false;
  return part.lines.length > 2 || line.x1 > part.box.x1 - line.size * 1.8;
}

/**
 * A merged cell goes on overleaf where its first part says nothing there: when both halves are merged over rows; when one is and
 * it holds words, no number; or when it is a level's name beside a merged cell that goes on, with names of the next level right of it.
 */
function goesOn(owner: JoinedCell, cell: DraftCell, table: JoinedGrid, body: readonly DraftCell[]): boolean {
  const said = joinedText(owner);
  if (said === '' || textOf(cell) !== '') return false;
  if (owner.rowSpan > 1 && cell.rowSpan > 1) return true;
  if (isNumber(said)) return false;
  if (owner.rowSpan > 1 || cell.rowSpan > 1) return true;
  const beside = body.some((other) => {
    const above = table.cells.find((one) => endsAbove(one, other, table.rows));
    return other.row === 0 && other.col < cell.col && above !== undefined && above.rowSpan > 1 && other.rowSpan > 1;
  });
  const named = body.find((other) => other.row === 0 && other.col > cell.col && textOf(other) !== '');
  return beside && named !== undefined && !isNumber(textOf(named));
}
