/**
 * Reports of one agency and one caliber against each other: what this year's calls last year's against what last year's printed, 年初预算 of the
 * final accounts against the budget, a narrative file against its tables. A thing is held against itself alone: concept, component, items,
 * year and row; a report that prints it with several values says nothing certain of it.
 */
import { itemKey } from '../../normalizers/classification.ts';
import { toFen } from '../model/money.ts';
import type { CrossVerdict, StoredFigure, StoredReport } from '../model/stored-report.ts';
import { grouped } from './identity.ts';
import { meet, ofMoney } from './interval.ts';
import { judge } from './judge.ts';
import { unlike } from './repeats.ts';
import { type DocumentsRule, documentsRules } from './rules/documents.ts';

/**
 * @param reports of one agency, in order of their names
 * @returns verdicts of each; a check whose other report is not there is skipped, where the report has something to check
 */
export function checkAcross(reports: readonly StoredReport[]): readonly CrossVerdict[] {
  return reports.flatMap((report, index) =>
    documentsRules
      .filter(({ kinds }) => kinds.includes(report.kind))
      .flatMap((rule) => checkReport(report, rule, reports.slice(0, index), reports)),
  );
}

function checkReport(
  report: StoredReport,
  rule: DocumentsRule,
  before: readonly StoredReport[],
  all: readonly StoredReport[],
): readonly CrossVerdict[] {
  if (report.fiscalYear === null) return [];
  const year = report.fiscalYear + rule.years;
  const kind = rule.other ?? report.kind;
  // Two reports of one year are held against each other once.
  const others = (rule.years === 0 && rule.other === null ? before : all).filter(
    (other) => other !== report && other.kind === kind && other.fiscalYear === year && other.caliber === report.caliber,
  );
  const asked = certain(report.figures.filter((figure) => isOf(figure, year, rule)));
  if (asked.size === 0) return [];
  if (others.length === 0) return rule.rule === 'cross_document.same_report' ? [] : [missing(report, rule, year)];
  const known = others.map((other) => ({
    other,
    figures: certain(other.figures.filter((figure) => isOf(figure, year, rule))),
  }));
  // Of one report in several formats the first that prints the thing is asked; the copies are held against each other by a rule of their own.
  return [...asked].flatMap(([key, figure]) => {
    const first = known.find(({ figures }) => figures.has(key));
    const same = first?.figures.get(key);
    return first === undefined || same === undefined ? [] : [compare(report, figure, first.other, same, rule)];
  });
}

const isOf = ({ fiscalYear, basis, concept, component }: StoredFigure, year: number, { bases }: DocumentsRule) =>
  fiscalYear === year && bases.includes(basis) && !unlike.test(concept) && component !== 'other';

/** Things with one value each, by what they are: the finest print of each. */
function certain(figures: readonly StoredFigure[]): ReadonlyMap<string, StoredFigure> {
  const named = figures.filter(
    ({ functionCode, functionName, economicCode, economicName }) =>
      (functionCode !== null || functionName === null) && (economicCode !== null || economicName === null),
  );
  return new Map(
    [...grouped(named, keyOf)].flatMap(([key, same]) => {
      const [finest] = [...same].sort((a, b) => a.place - b.place || (a.source === 'table' ? -1 : 1));
      return finest !== undefined && same.every((one) => meet(intervalOf(one), intervalOf(finest)))
        ? [[key, finest] as const]
        : [];
    }),
  );
}

/** Budgets by either name are one: 年初预算 of this report is 预算 of another. */
function keyOf(figure: StoredFigure): string {
  const { concept, component, basis, functionCode, economicCode, governmentCode, project, agency } = figure;
  const own = [concept, component, basis === 'actual' ? basis : 'budget', functionCode, economicCode, governmentCode];
  return [...own, project === null ? null : itemKey(project), agency].map((part) => part ?? '').join('|');
}

const intervalOf = ({ fen, place }: StoredFigure) =>
  ofMoney({ fen: toFen(fen), place, approximate: false, exact: true });

function compare(
  report: StoredReport,
  figure: StoredFigure,
  other: StoredReport,
  same: StoredFigure,
  { rule, named, english }: DocumentsRule,
): CrossVerdict {
  const where = same.page === null ? '' : `第${same.page}页`;
  const {
    figures: _,
    span: __,
    ...verdict
  } = judge({
    rule,
    stated: intervalOf(figure),
    expected: intervalOf(same),
    figures: [],
    names: {
      stated: `${figure.label ?? figure.concept}在本报告中`,
      expected: `在${named}（${other.file}${where}）中`,
    },
    english: { stated: `${figure.concept} here`, expected: `the same in ${english} (${other.file})` },
    unit: '元',
  });
  // Numbers that were recognized in pictures are proved by sums alone.
  const confirms = !figure.recognized && !same.recognized;
  return {
    ...verdict,
    confirms,
    document: report.id,
    figures: [figure, same],
    quote: `${figure.quote} ‖ ${same.quote}`,
  };
}

function missing(report: StoredReport, { rule, named, english }: DocumentsRule, year: number): CrossVerdict {
  return {
    ...{ rule, status: 'skipped', outcome: 'unread', severity: 'info' },
    message: `数据库中没有该单位${year}年的${named}，无法核对`,
    english: `${english} (${year}) is not in the database`,
    ...{ stated: null, expected: null, difference: null, quote: null },
    ...{ document: report.id, figures: [] },
  };
}
