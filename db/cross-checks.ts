/** Reports read back for the checks between them, and what these found. */
import type { CrossVerdict, StoredFigure, StoredReport } from '../pipeline/model/stored-report.ts';
import { onDatabase } from './errors.ts';
import type { Connection } from './open.ts';
import { type Patience, patiently } from './patience.ts';
import { verdictColumns } from './rows.ts';

/** @returns agencies whose reports have changed since they were held against each other */
export function agenciesDue(db: Connection): ReadonlySet<string> {
  return onDatabase(db.name, () => new Set(db.prepare<[], string>('select agency from agency_due').pluck().all()));
}

/**
 * @param agencies whose reports are asked for
 * @returns groups of reports of one agency and one region, each in order of file names; read one group at a time
 */
export function* reportsOf(db: Connection, agencies: ReadonlySet<string>): Generator<readonly StoredReport[]> {
  type Document = Omit<StoredReport, 'figures'>;
  const documents = db
    .prepare<[], Document>(
      `select document_id as id, file, kind, caliber, agency, region_code as regionCode, fiscal_year as fiscalYear
       from document where agency is not null order by agency, region_code, file, document_id`,
    )
    .all()
    .filter(({ agency }) => agencies.has(agency ?? ''));
  const figures = db
    .prepare<[number], StoredFigure>(
      `select figure_id as id, concept, concept_label as label, component, basis, fiscal_year as fiscalYear,
         function_code as functionCode, function_name as functionName, economic_code as economicCode,
         economic_name as economicName, government_code as governmentCode, project, agency, amount_fen as fen,
         decimals as place, source, page, quote, confidence is not null as recognized
       from figure left join page using (document_id, page)
       where document_id = ? and measure = 'amount' and amount_fen is not null and fiscal_year is not null
       order by figure_id`,
    )
    .safeIntegers();
  let group: StoredReport[] = [];
  for (const document of documents) {
    const [first] = group;
    if (first !== undefined && (first.agency !== document.agency || first.regionCode !== document.regionCode)) {
      yield group;
      group = [];
    }
    group.push({ ...document, figures: figures.all(document.id).map(plain) });
  }
  if (group.length > 0) yield group;
}

/** Money stays whole; the small numbers are numbers again. */
const plain = (figure: StoredFigure): StoredFigure => ({
  ...figure,
  id: Number(figure.id),
  fiscalYear: Number(figure.fiscalYear),
  place: Number(figure.place ?? -2),
  page: figure.page === null ? null : Number(figure.page),
  recognized: Boolean(figure.recognized),
});

/** Forgets that agencies are due, once their reports have been held against each other. */
export function settleAgencies(db: Connection, agencies: ReadonlySet<string>, patience: Patience): void {
  const settle = db.prepare('delete from agency_due where agency = ?');
  inTransaction(db, patience, () => {
    for (const agency of agencies) settle.run(agency);
  });
}

/** Puts the verdicts of some reports in place of those that were found between them before, all in one transaction. */
export function storeCrossVerdicts(
  db: Connection,
  reports: readonly StoredReport[],
  verdicts: readonly CrossVerdict[],
  patience: Patience,
): void {
  const forget = db.prepare("delete from verdict where document_id = ? and rule like 'cross_document.%'");
  const columns = ['document_id', ...verdictColumns];
  const insert = db.prepare(
    `insert into verdict (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const link = db.prepare('insert or ignore into verdict_figure (check_id, figure_id) values (?, ?)');
  inTransaction(db, patience, () => {
    for (const { id } of reports) forget.run(id);
    for (const { document, figures, rule, status, outcome, severity, message, english, ...told } of verdicts) {
      const { stated, expected, difference, quote, doubt = null, confirms = true } = told;
      const place = [figures[0]?.page ?? null, quote, doubt, confirms ? 1 : 0];
      const check = insert.run(
        ...[document, rule, status, outcome, severity, message, english, stated, expected, difference, ...place],
      ).lastInsertRowid;
      for (const { id } of figures) link.run(check, id);
    }
  });
}

function inTransaction(db: Connection, patience: Patience, work: () => void): void {
  const whole = db.transaction(work);
  onDatabase(db.name, () =>
    patiently(patience, (timeout) => {
      db.pragma(`busy_timeout = ${timeout}`);
      whole.immediate();
    }),
  );
}
