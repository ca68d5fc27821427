/**
 * The tokens between a form's title and its header → its project and money: “项目名称 安全宣传费”, “预算数: 1.49 执行数: 1.49”, or heads of money
 * (年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分) and below them a row “年度资金总额 210 210 210 10 100% 10”.
 */
import { compact } from '../../../normalizers/fold.ts';
import { headKeyOf, type MoneyKey, moneyKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { Basis, PlainNumber } from '../../../pipeline/model/figure.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import type { Sourced } from '../../../pipeline/model/sourced.ts';
import type { Statement } from '../statements.ts';
import { isNumber, moneyIn, unitIn } from '../tables/money.ts';
import { type Token, textOf, wordsOf } from './tokens.ts';

export interface FormHead {
  readonly project: { readonly name: string; readonly words: Sourced<string> } | null;
  readonly initialBudget: Money | null;
  readonly budget: Money | null;
  readonly actual: Money | null;
  readonly executionRate: string | null;
  /** Its numbers, the project's name in them. */
  readonly statements: readonly Statement[];
}

/** @param tokens from the title to the header */
export function readHead(tokens: readonly Token[]): FormHead {
  const unit = unitOf(tokens);
  const found: Partial<Record<MoneyKey, Token>> = {};
  const whole = ['funds_year', 'funds_total'].map((rank) => rowIn(tokens, (text) => headKeyOf(text) === rank));
  const row = whole.find((one) => one.length > 0) ?? bareRowIn(tokens);
  for (const [key, token] of [...pairsIn(tokens), ...row]) found[key] ??= token;
  const money = (key: MoneyKey) => moneyIn(found[key]?.text ?? null, [unit]);
  const rate = /^(\d{1,4}(?:\.\d{1,4})?)[%％]?$/.exec(compact(found.rate?.text ?? ''))?.[1];
  const project = projectIn(tokens);
  const said: Statement[] = [];
  const say = (token: Token | undefined, concept: Statement['concept'], basis: Basis) => {
    const money = moneyIn(token?.text ?? null, [unit]);
    if (token === undefined || money === null) return;
    const name = project?.name ?? null;
    said.push({ ...placeOf(token), project: name, concept, basis, measure: 'amount', value: { money } });
  };
  // A form without a project is the whole department's.
  const concept = project === null ? 'expenditure.grand_total' : 'project.funds';
  say(found.initial, concept, 'initial_budget');
  say(found.budget, concept, found.initial === undefined ? 'budget' : 'adjusted_budget');
  say(found.actual, concept, 'actual');
  if (project === null) say(numberAfter(tokens, budgetMoney), 'revenue.general_public_budget', 'actual');
  for (const [concept, label] of project === null ? [] : rows) {
    for (const [key, value] of rowIn(tokens, (text) => label.test(compact(text)))) {
      const basis = rowBases[key];
      if (basis !== undefined) say(value, concept, basis);
    }
  }
  for (const [concept, kind] of project === null ? [] : sources) {
    const [budget, actual] = valuesAfter(tokens, kind);
    say(budget, concept, 'budget');
    say(actual, concept, 'actual');
  }
  const percent = rate === undefined ? null : plainNumber(rate);
  if (found.rate !== undefined && percent !== null) {
    const value = { number: percent, unit: '%' };
    said.push({
      ...placeOf(found.rate),
      ...{ project: project?.name ?? null, concept, basis: 'actual' },
      measure: 'completion_rate',
      value,
    });
  }
  return {
    project,
    initialBudget: money('initial'),
    budget: money('budget'),
    actual: money('actual'),
    executionRate: rate ?? null,
    statements: said,
  };
}

/** Where the money of a form came from, beside each other for budget and spending. */
const sources: readonly (readonly [Statement['concept'], RegExp])[] = [
  ['project.funds_fiscal', /^其中[-—:：]?.{0,2}财政拨款[:：]$/],
  ['project.funds_other', /^其[它他]资金[:：]$/],
];

/** The same below heads of money, a number or a dash for each head. */
const rows: readonly (readonly [Statement['concept'], RegExp])[] = [
  ['project.funds_fiscal', /^(?:其中[:：])?.{0,2}财政拨款$/],
  ['project.funds_other', /^其[它他]资金$/],
];
const rowBases: Partial<Record<MoneyKey, Basis>> = {
  initial: 'initial_budget',
  budget: 'adjusted_budget',
  actual: 'actual',
};

/** 其中：一般公共预算：2553.51, by kinds of revenue in a department's form. */
const budgetMoney = /^(?:其中[:：]\s*)?一般公共预算(?:拨款|资金)?[:：]\s*(?=[\d.,]+$)/;

/** The number that follows a label in one cell. */
function numberAfter(tokens: readonly Token[], label: RegExp): Token | undefined {
  for (const { text, pieces, ...token } of tokens) {
    const number = label.test(text) ? text.replace(label, '') : '';
    const piece = pieces.find(
      ({ passage, from, to }) => number !== '' && passage.text.slice(from, to).endsWith(number),
    );
    if (piece !== undefined) return { ...token, text: number, pieces: [{ ...piece, from: piece.to - number.length }] };
  }
  return undefined;
}

/** The numbers after each print of a label, where it is printed twice with a number each. */
function valuesAfter(tokens: readonly Token[], label: RegExp): readonly Token[] {
  const values = tokens.flatMap((token, i) => {
    const next = tokens[i + 1];
    return label.test(compact(token.text)) && next !== undefined && isNumber(next.text) ? [next] : [];
  });
  return values.length === 2 ? values : [];
}

/** Place of a token in the text. */
export function placeOf({ pieces: [{ passage, from, to }], section }: Token) {
  return { passage, from, to, section, source: 'table' as const };
}

/** @returns digits × 10^exponent */
export function plainNumber(printed: string): PlainNumber | null {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(printed) ?? [];
  return whole === undefined ? null : { digits: BigInt(`${whole}${fraction}`), exponent: 0 - fraction.length };
}

/** 项目资金（万元）, or (万 / 元) in a column of single characters. */
function unitOf(tokens: readonly Token[]): string | null {
  const whole = tokens.map(({ text }) => unitIn(text)).find((unit) => unit !== null);
  const vertical = tokens.filter(({ text }) => compact(text).length <= 3).map(({ text }) => text);
  return whole ?? unitIn(compact(vertical.join('')));
}

/** The words after 项目名称, up to the next label. */
function projectIn(tokens: readonly Token[]): FormHead['project'] {
  for (let at = tokens.length - 1; at >= 0; at--) {
    const label = tokens[at];
    if (label === undefined || headKeyOf(label.text) !== 'project') continue;
    const rest = tokens.slice(at + 1);
    const end = rest.findIndex(
      ({ text, before }, i) => i > 0 && (before === 'cell' || headKeyOf(text) !== null || isLabel(text)),
    );
    const [first, ...more] = rest.slice(0, end < 0 ? rest.length : end);
    if (first === undefined || headKeyOf(first.text) !== null) return null;
    return { name: textOf([first, ...more]), words: wordsOf([first, ...more]) };
  }
  return null;
}

const isLabel = (text: string) => /[:：]$/.test(text) || compact(text).length === 1;

/** “预算数: 1.49”. */
function pairsIn(tokens: readonly Token[]): readonly (readonly [MoneyKey, Token])[] {
  return tokens.flatMap((token, i) => {
    const key = /[:：]$/.test(token.text) ? moneyKeyOf(token.text) : null;
    const value = tokens[i + 1];
    return key !== null && value !== undefined && isNumber(value.text) ? [[key, value] as const] : [];
  });
}

/** A row below heads of money, where it has as many numbers and dashes as there are heads, or as there are amounts among them. */
function rowIn(tokens: readonly Token[], isLabel: (text: string) => boolean): readonly (readonly [MoneyKey, Token])[] {
  const label = tokens.findIndex((_, i) => labelLength(tokens, i, isLabel) > 0);
  if (label < 0) return [];
  const heads = headsIn(tokens.slice(0, label));
  return valuesUnder(heads, tokens.slice(label + labelLength(tokens, label, isLabel)));
}

/** Numbers right below heads of money, without a label: 年初预算金额 调整后预算金额 实际支出金额 预算执行率 / 3,200 3,000 2,916 97.2%. */
function bareRowIn(tokens: readonly Token[]): readonly (readonly [MoneyKey, Token])[] {
  const first = tokens.findIndex(
    ({ text }, i) => isNumber(text) && i > 0 && moneyKeyOf(tokens[i - 1]?.text ?? '') !== null,
  );
  if (first < 0) return [];
  const heads = headsIn(tokens.slice(0, first));
  return heads.filter((key) => rowBases[key] !== undefined).length < 2 ? [] : valuesUnder(heads, tokens.slice(first));
}

/** A label may be broken into so many lines. */
const longestLabel = 4;

/** @returns the number of tokens that are a label together; 0 where none begins */
function labelLength(tokens: readonly Token[], at: number, isLabel: (text: string) => boolean): number {
  for (let length = 1; length <= longestLabel && at + length <= tokens.length; length++) {
    if (length > 1 && tokens[at + length - 1]?.before !== 'line') break;
    if (isLabel(textOf(tokens.slice(at, at + length)))) return length;
  }
  return 0;
}

function headsIn(tokens: readonly Token[]): readonly MoneyKey[] {
  const heads: MoneyKey[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = labelLength(tokens, at, (text) => moneyKeyOf(text) !== null);
    const key = length === 0 ? null : moneyKeyOf(textOf(tokens.slice(at, at + length)));
    if (key !== null) heads.push(key);
    at += Math.max(1, length);
  }
  return heads;
}

/** What heads the labels (年度预算数（万元）) has no number; what heads what is left blank (原因) comes last. */
function valuesUnder(heads: readonly MoneyKey[], rest: readonly Token[]): readonly (readonly [MoneyKey, Token])[] {
  const end = rest.findIndex(({ text }) => !/^(?:[\d.,]+[%％]?|[-—–/]+)$/.test(compact(text)));
  const values = rest.slice(0, end < 0 ? rest.length : end);
  const amounts = heads.filter((key) => rowBases[key] !== undefined);
  const repeated = heads[0] === heads.slice(1).find((key) => key === heads[0]) ? heads.slice(1) : heads;
  const keys = [heads, repeated, amounts].find((one) => one.length === values.length) ?? [];
  return keys.flatMap((key, i) => {
    const value = values[i];
    return value === undefined ? [] : [[key, value] as const];
  });
}
