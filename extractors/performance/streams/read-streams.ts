/**
 * An outline → the forms of indicator tables that a conversion flattened to text, one cell or one line a paragraph. A form runs from its
 * title to its total or to the next title; page breaks may put running text into it, and the text's section headings with it.
 */

import { compact } from '../../../normalizers/fold.ts';
import { levelsOf } from '../../../normalizers/indicator-level.ts';
import { isTotalLabel } from '../../../normalizers/indicator-terms.ts';
import { parseActual, parseTarget, withUnitOf } from '../../../normalizers/target-value.ts';
import type { Note } from '../../../pipeline/model/finding.ts';
import type { Outline } from '../../../pipeline/model/outline.ts';
import type { DocumentFacts } from '../../../pipeline/model/reading.ts';
import { coverOf } from '../../../pipeline/model/span.ts';
import type { Form } from '../form.ts';
import type { Statement } from '../statements.ts';
import { targetText } from '../target-text.ts';
import { longestStretch } from './align.ts';
import { type LeveledRow, readBody } from './body.ts';
import { placeOf, plainNumber, readHead } from './form-head.ts';
import { headersIn, type StreamHeader } from './header.ts';
import { isRunningText, type Placed, type Token, textOf, tokensOf, wordsOf } from './tokens.ts';

const title = /(?:自评表|完成情况表|绩效目标.{0,8}表|评价表|评分表|申报表|绩效.{0,10}表)(?:\((?:20\d\d年?度?)?\))?$/;
const afterTable = /^(?:备注|注[:：]|附件|填报人|联系人|说明[:：])/;

/** @returns one form for each table, in reading order */
export function readStreams(outline: Outline, facts: DocumentFacts, note: Note): readonly Form[] {
  const placed = placedIn(outline);
  const starts = placed
    .filter(({ paragraph }) => title.test(compact(paragraph.passage.text)))
    .map(({ index }) => index);
  return starts.flatMap((start, i) => {
    const table = placed.slice(start, starts[i + 1] ?? placed.length);
    const tokens = tokensOf(table);
    const [header] = headersIn(tokens);
    return header === undefined ? [] : (formOf(table, tokens, header, facts, note) ?? []);
  });
}

function placedIn({ sections }: Outline): readonly Placed[] {
  return sections
    .flatMap((section) =>
      section.blocks.flatMap((block) => (block.kind === 'paragraph' ? [{ paragraph: block, section }] : [])),
    )
    .map((one, index) => ({ ...one, index }));
}

function formOf(
  table: readonly Placed[],
  tokens: readonly Token[],
  header: StreamHeader,
  facts: DocumentFacts,
  note: Note,
): Form | null {
  const body = tokens.slice(header.to, header.to + bodyLength(tokens.slice(header.to), table));
  const { rows, totals } = readBody(body, header);
  const indicators = rows.flatMap((row) => indicatorOf(row, facts) ?? []);
  if (indicators.length === 0) {
    const place = tokens[header.from];
    const span = place === undefined ? null : coverOf(wordsOf([place]).spans);
    const message = `a flattened indicator table gives no rows (at most ${longestStretch} cells between two levels are read)`;
    note({ code: 'indicator-table-unread', message, span });
    return null;
  }
  const above = tokens.slice(0, header.from);
  const { project, statements, ...money } = readHead(above);
  const total = header.columns.includes('score') ? (totalScore(totals, header) ?? scoreAbove(above)) : undefined;
  const score = total?.points ?? null;
  const number = score === null ? null : plainNumber(score);
  const said: readonly Statement[] =
    total === undefined || number === null
      ? statements
      : [
          ...statements,
          {
            ...placeOf(total.token),
            ...{ project: project?.name ?? null, concept: 'performance.score', basis: 'none', measure: 'score' },
            value: { number, unit: '分' },
          },
        ];
  const section = table[0]?.section.index ?? 0;
  if (project === null) return { project: null, indicators, statements: said };
  const { name, words } = project;
  const mention = { name, fiscalYear: facts.fiscalYear, ...money, score, section, words, quote: name };
  return { project: mention, indicators, statements: said };
}

/** Of 总分 100 95.5 the score is the second number; alone it is one where the columns or the label leave no other meaning. */
function totalScore([label, ...rest]: readonly Token[], { columns }: StreamHeader) {
  const numbers = rest
    .slice(0, 2)
    .map((token) => ({ token, points: /^(\d{1,4}(?:\.\d{1,3})?)[分%]?$/.exec(compact(token.text))?.[1] }));
  const [first, second] = numbers.slice(0, numbers.findIndex(({ points }) => points === undefined) >>> 0);
  const alone = !columns.includes('weight') || first?.points !== '100' || /得分|自评|评价/.test(label?.text ?? '');
  return second ?? (alone ? first : undefined);
}

/** 自评总分 among the fields of a form. */
function scoreAbove(fields: readonly Token[]) {
  const at = fields.findIndex(({ text }) => /总.*分/.test(text) && isTotalLabel(text));
  const token = at < 0 ? undefined : fields[at + 1];
  const points = /^(\d{1,3}(?:\.\d{1,3})?)分?$/.exec(token?.text ?? '')?.[1];
  return token === undefined || points === undefined ? undefined : { token, points };
}

/** A table ends at its note, at running text that no row follows, and where another part of the report begins. */
function bodyLength(tokens: readonly Token[], table: readonly Placed[]): number {
  const breaks = table.filter((one, i) => isRunningText(one) || (i > 0 && one.section !== table[i - 1]?.section));
  const end = tokens.findIndex(({ text, paragraph }, i) => {
    if (i === 0) return false;
    const since = tokens[i - 1]?.paragraph ?? paragraph;
    const broken = breaks.some(({ index }) => since < index && index <= paragraph);
    return afterTable.test(text) || (broken && levelsOf(text, null).level1 === '其他');
  });
  return end < 0 ? tokens.length : end;
}

function indicatorOf({ level1, level2, cells }: LeveledRow, facts: DocumentFacts): Form['indicators'][number] | null {
  const [first, ...rest] = [...cells.values()].flat();
  if (first === undefined) return null;
  const text = (key: Parameters<typeof cells.get>[0]) => {
    const cell = cells.get(key);
    return cell === undefined ? null : textOf(cell);
  };
  const indicator = text('level3') ?? text('name');
  const target = targetText(text('operator'), text('target'), text('unit'));
  const actual = text('actual');
  if (indicator === null) return null;
  const points = (key: 'weight' | 'score') => compact(text(key) ?? '').replace(/[分%]$/, '') || null;
  return {
    fiscalYear: facts.fiscalYear,
    ...levelsOf(level1, level2),
    level1Stated: level1,
    level2Stated: level2,
    indicator,
    target,
    actual,
    targetParsed: withUnitOf(indicator, parseTarget(target)),
    actualParsed: withUnitOf(indicator, parseActual(actual)),
    weight: points('weight'),
    score: points('score'),
    deviation: text('deviation') ?? (cells.has('score') ? text('remark') : null),
    section: first.section,
    grid: null,
    words: wordsOf([first, ...rest]),
    quote: [indicator, target, actual].filter((part) => part !== null).join(' '),
  };
}
