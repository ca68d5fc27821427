/** The document's title: the lines that stand before everything else, or what its first headings say. */
import { compact, tidy } from '../../normalizers/fold.ts';
import type { Grid, GridCell } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import type { Passage } from '../../pipeline/model/passage.ts';
import { agencyIn, wholeAgency } from './agency.ts';

const documentWords = /预算|决算|绩效|自评|评价|收支/;
const mostTitleLines = 5;
const longestTitleLine = 45;

/**
 * @param outline sections; what stands before the first heading belongs to the first one
 * @returns the printed title with its lines joined, or null where no title is printed
 */
export function printedTitle(outline: Outline): string | null {
  const lines = outline.sections[0].blocks
    .slice(0, mostTitleLines + 3)
    .flatMap((block) => (block.kind === 'grid' ? titleRows(block) : [titleLine(block.passage)]));
  const from = lines.findIndex((line) => line !== null);
  const run = lines.slice(Math.max(0, from));
  const end = run.indexOf(null);
  const kept: string[] = [];
  for (const line of end < 0 ? run : run.slice(0, end)) {
    if (line === null || kept.length >= mostTitleLines) break;
    if (closesTitle(kept.join('')) && !continuesTitle.test(line)) break;
    kept.push(line);
  }
  const below = run[kept.length];
  const headless = /^(?:\d{4}年度?)?(?:部门|单位)/.test(kept.join(''));
  const owner = headless && typeof below === 'string' ? wholeAgency(below) : null;
  const title = `${owner ?? ''}${kept.join('')}`;
  return documentWords.test(title) ? title : headedTitle(outline);
}

/** The name of a table or section that is the document's first line titles it too, where it says whose it is and of which year. */
function headedTitle({ sections }: Outline): string | null {
  const [before, first] = sections;
  const [line] = first?.blocks ?? [];
  if (before.blocks.length > 0 || first?.label !== null || line?.kind !== 'paragraph') return null;
  const title = titleLine(line.passage) ?? '';
  return documentWords.test(title) && /\d{4}年/.test(title) && agencyIn(title, null) !== null ? title : null;
}

/** Rows of one cell over the whole width that a table begins with, as sheets do that were saved as pages; what follows is no title. */
function titleRows({ cells, columns }: Grid): readonly (string | null)[] {
  const isWide = ({ colSpan }: GridCell) => colSpan === columns && columns > 1;
  const body = cells.reduce(
    (least, cell) => (isWide(cell) ? least : Math.min(least, cell.row)),
    Number.POSITIVE_INFINITY,
  );
  const lines = cells.flatMap((cell) =>
    isWide(cell) && cell.row < body && cell.passage !== null ? [titleLine(cell.passage)] : [],
  );
  return [...lines, null];
}

/** Short, no sentence, no table row, no unit line, no date. */
function titleLine(passage: Passage): string | null {
  const text = tidy(passage.text);
  const plain = compact(text).replace(/^[.·、]+/, '');
  if (/\S\s{4,}\S/.test(passage.folded)) return null;
  if (plain.length === 0 || plain.length > longestTitleLine || /[。；;，]|[:：]/.test(plain)) return null;
  if (/^\(?\d{4}年\d{1,2}月|^单位[:：]|^目录$|^附件?\d*$|^[\d\s]+$|(?:预算|决算|公开)\d+表/.test(plain)) return null;
  return plain.replaceAll('(', '（').replaceAll(')', '）');
}

const closesTitle = (title: string) =>
  /(?:报告|决算|预算|说明|情况|公开|报表|自评表|目标表)(?:（[^）]*）)?$/.test(title) && documentWords.test(title);
/** A line that goes on with a title that could have ended: 和2023年预算草案的报告, （2024年度）, 公开说明. */
const continuesTitle = /^(?:和|及|与|暨|的|公开|说明|情况|（\d{4}年度?）$)/;
