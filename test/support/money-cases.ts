/** The table of money expressions (test/normalizers/money.cases.txt) → cases; a line that is none stops the test run. */
import { readFileSync } from 'node:fs';
import type { AmountMention } from '../../pipeline/model/reading.ts';
import { packageFile } from '../../pipeline/package-file.ts';

export interface ExpectedAmount {
  /** Exact, with two decimals. */
  readonly yuan: string;
  readonly approximate: boolean;
  readonly rounded: boolean;
  readonly bound: AmountMention['bound'];
  /** Null where the line does not say. */
  readonly place: number | null;
  readonly words: string | null;
}

export interface MoneyCase {
  readonly section: 'print' | 'text';
  /** Line number, to find it. */
  readonly line: number;
  readonly print: string;
  readonly amounts: readonly ExpectedAmount[];
  readonly findings: readonly string[];
}

const marks = /^(-?\d+(?:\.\d{2})?)( approximate)?( rounded)?( low| high)?(?: place (-?\d+))?(?: 「(.+)」)?$/;

export function moneyCases(): readonly MoneyCase[] {
  const cases: MoneyCase[] = [];
  let section: MoneyCase['section'] = 'print';
  const lines = readFileSync(packageFile('test/normalizers/money.cases.txt'), 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('## ')) section = line.startsWith('## print') ? 'print' : 'text';
    if (line.trim() === '' || line.startsWith('#')) continue;
    cases.push(caseOf(section, index + 1, line));
  }
  return cases;
}

function caseOf(section: MoneyCase['section'], number: number, line: string): MoneyCase {
  const [print, expected, ...more] = line.split(' => ');
  if (print === undefined || expected === undefined || more.length > 0) throw new Error(`line ${number}: ${line}`);
  const findings = [...expected.matchAll(/ !(\S+)/g)].flatMap((match) => match[1] ?? []);
  const amounts = expected.replaceAll(/ !\S+/g, '');
  return {
    section,
    line: number,
    print: unescaped(print),
    amounts: amounts === 'none' ? [] : amounts.split(' ; ').map((one) => amountOf(one, number)),
    findings,
  };
}

function amountOf(expected: string, number: number): ExpectedAmount {
  const match = marks.exec(expected);
  if (match === null) throw new Error(`line ${number}: “${expected}” is no amount with marks`);
  const [, yuan = '', approximate, rounded, bound, place, words] = match;
  return {
    yuan: yuan.includes('.') ? yuan : `${yuan}.00`,
    approximate: approximate !== undefined,
    rounded: rounded !== undefined,
    bound: bound === ' low' ? 'low' : bound === ' high' ? 'high' : null,
    place: place === undefined ? null : Number(place),
    words: words === undefined ? null : unescaped(words),
  };
}

const unescaped = (text: string) =>
  text.replace(/\\n|\\u([0-9a-f]{4})/g, (_, code: string | undefined) =>
    code === undefined ? '\n' : String.fromCharCode(Number.parseInt(code, 16)),
  );
