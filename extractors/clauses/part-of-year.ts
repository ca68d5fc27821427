/**
 * What is told of a part of a year only: 上半年, 1-5月, 截至8月底. Its numbers are not the year's, so they are no figures of it. Hard
 * because reports on a whole year end with a look at the next one's first months.
 */
import { yearsIn } from '../../normalizers/fiscal-year.ts';
import { compact } from '../../normalizers/fold.ts';
import type { DocumentFacts } from '../../pipeline/model/reading.ts';
import type { StageRule } from './scope.ts';

/** @returns whether all of a document is of a part of a year, by its title */
export function isOfPartOfYear({ title, kind }: DocumentFacts, stages: readonly StageRule[]): boolean {
  const words = compact(title ?? '');
  if (!tellsOfGovernment(kind) || /决算|草案/.test(words)) return false;
  const years = new Set(yearsIn(words).map(({ year }) => year));
  return years.size <= 1 && stages.some(({ basis, heading }) => basis === null && heading.test(words));
}

/** Reports on a government's money, and what may be one without saying so. */
export const tellsOfGovernment = (kind: DocumentFacts['kind']) =>
  kind === 'budget_execution_report' || kind === 'other';

const opening =
  /^(?:[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．])?(?:截[至止]|今年|本年)?(?:20\d\d年)?(?:上半年|[一二三]季度|前三季度|1[-—至](?:[1-9]|1[01])月|(?:[1-9]|1[01])月(?:底|末))/;

/** @returns whether a paragraph of such a report begins with a part of a year: 1-5月，全县完成… */
export const opensWithPartOfYear = (paragraph: string) => opening.test(paragraph);
