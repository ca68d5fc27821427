/**
 * What a passed check proves of numbers that were recognized in pictures. Two prints of one number are misread alike, by the same
 * model in the same type, so a repeat proves nothing, nor does a sum with a single part; a rate or a rounded sum lets wrong last
 * digits pass. An exact sum of several parts proves its numbers, unless it would hold as well had the readings that were not taken
 * been right: 1682.76 = 1208.20 + 474.56 and 1682.70 = 1208.20 + 474.50.
 */
import type { Figure } from '../model/figure.ts';
import type { Layout } from '../model/layout.ts';
import type { Box } from '../model/printed-page.ts';
import type { Verdict } from '../model/verdict.ts';

/** Rules whose first figure is the sum of the others. */
const sums = /^(?:sum|hierarchy|balance)\./;
const repeats = /\.same_figure$/;
/** Ways of reading a sum's numbers otherwise that are tried. */
const mostWays = 4096;

/** @returns the verdicts; those that numbers of recognized pages take part in say whether they prove them, and accuse less */
export function weighRecognized(verdicts: readonly Verdict[], layout: Layout): readonly Verdict[] {
  const pages = new Set(layout.pages.flatMap(({ number, recognized }) => (recognized === undefined ? [] : [number])));
  if (pages.size === 0) return verdicts;
  const isRecognized = ({ words: { spans } }: Figure) => pages.has(spans[0].page ?? 0);
  return verdicts.map((verdict): Verdict => {
    const doubtful = verdict.figures.some(isRecognized) || pages.has(verdict.span?.page ?? 0);
    if (!doubtful) return verdict;
    if (verdict.status === 'pass') return { ...verdict, confirms: proves(verdict, layout, isRecognized) };
    if (verdict.status === 'skipped') return verdict;
    return {
      ...verdict,
      ...{ severity: 'warn', doubt: 'text' },
      message: `${verdict.message}（有图像识别的数，或为误识）`,
      english: `${verdict.english} (recognized in a picture, perhaps misread)`,
    };
  });
}

function proves(verdict: Verdict, layout: Layout, isRecognized: (figure: Figure) => boolean): boolean {
  const { rule, outcome, figures } = verdict;
  if (outcome !== 'exact') return false;
  if (repeats.test(rule)) return figures.some((figure) => !isRecognized(figure));
  const values = figures.map(fenOf);
  const [whole, ...parts] = values;
  if (!sums.test(rule) || whole == null || parts.filter((part) => part !== 0n).length < 2) return false;
  const total = parts.reduce<bigint | null>((all, part) => (all === null || part === null ? null : all + part), 0n);
  return total === whole && onlySo(figures.map((figure, i) => changesOf(figure, i === 0, layout)));
}

const fenOf = ({ value }: Figure): bigint | null => (value.kind === 'money' ? value.money.fen : null);

/**
 * By how much each number's other readings would change the difference between the sum and its parts.
 * @returns null where nothing is known of what else it may be
 */
function changesOf(figure: Figure, whole: boolean, layout: Layout): readonly bigint[] | null {
  const { value, words } = figure;
  const [span] = words.spans;
  const box = layout.boxOf(span);
  const disputed = layout.pages.find(({ number }) => number === span.page)?.recognized?.disputed ?? [];
  const others = disputed.filter((one) => box !== null && overlap(one.box, box)).flatMap((one) => one.others);
  if (value.kind !== 'money') return null;
  const own = numberOf(words.value);
  const changes = others.map((other) => {
    const read = numberOf(other);
    if (read === null || own === null) return null;
    const places = Math.max(read.places, own.places);
    const change = read.digits * 10n ** BigInt(places - read.places) - own.digits * 10n ** BigInt(places - own.places);
    // The print's last digit stands for 10^place yuan: what is finer is finer by as many places; kept in millionths of a fen.
    const exponent = value.money.place + own.places - places + 8;
    return exponent < 0 ? null : change * 10n ** BigInt(exponent) * (whole ? 1n : -1n);
  });
  return changes.includes(null) ? null : changes.flatMap((change) => (change === null ? [] : change));
}

/** Whether no choice of other readings changes nothing in all. */
function onlySo(changes: readonly (readonly bigint[] | null)[]): boolean {
  let ways: readonly bigint[] = [];
  for (const own of changes) {
    if (own === null) return false;
    ways = [...ways, ...own, ...own.flatMap((change) => ways.map((way) => way + change))];
    if (ways.length > mostWays || ways.includes(0n)) return false;
  }
  return true;
}

function numberOf(words: string): { readonly digits: bigint; readonly places: number } | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?/.exec(words.replace(/[,，\s]/g, ''));
  if (match === null) return null;
  const [, sign, whole = '', fraction = ''] = match;
  return { digits: BigInt(`${sign}${whole}${fraction}`), places: fraction.length };
}

const overlap = (a: Box, b: Box) => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
