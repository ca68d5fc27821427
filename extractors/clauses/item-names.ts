/**
 * Items of the classification that prose marks as such: 社会保障和就业支出（类）行政事业单位养老支出（款）…（项）, 行政运行（2010601）.
 * Hard because a name may hold any sign, so where it begins is told by the vocabulary, else by the stop before it.
 */
import { functionItems } from '../../normalizers/classification.ts';
import { enumeratorOf } from '../../normalizers/enumerator.ts';

export interface NamedItem {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly level: '类' | '款' | '项' | null;
  /** Printed before or after the name. */
  readonly code: string | null;
  /** A project, named before what was done with its money. */
  readonly project: boolean;
}

const marked = /\((?:(类|款|项)|(\d{3}|\d{5}|\d{7}))\)|(?<=支出)(类|款|项)(?=[\u4e00-\u9fff，。、:：])/g;
/** A name is looked for at most this many characters before its mark. */
const longestName = 40;
const noise = /^(?:支出|科目|的|和|及|用于|其中|包括|为|年度?|\d+|[.、:：)(])+/;

export function namedItems(text: string): readonly NamedItem[] {
  const items: NamedItem[] = [...codedItems(text), ...projects(text)];
  if (!/[(（](?:类|款|项|\d{3,7})[)）]|支出[类款项]/.test(text)) return items;
  let last = 0;
  for (const match of text.matchAll(marked)) {
    const from = nameFrom(text, Math.max(last, match.index - longestName), match.index);
    const to = match.index + match[0].length;
    if (from === null) continue;
    const level = match[1] ?? match[3] ?? null;
    items.push({
      from,
      to,
      name: text.slice(from, match.index),
      level: level === '类' || level === '款' || level === '项' ? level : null,
      code: match[2] ?? null,
      project: false,
    });
    last = to;
  }
  return items;
}

/**
 * A name that the print breaks before its mark: …（款）行政 | 运行（项）…
 * @param before the words of the heading or paragraph before
 */
export function brokenName(before: string, text: string): NamedItem | null {
  const end = /^([^，。；：,;:()\d]{0,30})\((款|项)\)/.exec(text);
  const start = /\((?:类|款)\)([^，。；：,;:()\d]{1,30})$/.exec(before)?.[1];
  if (end === null || start === undefined) return null;
  const [whole, rest = '', level] = end;
  if (functionItems().codesOf(rest, null).length > 0) return null;
  return {
    from: 0,
    to: whole.length,
    name: start + rest,
    level: level === '款' ? level : '项',
    code: null,
    project: false,
  };
}

/** 2014099其他信访事务支出. */
const coded = /(?<!\d)(2\d{4}(?:\d\d)?)([\u4e00-\u9fff][\u4e00-\u9fff()、]{1,29}?)(?=[，。；：,;:]|\d|预算|决算)/g;

function codedItems(text: string): readonly NamedItem[] {
  return [...text.matchAll(coded)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    name: match[2] ?? '',
    level: null,
    code: match[1] ?? null,
    project: false,
  }));
}

/** 安全宣传费项目绩效目标完成情况综述. */
const told = /(?:^|[。；]|(?<=\d[.、)）]))([^，。；：]{2,50}?)(项目)(?=绩效目标完成情况|支出绩效自评|绩效自评)/g;

/** 安全宣传费绩效自评综述: a name that does not call itself 项目, but ends as names of money do. */
const summed =
  /(?:^|[。；]|(?<=\d[.、)）]))([^，。；：]{2,50}?(?:经费|资金|专项|补助|津贴|费|工程|购置|采购))()(?=绩效(?:目标)?(?:自评|完成)(?:情况)?综述)/g;

/** 我部门开展了部门整体支出及7个项目绩效自评 counts projects and names none. */
const noName = /(?:\d|[一二三四五六七八九十百])+个$|部门整体|^(?:我|本)(?:部门|单位|[局委办厅院])/;

function projects(text: string): readonly NamedItem[] {
  return [...text.matchAll(told), ...text.matchAll(summed)].flatMap((match) => {
    const words = match[1] ?? '';
    const number = enumeratorOf(words)?.length ?? 0;
    const name = words.slice(number);
    if (name.length < 2 || noName.test(name)) return [];
    const from = match.index + match[0].indexOf(words) + number;
    return [{ from, to: from + name.length + (match[2] ?? '').length, name, level: null, code: null, project: true }];
  });
}

/** Where the name that ends at `to` begins: the longest known name, else what stands after the last stop. */
function nameFrom(text: string, least: number, to: number): number | null {
  const stretch = text.slice(least, to);
  const afterStop =
    least + Math.max(...['，', '。', '；', '：', ';', ':'].map((sign) => stretch.lastIndexOf(sign))) + 1;
  const items = functionItems();
  for (let from = afterStop; from < to - 1; from++) {
    if (items.codesOf(text.slice(from, to), null).length > 0) return from;
    if (items.codesOf(`${text.slice(from, to)}支出`, null).length > 0) return from;
  }
  let from = afterStop;
  for (let i = 0; i < 3; i++) {
    const rest = text.slice(from, to);
    const number = enumeratorOf(rest)?.length ?? 0;
    from += number > 0 && number < rest.length ? number : 0;
    from += noise.exec(text.slice(from, to))?.[0].length ?? 0;
  }
  // 行政运行950万元（项）: what is marked stands before the number.
  if (/\d[\d,.]*[万亿]?元/.test(text.slice(from, to))) return null;
  return from < to - 1 && to - from <= longestName ? from : null;
}
