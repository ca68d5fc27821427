/** A document's reading → what was checked in it, as a person is told. */
import type { Audit } from './model/audit.ts';
import type { DocumentReading } from './model/reading.ts';

/**
 * @param file the document's name
 * @param rule only of rules whose id begins so
 */
export function auditOf(file: string, { prose, tables, verdicts, layout }: DocumentReading, rule = ''): Audit {
  const asked = verdicts.filter((verdict) => verdict.rule.startsWith(rule));
  const part = asked.filter(({ status }) => status !== 'skipped').flatMap(({ figures }) => figures);
  return {
    file,
    figures: prose.length + [...tables.values()].reduce((all, { figures }) => all + figures.length, 0),
    checked: new Set(part).size,
    checks: asked.map(({ figures, span, doubt = null, ...verdict }) => ({
      ...verdict,
      doubt,
      page: span?.page ?? null,
      operands: figures.map(({ quote, words: { spans } }) => ({
        ...{ quote, page: spans[0].page, box: layout.boxOf(spans[0]) },
      })),
    })),
  };
}
