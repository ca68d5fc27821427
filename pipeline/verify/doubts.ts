/**
 * Whose fault a contradiction may be: where the reading of an operand had competing alternatives, or the reader itself was not sure of it, the
 * check says so, and is a warning instead of an error. A contradiction without a doubt is the publisher's, as far as the program can know.
 */
import type { Figure } from '../model/figure.ts';
import type { Finding, FindingCode } from '../model/finding.ts';
import { coverOf, type Span } from '../model/span.ts';
import type { Doubt, Verdict } from '../model/verdict.ts';

interface Shelf {
  readonly doubt: Doubt;
  readonly message: string;
  readonly english: string;
  /** Findings at an operand's place that make it doubtful. */
  readonly codes: readonly FindingCode[];
}

/** In the order in which they are told, the gravest first. */
const shelf: readonly Shelf[] = [
  {
    doubt: 'text',
    message: '文字经识别或有无法辨认的字',
    english: 'its characters were recognized, or some are not known',
    codes: ['text-recognized', 'amount-malformed', 'cell-unreadable'],
  },
  {
    doubt: 'columns',
    message: '所在表格没有框线或表头有别的读法',
    english: 'its table has no rules, or another reading of its head',
    codes: ['table-ambiguous', 'column-unknown'],
  },
  {
    doubt: 'unit',
    message: '单位未直接印出',
    english: 'its unit is not printed beside it',
    codes: ['unit-inherited', 'unit-doubled', 'unit-unknown', 'template-left'],
  },
  {
    doubt: 'item',
    message: '科目名称可对应不同科目',
    english: 'the name of its item fits several items',
    codes: ['item-doubtful'],
  },
  { doubt: 'operand', message: '参与核对的数有别的取法', english: 'other numbers could be meant', codes: [] },
];

/** @param findings about the document, made by the stages before */
export function withDoubts(verdicts: readonly Verdict[], findings: readonly Finding[]): readonly Verdict[] {
  const placed = findings.flatMap(({ code, span, message }) => (span === null ? [] : [{ code, span, message }]));
  return verdicts.map((verdict) => {
    if (verdict.status !== 'fail') return verdict;
    const found = shelf.find(
      ({ doubt, codes }) =>
        verdict.doubt === doubt || verdict.figures.some((one) => isDoubtful(one, doubt, codes, placed)),
    );
    if (found === undefined) return verdict;
    return {
      ...verdict,
      ...{ doubt: found.doubt, severity: 'warn' },
      message: `${verdict.message}（读法存疑：${found.message}，请先核对原文）`,
      english: `${verdict.english} (the reading is doubtful: ${found.english})`,
    };
  });
}

interface Placed {
  readonly code: FindingCode;
  readonly span: Span;
  readonly message: string;
}

function isDoubtful(figure: Figure, doubt: Doubt, codes: readonly FindingCode[], placed: readonly Placed[]): boolean {
  const { at } = figure;
  if (doubt === 'columns' && at.kind === 'cell' && !at.grid.ruled) return true;
  const here = coverOf(figure.words.spans);
  return placed.some(({ code, span, message }) => {
    if (!codes.includes(code) || here.end <= span.start || span.end <= here.start) return false;
    // A table's findings are of the whole table, or of a row of it that they name.
    return doubt !== 'item' || namesOf(figure).some((name) => message.includes(`“${name}”`));
  });
}

const namesOf = ({ function: item, economic, stated }: Figure) =>
  [item?.name, economic?.name, stated].flatMap((name) => name ?? []);
