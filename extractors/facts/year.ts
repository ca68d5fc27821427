/**
 * The year a report is of: its title's (of “2022年决算和2023年上半年执行” the first, of “2022年执行和2023年预算草案” the last),
 * else its first headings', else the one it names most as 年度.
 */
import { yearsIn } from '../../normalizers/fiscal-year.ts';
import { type Layout, passagesOf } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';

/** Headings that name the report; others name projects, which keep the year they began in. */
const ofReport = /预算|决算|绩效|自评|收支|重点工作/;

/**
 * @param title the printed title, or null
 * @returns the fiscal year, or null where no place names one
 */
export function findFiscalYear(title: string | null, layout: Layout, outline: Outline): number | null {
  const titled = title === null ? [] : yearsIn(title);
  const own = /决算/.test(title ?? '') ? titled[0] : titled.at(-1);
  if (own !== undefined) return own.year;
  const headings = outline.sections.flatMap(({ heading, level }) =>
    heading !== null && level <= 2 && ofReport.test(heading.value) ? yearsIn(heading.value) : [],
  );
  const texts = passagesOf(layout).flatMap((passage) =>
    yearsIn(passage.text).filter(({ at }) => named(passage.folded, at)),
  );
  return mostNamed(headings.map(({ year }) => year)) ?? mostNamed(texts.map(({ year }) => year));
}

/** The day a report was signed, alone on its line. */
const signed = /^\s*20\d\d\s*年\s*\d{1,2}\s*月\s*(?:\d{1,2}\s*日)?\s*$/;

/** 2021年度, or a year that opens a sentence: the report speaks of its own year so. */
function named(text: string, at: number): boolean {
  if (signed.test(text)) return false;
  return at === 0 || /^[^。，；]{4}\s*年\s*度/.test(text.slice(at)) || /[。；]\s*$/.test(text.slice(0, at));
}

function mostNamed(years: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}
