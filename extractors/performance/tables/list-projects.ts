/**
 * Lists name a project in a cell merged over its indicators. Page edges cut these cells: the name is then printed in one part only,
 * or begins in one and ends in the next. → For each row of a list, the project it belongs to.
 */
import type { ColumnKey } from '../../../normalizers/indicator-terms.ts';
import type { GridCell } from '../../../pipeline/model/layout.ts';
import { joined, pageOf, type Words, wordsOf } from './cells.ts';
import { isNumber } from './money.ts';
import type { BodyLine, Segment } from './segments.ts';

export interface ListProject {
  readonly name: Words | null;
  readonly funds: Words | null;
  readonly fundsCell: GridCell | null;
  /** The unit that carries it out. */
  readonly unitName: Words | null;
  readonly goal: Words | null;
  /** The rows of its cell. */
  readonly lines: readonly BodyLine[];
}

interface Part extends ListProject {
  readonly lines: BodyLine[];
  /** Its first row is the first of a page. */
  readonly overleaf: boolean;
}

/** @returns projects in the order of their rows; rows that belong to none have a project without a name */
export function projectsOfList({ header, body }: Segment): readonly ListProject[] {
  if (!header.columns.has('project')) return [];
  const hasFunds = header.columns.has('funds');
  const parts = partsOf(body);
  const projects: ListProject[] = [];
  let waiting: readonly BodyLine[] = [];
  for (const [i, part] of parts.entries()) {
    const last = projects.at(-1);
    const ends = parts[i + 1]?.overleaf === true;
    const rest = waiting.length > 0 || last === undefined ? null : restOf(part, last, hasFunds);
    const lines = [...waiting, ...part.lines];
    if (rest !== null) projects[projects.length - 1] = rest;
    else if (part.name === null && ends) waiting = lines;
    else {
      const { name, funds, fundsCell, unitName, goal } = part;
      projects.push({ name, funds, fundsCell, unitName, goal, lines });
      waiting = [];
    }
  }
  return waiting.length === 0
    ? projects
    : [...projects, { name: null, funds: null, fundsCell: null, unitName: null, goal: null, lines: waiting }];
}

/** The project before, with what goes on of it at the head of a page; null where another one begins. */
function restOf(part: Part, last: ListProject, hasFunds: boolean): ListProject | null {
  const whole = { ...last, lines: [...last.lines, ...part.lines] };
  if (part.name === null) return part.overleaf ? whole : null;
  if (part.name.value === last.name?.value && sameFunds(part, last)) return whole;
  const cut = part.overleaf && hasFunds && part.funds === null && last.name !== null;
  return cut ? { ...whole, name: joined([last.name, part.name]) } : null;
}

const sameFunds = (one: ListProject, other: ListProject) => (one.funds?.value ?? '') === (other.funds?.value ?? '');

/** Rows under one cell of the column of projects. */
function partsOf(body: readonly BodyLine[]): readonly Part[] {
  const parts: Part[] = [];
  let cell: GridCell | null = null;
  let page: number | null = null;
  for (const line of body) {
    const at = (key: ColumnKey) => {
      const range = line.header.columns.get(key);
      return range === undefined ? null : line.matrix.at(line.row, range.from);
    };
    const here = at('project');
    const last = parts.at(-1);
    const linePage = pageOf(line);
    if (last !== undefined && here === cell && here !== null) {
      last.lines.push(line);
    } else {
      const fundsCell = at('funds');
      const words = last?.fundsCell === fundsCell ? null : wordsOf(fundsCell);
      const ownFunds = words !== null && isNumber(words.value) ? words : null;
      const overleaf = last !== undefined && page !== null && linePage === page + 1;
      parts.push({
        name: wordsOf(here),
        funds: ownFunds,
        unitName: wordsOf(at('unit')),
        goal: wordsOf(at('goal')),
        lines: [line],
        fundsCell,
        overleaf,
      });
    }
    cell = here;
    page = linePage;
  }
  return parts;
}
