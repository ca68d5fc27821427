/**
 * Targets and actual values of indicators → operator, number, unit. “≥95%”, “不低于24次”, “2天以内”, “100.00(%)” compare; “12月底前”,
 * “有效提升”, “每人1000元、每户200元” are words (定性) and keep only their print. What is no single number is never half read.
 */
import { z } from 'zod';
import type { ParsedValue } from '../pipeline/model/performance.ts';
import { compact, fold } from './fold.ts';
import { readVocabulary } from './vocab/read.ts';

type Operator = NonNullable<ParsedValue['operator']>;

/** Signs and words before a number, longest first. */
const before: readonly (readonly [RegExp, Operator])[] = [
  [
    /^(?:≥|≧|⩾|>=|=>|大于或?等于|大于等于|不低于|不少于|不小于|不得低于|不得少于|高于或?等于|至少|达到?|超过或?等于)/,
    '≥',
  ],
  [
    /^(?:≤|≦|⩽|<=|=<|小于或?等于|不超过|不超出|不高于|不大于|不多于|不得超过|不得高于|控制在|低于或?等于|至多|最多)/,
    '≤',
  ],
  [/^(?:>|大于|高于|超过|多于)/, '>'],
  [/^(?:<|小于|低于|少于)/, '<'],
  [/^(?:≈|约为?|大约)/, '≈'],
  [/^(?:=|＝|等于|为)/, '='],
];

/** Words after a number and its unit. */
const after: readonly (readonly [RegExp, Operator])[] = [
  [/(?:\(含\))?(?:及|或|含)?以上(?:\(含\))?$/, '≥'],
  [/(?:\(含\))?(?:及|或|含|之)?(?:以内|以下|之内)(?:\(含\))?$/, '≤'],
  [/(?:左右|上下)$/, '≈'],
];

const number = String.raw`-?(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,12})?`;
const counted = new RegExp(`^(${number})(.*)$`);
/** 5*4=20万元, 3×12=36次: a small sum, of which the result counts. */
const worked = new RegExp(String.raw`^[\d.,*×xX+\-/÷()]{2,40}[^\d=]{0,6}=(${number}[^\d=]{0,12})$`);
const spread = new RegExp(`^(${number})[^\\d]{0,4}±${number}(.{0,8})$`);

/** Dates and spans of time that look like a number with a unit. */
const date = /^\d{4}年|^\d{1,2}月(?:\d|[份底初中末前]|$)|^\d{1,2}日前|^(?:19|20)\d\d[.-](?:0?[1-9]|1[0-2])(?:[.-]|$)/;
const unitBreak = /[，,；;。、:：!?“”"<>≥≤=]|\d/;
const longestUnit = 10;

const nothing: ParsedValue = { operator: null, value: null, unit: null };
const words: ParsedValue = { operator: '定性', value: null, unit: null };

/** @param printed the target as printed, null where nothing is */
export function parseTarget(printed: string | null): ParsedValue {
  if (printed === null) return nothing;
  const plain = printed.replace(/\s+/g, '');
  const text = fold(plain).replaceAll('，', ',');
  return withPrintOf(plain, text, read(text));
}

/** @param text the words folded, without blanks */
function read(text: string): ParsedValue {
  if (/^[-—/\\]*$/.test(text)) return nothing;
  for (const [sign, operator] of before) {
    const lead = sign.exec(text)?.[0];
    if (lead === undefined) continue;
    const rest = text.slice(lead.length);
    const wide = operator === '≤' ? rest.replace(/(?:以内|以下|之内|内)$/, '') : rest;
    return quantity(wide, operator) ?? words;
  }
  const sum = worked.exec(text)?.[1];
  if (sum !== undefined) return quantity(sum, '=') ?? words;
  const about = spread.exec(text);
  if (about !== null) return quantity(`${about[1]}${about[2]}`, '≈') ?? words;
  for (const [sign, operator] of after) {
    if (sign.test(text)) return quantity(text.replace(sign, ''), operator) ?? words;
  }
  return date.test(text) ? words : (quantity(text, '=') ?? words);
}

/** @param printed the actual value as printed; a bare comparison such as ≥95% is kept as one */
export function parseActual(printed: string | null): ParsedValue {
  return parseTarget(printed);
}

/** The unit as it is printed, not folded: 台（套）. */
function withPrintOf(plain: string, text: string, parsed: ParsedValue): ParsedValue {
  const { unit } = parsed;
  const at = unit === null ? -1 : text.lastIndexOf(unit);
  return unit === null || at < 0 || unit === '%' ? parsed : { ...parsed, unit: plain.slice(at, at + unit.length) };
}

/** A number and what counts it, and nothing else. */
function quantity(text: string, operator: Operator): ParsedValue | null {
  const [, digits, rest = ''] = counted.exec(text) ?? [];
  if (digits === undefined) return null;
  const unit = rest.replace(/^\((.*)\)$/, '$1').replace(/[。;；]$/, '');
  if (
    unit.length > longestUnit ||
    unitBreak.test(unit) ||
    !(isUnit(unit) || /^[^的了和及与以]{1,5}$/.test(unit) || unit === '')
  )
    return null;
  return { operator, value: digits.replaceAll(',', ''), unit: unit === '' ? null : unit };
}

const moneyUnits = ['元', '万元', '亿元', '千元', '百万元'];
const ratios = [
  '%',
  '‰',
  '工作日',
  '个工作日',
  '人天',
  '人次',
  '万人次',
  '批次',
  '平方米',
  '人员',
  '个月',
  '人/次',
  '期数',
];
let measures: ReadonlySet<string> | undefined;

/** Whether words count something: 个, 万元/年, 人次, 元/人天. */
export function isUnit(printed: string): boolean {
  measures ??= new Set([
    ...readVocabulary('measure-words.csv', z.object({ word: z.string() })).map(({ word }) => word),
    ...moneyUnits,
    ...ratios,
  ]);
  const known = measures;
  const parts = compact(printed).split(/[/·]/);
  return parts.length <= 4 && parts.every((part) => known.has(part) || known.has(part.replace(/^[十百千万亿]+/, '')));
}

/**
 * Where a number stands without a unit, the name may print one: 考试机位数量(个).
 * @param name the indicator's name
 */
export function withUnitOf(name: string | null, parsed: ParsedValue): ParsedValue {
  if (name === null || parsed.value === null || parsed.unit !== null) return parsed;
  const unit = /\(([^()]{1,8})\)$/.exec(compact(name))?.[1];
  return unit !== undefined && isUnit(unit) ? { ...parsed, unit } : parsed;
}
