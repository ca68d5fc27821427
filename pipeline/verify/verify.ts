/** A document's figures, amounts and indicators → what was checked, and what contradicts what. */
import type { Figure, TableReading } from '../model/figure.ts';
import type { Finding } from '../model/finding.ts';
import type { Grid } from '../model/layout.ts';
import type { Outline } from '../model/outline.ts';
import type { Performance } from '../model/performance.ts';
import type { AmountMention } from '../model/reading.ts';
import type { Verdict } from '../model/verdict.ts';
import { checkAmountLists } from './amount-lists.ts';
import { checkBasicItems } from './basic-items.ts';
import { checkCountLists } from './count-lists.ts';
import { withDoubts } from './doubts.ts';
import { checkFormFunds } from './form-funds.ts';
import { checkFormRates } from './form-rates.ts';
import { checkProcurement } from './procurement.ts';
import { checkProjectLists } from './project-lists.ts';
import { checkItems } from './prose-items.ts';
import { checkLists } from './prose-lists.ts';
import { checkRates } from './prose-rates.ts';
import { checkRemainders } from './remainders.ts';
import { checkRepeatedCounts } from './repeated-counts.ts';
import { checkRepeatedScores } from './repeated-scores.ts';
import { checkRepeats } from './repeats.ts';
import { checkDirection } from './score-direction.ts';
import { checkScores } from './scores.ts';
import { checkColumns } from './table-columns.ts';
import { checkRows } from './table-rows.ts';
import { checkTableUnits } from './table-units.ts';
import { checkToldResults } from './told-results.ts';
import { checkTotals } from './totals.ts';
import { checkUnitWords } from './unit-words.ts';
import { checkUnits } from './units.ts';
import { withWithheld } from './withheld.ts';

export interface Stated {
  readonly outline: Outline;
  readonly tables: ReadonlyMap<Grid, TableReading>;
  readonly prose: readonly Figure[];
  readonly mentions: readonly AmountMention[];
  /** Amounts of the prose that became no figure. */
  readonly unresolved: ReadonlyMap<AmountMention, string>;
  readonly performance: Performance;
  /** What the stages before were not sure of. */
  readonly findings: readonly Finding[];
}

/** @returns verdicts in the order: inside tables, across, prose, units, scores */
export function verify(stated: Stated): readonly Verdict[] {
  return withDoubts(withWithheld(verdictsOf(stated), stated.outline), stated.findings);
}

function verdictsOf({ outline, tables, prose, mentions, unresolved, performance }: Stated): readonly Verdict[] {
  const grids = [...tables.values()].map(({ figures }) => figures);
  return [
    ...grids.flatMap((figures) => [
      ...checkColumns(figures),
      ...checkTableUnits(figures),
      ...checkRows(figures),
      ...checkTotals(figures, false),
    ]),
    ...checkTotals(prose, true),
    ...checkRepeats([...grids.flat(), ...(grids.length === 0 ? prose.filter(isOwn) : prose)]),
    ...checkRates(prose, new Set(unresolved.keys()), grids.flat()),
    ...checkLists(prose, new Set(unresolved.keys())),
    ...checkAmountLists(mentions, new Set(unresolved.keys())),
    ...checkCountLists(outline),
    ...checkItems(outline, prose),
    ...checkProcurement(prose),
    ...checkRemainders(prose, mentions),
    ...checkRepeatedCounts(prose),
    ...checkProjectLists(prose, mentions),
    ...checkFormRates([...grids.flat(), ...prose], performance.projects),
    ...checkRepeatedScores(prose),
    ...checkUnitWords(outline, mentions),
    ...checkBasicItems(prose, grids.flat()),
    ...checkFormFunds(outline),
    ...checkDirection(performance.indicators),
    ...checkToldResults(outline, performance),
    ...checkUnits(mentions, prose),
    ...checkScores(performance),
  ];
}

/**
 * A report without tables may be a government's, which tells of the whole city, its own level and its districts under one name, or
 * tell of a year's budget, what was added, and both: there only “三公” is one thing, and what one named government raised and spent.
 */
const isOwn = ({ concept, quote, agency, basis }: Figure) =>
  (agency !== null && basis === 'actual') ||
  (concept.startsWith('sangong.') && !/全[省市区县州]|[省市区县州]本?级/.test(quote));
