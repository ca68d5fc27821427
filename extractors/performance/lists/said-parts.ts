/**
 * An entry whose parts say what they are: “新建站点数量，目标值≥12个，实际完成12个，分值10分，得分10分” → name, target, result, points. The words
 * before a value are those that head its column in a form (indicator-terms.csv).
 */
import { fold, tidy } from '../../../normalizers/fold.ts';
import { type ColumnKey, columnKeyOf, isColumnTerm } from '../../../normalizers/indicator-terms.ts';

export interface SaidParts {
  readonly indicator: string;
  readonly target: string | null;
  readonly actual: string | null;
  readonly weight: string | null;
  readonly score: string | null;
  readonly deviation: string | null;
}

type Part = Exclude<keyof SaidParts, 'indicator'>;

const parts: ReadonlyMap<ColumnKey, Part> = new Map([
  ['target', 'target'],
  ['actual', 'actual'],
  ['weight', 'weight'],
  ['score', 'score'],
  ['deviation', 'deviation'],
]);
const longestLabel = 12;
/** More signs are running text. */
const longest = 400;
/** 实际发生0起, 已完成12个: a result by its verb. */
const result = /^(?:实际(?:发生|达到|支出|为|是)?|全年(?:共|实际)?完成|已完成|完成)(?=[≥≤]?\d)/;
const linking = /^(?:为|是|:|约为)/;
const points = /^(\d{1,3}(?:\.\d{1,3})?)(?:分|%)?$/;
/** A name and its target without a mark between: 设备采购单价≤1.5万元/套. */
const glued = /^([^\d，≥≤><=]{2,60}?)((?:[≥≤><=]|不低于|不少于|不超过|不高于)?\d[\d.,]{0,12}[^\d，。；]{0,8})$/;
const weighed = /^(.{2,60})\((\d{1,3}(?:\.\d{1,2})?)分\)$/;

/** @param entry one entry; null where its parts do not say what they are */
export function readSaidParts(entry: string): SaidParts | null {
  const words = tidy(entry).replace(/[。；;]$/, '');
  if (words.length > longest) return null;
  const colon = /^[^，。；:：]{2,60}[:：]/.exec(words)?.[0].length ?? 0;
  const first = colon > 0 ? words.slice(0, colon - 1) : (words.split(/[，；]/)[0] ?? '');
  const said: Partial<Record<Part, string>> = {};
  let last: Part | null = null;
  for (const clause of clausesOf(words.slice(colon > 0 ? colon : first.length + 1))) {
    const one = partOf(clause);
    if (one === null) {
      if (last === null || last === 'weight' || last === 'score') return null;
      said[last] = `${said[last] ?? ''}，${clause}`;
      continue;
    }
    const [part, value] = one;
    if (said[part] !== undefined) return null;
    said[part] = value;
    last = part;
  }
  const weight = weighed.exec(fold(first));
  const name = weight === null ? first : first.slice(0, weight[1]?.length);
  const own = said.target === undefined ? glued.exec(fold(name)) : null;
  const indicator = own?.[1] === undefined ? name : name.slice(0, own[1].length);
  const target = said.target ?? (own === null ? null : name.slice(indicator.length));
  const told = target !== null && (said.actual !== undefined || said.score !== undefined);
  if (!told || partOf(first) !== null || indicator.length < 2) return null;
  const { actual = null, score = null, deviation = null } = said;
  return { indicator, target, actual, weight: said.weight ?? weight?.[2] ?? null, score, deviation };
}

const clausesOf = (words: string) => words.split(/[，；。]|,(?!\d{3})/).filter((clause) => clause.trim() !== '');

/** What a clause tells, and its words; the longest head counts. */
function partOf(clause: string): readonly [Part, string] | null {
  const words = clause.trim();
  for (let length = Math.min(longestLabel, words.length - 1); length >= 2; length--) {
    const label = words.slice(0, length);
    const part = isColumnTerm(label) ? parts.get(columnKeyOf(label) ?? 'remark') : undefined;
    if (part !== undefined) return valued(part, words.slice(length));
  }
  const verb = result.exec(fold(words))?.[0].length ?? 0;
  return verb > 0 ? valued('actual', words.slice(verb)) : null;
}

function valued(part: Part, rest: string): readonly [Part, string] | null {
  const value = tidy(rest.replace(linking, '').replace(/^：/, ''));
  if (value === '') return null;
  if (part !== 'weight' && part !== 'score') return [part, value];
  const number = points.exec(fold(value))?.[1];
  return number === undefined ? null : [part, number];
}
