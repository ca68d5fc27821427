/** The checks of stored documents, read back for telling them. */
import type { Audit, AuditedCheck } from '../pipeline/model/audit.ts';
import type { Connection } from './open.ts';

interface StoredCheck extends Omit<AuditedCheck, 'operands'> {
  readonly check_id: number;
}

interface StoredOperand {
  readonly quote: string;
  readonly page: number | null;
  readonly x0: number | null;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * @param rule only checks whose rule begins so
 * @returns every document with its checks, in order of file name; read one by one as they are asked for
 */
export function* readAudits(db: Connection, rule = ''): Generator<Audit> {
  const documents = db.prepare<[], { document_id: number; file: string; figures: number }>(
    `select d.document_id, d.file, (select count(*) from figure f where f.document_id = d.document_id) as figures
     from document d order by d.file, d.document_id`,
  );
  const checks = db.prepare<[number, string, string], StoredCheck>(
    `select check_id, rule, status, outcome, severity, message, english, stated, expected, difference, page, quote, doubt
     from verdict where document_id = ? and substr(rule, 1, length(?)) = ? order by check_id`,
  );
  const operands = db.prepare<[number], StoredOperand>(
    `select f.quote, f.page, f.x0, f.y0, f.x1, f.y1
     from verdict_figure v join figure f using (figure_id) where v.check_id = ? order by v.figure_id`,
  );
  const checked = db
    .prepare<[number, string, string], number>(
      `select count(distinct f.figure_id) from verdict v join verdict_figure f using (check_id)
       where v.document_id = ? and v.status <> 'skipped' and substr(v.rule, 1, length(?)) = ?`,
    )
    .pluck();
  for (const { document_id, file, figures } of documents.all()) {
    yield {
      file,
      figures,
      checked: checked.get(document_id, rule, rule) ?? 0,
      checks: checks.all(document_id, rule, rule).map(({ check_id, ...check }) => ({
        ...check,
        operands: operands.all(check_id).map(({ quote, page, x0, y0, x1, y1 }) => ({
          quote,
          page,
          box: x0 === null ? null : { x0, y0, x1, y1 },
        })),
      })),
    };
  }
}
