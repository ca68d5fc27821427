/**
 * The tokens between a form's title and its header → its project and money: “项目名称 安全宣传费”, “预算数: 1.49 执行数: 1.49”, or heads of money
 * (年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分) and below them a row “年度资金总额 210 210 210 10 100% 10”.
 */
import { compact } from '../../../normalizers/fold.ts';
import { headKeyOf, type MoneyKey, moneyKeyOf } from '../../../normalizers/indicator-terms.ts';
import type { Money } from '../../../pipeline/model/money.ts';
import type { Sourced } from '../../../pipeline/model/sourced.ts';
import { isNumber, moneyIn, unitIn } from '../tables/money.ts';
import { type Token, textOf, wordsOf } from './tokens.ts';

export interface FormHead {
  readonly project: { readonly name: string; readonly words: Sourced<string> } | null;
  readonly initialBudget: Money | null;
  readonly budget: Money | null;
  readonly actual: Money | null;
  readonly executionRate: string | null;
}

/** @param tokens from the title to the header */
export function readHead(tokens: readonly Token[]): FormHead {
  const unit = unitOf(tokens);
  const found: Partial<Record<MoneyKey, Token>> = {};
  for (const [key, token] of [...pairsIn(tokens), ...rowIn(tokens)]) found[key] ??= token;
  const money = (key: MoneyKey) => moneyIn(found[key]?.text ?? null, [unit]);
  const rate = /^(\d{1,4}(?:\.\d{1,4})?)[%％]?$/.exec(compact(found.rate?.text ?? ''))?.[1];
  return {
    project: projectIn(tokens),
    initialBudget: money('initial'),
    budget: money('budget'),
    actual: money('actual'),
    executionRate: rate ?? null,
  };
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

/** The row of totals below heads of money, where it has as many numbers as there are heads. */
function rowIn(tokens: readonly Token[]): readonly (readonly [MoneyKey, Token])[] {
  const total = tokens.findIndex(({ text }) => headKeyOf(text) === 'funds_year');
  if (total < 0) return [];
  const heads = tokens.slice(0, total).flatMap(({ text }) => moneyKeyOf(text) ?? []);
  const rest = tokens.slice(total + 1);
  const end = rest.findIndex(({ text }) => !/^[\d.,]+[%％]?$/.test(compact(text)));
  const values = rest.slice(0, end < 0 ? rest.length : end);
  if (values.length !== heads.length) return [];
  return heads.flatMap((key, i) => {
    const value = values[i];
    return value === undefined ? [] : [[key, value] as const];
  });
}
