/** A report → what the page shows of it: contradictions first, then what was not read, then every figure. */
import type { AuditedCheck } from '../../model/audit.ts';
import type { Report, ReportFigure } from '../report.ts';
import { both, element } from './elements.ts';
import { bases, doubtWords, factWords, measures, pageWords, statuses, summaryWords, type Words } from './words.ts';

/** Operands shown with a contradiction; a sum of forty rows is not told row by row. */
const operandsShown = 6;

export function showReport(report: Report): DocumentFragment {
  const { file, facts, figures, verdicts } = report;
  const wrong = verdicts.filter(({ status }) => status === 'fail');
  const shown = document.createDocumentFragment();
  shown.append(
    element('h2', '', facts.title ?? file),
    element('p', 'facts', both(factWords(report))),
    element('p', 'summary', both(summaryWords(report))),
    element('h3', '', both([`矛盾（${wrong.length}）`, `Contradictions (${wrong.length})`])),
    wrong.length === 0
      ? element('p', '', both(['没有发现。', 'None found.']))
      : element('ol', 'contradictions', ...wrong.map(contradiction)),
    ...troubles(report),
    element('h3', '', both([`数（${figures.length}）`, `Figures (${figures.length})`])),
    ...figureTable(figures),
  );
  return shown;
}

function contradiction({ rule, page, message, english, quote, operands, doubt }: AuditedCheck): HTMLElement {
  const prints = operands.slice(0, operandsShown).map((operand) => place(operand.page, operand.quote));
  const more = operands.length - prints.length;
  return element(
    'li',
    '',
    element('p', 'where', ...(page === null ? [] : [both(pageWords(page)), ' · ']), rule),
    element('p', 'message', both([message, english])),
    ...(prints.length > 0 || quote === null ? prints : [element('blockquote', '', quote)]),
    ...(more > 0 ? [element('p', 'where', both([`还有${more}个数`, `and ${more} more`]))] : []),
    ...(doubt === null ? [] : [element('p', 'where', both(doubtWords(doubt)))]),
  );
}

const place = (page: number | null, quote: string) =>
  element('blockquote', '', ...(page === null ? [] : [element('small', '', both(pageWords(page))), ' ']), quote);

/** What could not be read may hide a contradiction. */
function troubles({ findings }: Report): readonly HTMLElement[] {
  const told = findings.filter(({ severity }) => severity !== 'info');
  if (told.length === 0) return [];
  const title: Words = [`读的时候发现的问题（${told.length}）`, `Trouble in reading (${told.length})`];
  const lines = told.map(({ code, message }) => element('li', '', message, ' ', element('small', '', code)));
  return [element('details', 'troubles', element('summary', '', both(title)), element('ul', '', ...lines))];
}

const columns: readonly Words[] = [
  ['页', 'Page'],
  ['项目', 'Item'],
  ['年度', 'Year'],
  ['口径', 'Basis'],
  ['数值', 'Value'],
  ['单位', 'Unit'],
  ['核对', 'Check'],
  ['原文', 'Print'],
];

function figureTable(figures: readonly ReportFigure[]): readonly HTMLElement[] {
  const rows = figures.map(figureRow);
  const search = element('input', '');
  search.type = 'search';
  search.addEventListener('input', () => {
    const words = search.value.trim().split(/\s+/);
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.includes(word));
  });
  const head = columns.map((words) => element('th', '', both(words)));
  const table = element('table', '', element('thead', '', element('tr', '', ...head)), element('tbody', '', ...rows));
  const label = element('label', '', both(['筛选：', 'Filter: ']), search);
  return [label, element('div', 'table', table)];
}

function figureRow(figure: ReportFigure): HTMLTableRowElement {
  const { page, fiscalYear, basis, measure, value, unit, status, quote } = figure;
  const basisWords: Words = [
    [bases[basis][0], measures[measure][0]].join(' ').trim(),
    [bases[basis][1], measures[measure][1]].join(' ').trim(),
  ];
  return element(
    'tr',
    '',
    element('td', 'number', page?.toString() ?? ''),
    element('td', '', itemOf(figure)),
    element('td', 'number', fiscalYear?.toString() ?? ''),
    element('td', '', both(basisWords)),
    element('td', 'number', grouped(value)),
    element('td', '', unit ?? ''),
    element('td', status, both(statuses[status])),
    element('td', '', quote),
  );
}

/** The concept, and what of it: an item of the classification, a project, another's name. */
function itemOf({ label, stated, function: by, economic, project, agency }: ReportFigure): string {
  const items = [by, economic].flatMap((item) => (item === null ? [] : `${item.code ?? ''} ${item.name ?? ''}`.trim()));
  return [label ?? stated, ...items, project, agency].filter((one) => one !== null && one !== '').join(' · ');
}

/** 3533200.00 → 3,533,200.00 */
function grouped(digits: string): string {
  const [whole = '', ...rest] = digits.split('.');
  return [whole.replace(/\B(?=(?:\d{3})+$)/g, ','), ...rest].join('.');
}
