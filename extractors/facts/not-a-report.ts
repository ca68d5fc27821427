/**
 * What is published beside fiscal reports, and often under their names: notices, policies, plans, pages that only link to a
 * report, articles on statistics. Told by what the text calls itself, and by what could be read from it.
 */
import { yearsIn } from '../../normalizers/fiscal-year.ts';
import { compact, tidy } from '../../normalizers/fold.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Layout } from '../../pipeline/model/layout.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import { readCellNumber } from '../tables/numbers.ts';
import { wholeAgency } from './agency.ts';

/** How much of each kind was read. */
export interface Evidence {
  readonly amounts: number;
  readonly tableFigures: number;
  readonly proseFigures: number;
  readonly projects: number;
  readonly indicators: number;
}

/** A notice's subject; what it brings into force is a policy whatever figures stand in it. */
const notice =
  /^(?!根据|按照|依据|为)[^。，；：:]{0,40}关于.{2,120}?的(?:通知|通告|公告|意见|决定|函|批复|通报|解读)(?!》|要求|精神)/;
const inForce = /关于(?:提前)?(?:印发|下达|拨付|转发|修订|修改|废止|调整|明确|加强|做好|开展|组织|征集|申报)/;
/** What policies and plans are called. */
const policy =
  /^[^。，；：:]{2,60}(?:办法|规定|细则|条例|规划|指引|规程|须知|流程|章程|解读)(?:[（(][^）)]{0,20}[）)])?$/;
/** Lines that may hold the title, behind a number and the name of the author. */
const opening = 6;
const longestTitle = 160;
const headRows = 3;

/**
 * @param facts what the document says of itself
 * @param found findings of the reader: what is attached, what is shown as pictures
 * @returns in one sentence why it is no fiscal report; null when it is one, or when nothing of it can be read
 */
export function whyNoReport(
  layout: Layout,
  facts: DocumentFacts,
  evidence: Evidence,
  found: readonly Finding[],
): string | null {
  const lines = openingLines(layout);
  if (lines.length === 0) return null;
  const { amounts, tableFigures, proseFigures, projects, indicators } = evidence;
  const called = calledPolicy(lines);
  if (called !== null && (inForce.test(called) || tableFigures + indicators === 0))
    return `a notice or policy: “${called}”`;
  if (tableFigures + proseFigures + projects + indicators > 0) return null;
  // Tables of no known form make no other document of what calls itself a budget.
  if (facts.kind !== 'other' && printsMoney(layout)) return null;
  if (amounts === 0) return `no amount and no indicator in it${elsewhere(found)}`;
  return facts.kind === 'other' ? `its ${amounts} amounts are of no budget, account or evaluation` : null;
}

/**
 * @returns facts of a document that is no fiscal report: the title it opens with, the author and the year only where they stand
 *   there too
 */
export function factsOfOther(layout: Layout, facts: DocumentFacts): DocumentFacts {
  const lines = openingLines(layout);
  const first = lines.join('');
  const years = new Set(yearsIn(lines[0] ?? '').map(({ year }) => year));
  const author = wholeAgency((calledPolicy(lines) ?? '').replace(/关于.*$/, ''));
  const printed = facts.title !== null && first.includes(facts.title);
  return {
    ...facts,
    title: calledPolicy(lines) ?? (printed ? facts.title : (lines[0] ?? null)),
    kind: 'other',
    caliber: null,
    agency: author ?? (facts.agency !== null && first.includes(compact(facts.agency)) ? facts.agency : null),
    fiscalYear: years.size === 1 ? ([...years][0] ?? null) : null,
  };
}

function openingLines({ blocks }: Layout): readonly string[] {
  const lines = blocks.flatMap((block) => (block.kind === 'paragraph' ? [compact(tidy(block.passage.text))] : []));
  return lines.slice(0, opening).map((line) => line.slice(0, longestTitle).replaceAll('(', '（').replaceAll(')', '）'));
}

/** A title may be broken over lines: 云溪县人民政府办公室 / 关于印发… / …的通知. */
function calledPolicy(lines: readonly string[]): string | null {
  for (const [index, line] of lines.entries()) {
    const joined = lines
      .slice(index, index + 3)
      .join('')
      .slice(0, longestTitle);
    const words = notice.exec(line) ?? (line.includes('关于') && !/[。，；]/.test(line) ? notice.exec(joined) : null);
    if (words !== null) return words[0];
    if (index < 3 && policy.test(line)) return line;
  }
  return null;
}

/** Whether a table of it holds numbers of money, whatever could be read of it: its unit or its head says so. */
function printsMoney({ blocks }: Layout): boolean {
  return blocks.some((block) => {
    if (block.kind !== 'grid') return false;
    const head = block.cells.filter(({ row }) => row < headRows).map(({ passage }) => passage?.folded ?? '');
    if (![block.caption.unit?.value ?? '', ...head].some((words) => /元|[预决]算数/.test(words))) return false;
    return block.cells.some(
      ({ row, passage }) => row > 0 && passage !== null && readCellNumber(compact(passage.text)) !== null,
    );
  });
}

/** Where the report may be instead. */
function elsewhere(found: readonly Finding[]): string {
  const attached = found.filter(({ code }) => code === 'attachment-not-read').length;
  const pictures = found.find(({ code }) => code === 'pictures-not-read')?.message;
  const words = [attached > 0 ? `${attached} attached, not read` : '', pictures ?? ''].filter((part) => part !== '');
  return words.length === 0 ? '' : `: ${words.join('; ')}`;
}
