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
  readonly cells: readonly JoinedCell[];
  /** The pieces, one a page. */
  readonly grids: readonly [DraftGrid, ...DraftGrid[]];
}

export function singleGrid(grid: DraftGrid): JoinedGrid {
  const cells = grid.cells.map((cell) => ({ ...spanOf(cell), parts: [{ page: grid.page, cell }] }));
  return { rows: grid.rows, columns: grid.columns, cells, grids: [grid] };
}

const spanOf = ({ row, col, rowSpan, colSpan }: DraftCell) => ({ row, col, rowSpan, colSpan });
const textOf = (cell: DraftCell | undefined) => compact(cell?.lines.map(({ text }) => text).join('') ?? '');
const joinedText = (cell: JoinedCell) => cell.parts.map((part) => textOf(part.cell)).join('');
const isNumber = (text: string) => /^[-—(]?[\d,]+(?:\.\d+)?%?\)?$/.test(text);

/** Whether the next page's first table goes on with this one. */
export function continues(
  table: JoinedGrid,
  next: DraftGrid,
  pageHeight: number,
  settings: PageLayoutSettings,
): boolean {
  const last = table.grids.at(-1) ?? table.grids[0];
  if (next.page !== last.page + 1 || next.columns !== table.columns) return false;
  const shift = (next.xs[0] ?? 0) - (last.xs[0] ?? 0);
  const sameBorders = next.xs.every((x, i) => Math.abs(x - shift - (last.xs[i] ?? 0)) <= settings.sameBorder);
  const repeated = repeatedHeader(table, next) > 0;
  return sameBorders ? repeated || last.box.y1 > pageHeight * settings.tableEnd : repeated;
}

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

/** Joins, knowing that `continues` holds. */
export function joinGrids(table: JoinedGrid, next: DraftGrid): JoinedGrid {
  const dropped = repeatedHeader(table, next);
  const body = next.cells.filter(({ row }) => row >= dropped).map((cell) => ({ ...cell, row: cell.row - dropped }));
  const broken = breaksRow(table, body);
  const offset = table.rows - (broken ? 1 : 0);
  const cells: JoinedCell[] = [...table.cells];
  for (const cell of body) {
    const part = { page: next.page, cell };
    const above =
      cell.row === 0
        ? cells.findIndex(
            (one) => one.col === cell.col && one.colSpan === cell.colSpan && one.row + one.rowSpan === table.rows,
          )
        : -1;
    const owner = cells[above];
    if (owner !== undefined && (broken || goesOn(owner, cell, cells))) {
      cells[above] = {
        ...owner,
        rowSpan: owner.rowSpan + cell.rowSpan - (broken ? 1 : 0),
        parts: [...owner.parts, part],
      };
    } else cells.push({ ...spanOf(cell), row: cell.row + offset, parts: [part] });
  }
  const rows = offset + next.rows - dropped;
  return { rows, columns: table.columns, cells, grids: [...table.grids, next] };
}

/**
 * The page's end broke a row when the first column says nothing, no number stands in the row, and the words above in every cell
 * that says something filled their cell to its edge without coming to an end.
 */
function breaksRow(table: JoinedGrid, body: readonly DraftCell[]): boolean {
  const first = body.filter(({ row }) => row === 0);
  const said = first.filter((cell) => textOf(cell) !== '');
  if (said.length === 0 || first.some(({ rowSpan }) => rowSpan > 1) || said.some((cell) => isNumber(textOf(cell))))
    return false;
  const above = table.cells.filter(({ row, rowSpan }) => row + rowSpan === table.rows);
  return (
    said.every((cell) => {
      const one = above.find(({ col, colSpan }) => col === cell.col && colSpan === cell.colSpan);
      return one !== undefined && cell.col > 0 && breaksOff(one) && enumeratorOf(textOf(cell)) === null;
    }) && said.length * 2 <= first.length + 1
  );
}

function breaksOff(cell: JoinedCell): boolean {
  const part = cell.parts.at(-1)?.cell;
  const line = part?.lines.at(-1);
  return (
    part !== undefined && line !== undefined && !/[。；]$/.test(line.text) && line.x1 > part.box.x1 - line.size * 1.8
  );
}

/** A merged cell goes on overleaf: nothing new is said there, and one of its halves is merged over rows. */
function goesOn(owner: JoinedCell, cell: DraftCell, cells: readonly JoinedCell[]): boolean {
  const text = textOf(cell);
  if (isNumber(joinedText(owner)) || (owner.rowSpan === 1 && cell.rowSpan === 1)) return false;
  const inFirstColumns = cells.every(
    (other) => other.col >= owner.col || other.row + other.rowSpan <= owner.row || other.row >= owner.row,
  );
  return text === '' && joinedText(owner) !== '' && inFirstColumns;
}
