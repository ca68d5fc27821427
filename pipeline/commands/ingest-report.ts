/** What happened to the files, as lines for people and as plain records for machines. */
import { basename } from 'node:path';
import type { FigureChanges } from '../../db/figure-changes.ts';
import { verdictColumns } from '../../db/rows.ts';
import type { Outcome } from '../ingest.ts';

/** One file's outcome without its text: thousands of these may wait for the summary. */
export interface FileRecord {
  readonly file: string;
  readonly path: string;
  readonly status: Outcome['status'];
  readonly code?: string;
  readonly message?: string;
  readonly same_as?: string;
  /** What it is instead of a fiscal report. */
  readonly why?: string;
  readonly format?: string;
  readonly title?: string | null;
  readonly kind?: string;
  readonly agency?: string | null;
  readonly fiscal_year?: number | null;
  readonly pages?: number;
  readonly sections?: number;
  readonly tables?: number;
  readonly amounts?: number;
  readonly figures?: number;
  /** Checks that the report fails. */
  readonly contradictions?: number;
  readonly warnings?: number;
  /** Why nothing of it was read, as of a scan, and what to do about it. */
  readonly unread?: string;
  /** What an upgrade changed. */
  readonly figure_changes?: FigureChanges;
}

export interface Summary {
  readonly documents: number;
  readonly unchanged: number;
  /** Left as another version of the program has read them. */
  readonly outdated: number;
  readonly upgraded: number;
  readonly failed: number;
  /** No fiscal reports, not stored. */
  readonly not_reports: number;
  readonly pages: number;
  readonly sections: number;
  readonly tables: number;
  readonly amounts: number;
  readonly figures: number;
  readonly contradictions: number;
  /** Of the documents read: how many of each kind and format. */
  readonly kinds: Counts;
  readonly formats: Counts;
  /** How many files failed, by reason. */
  readonly failures: Counts;
  /** What the upgrades changed together. */
  readonly figure_changes: FigureChanges;
}

type Counts = Readonly<Record<string, number>>;

/** Where a verdict's row tells its status. */
const statusAt = verdictColumns.indexOf('status');

export function recordOf(outcome: Outcome): FileRecord {
  const base = { file: basename(outcome.path), path: outcome.path, status: outcome.status };
  switch (outcome.status) {
    case 'refused':
      return { ...base, code: outcome.refusal.code, message: outcome.refusal.message };
    case 'failed':
      return { ...base, code: 'bug', message: `${outcome.path}: a bug stopped the reading: ${outcome.error.message}` };
    case 'duplicate':
      return { ...base, same_as: outcome.sameAs };
    case 'not-a-report':
      return { ...base, why: outcome.why };
    case 'unchanged':
    case 'outdated':
      return base;
    case 'stored':
    case 'replaced':
    case 'upgraded': {
      const { facts, format, sections, mentions, tables, prose, verdicts, findings, pages } = outcome.rows;
      const [trouble] = findings
        .filter(([, severity]) => severity === 'error')
        .map(([, , , message]) => String(message));
      const unread = mentions.length + tables.length + sections.length > 1 ? undefined : trouble;
      return {
        ...base,
        ...(unread === undefined ? {} : { unread }),
        format,
        title: facts.title,
        kind: facts.kind,
        agency: facts.agency,
        fiscal_year: facts.fiscalYear,
        pages: pages.length,
        sections: sections.length - 1,
        tables: tables.length,
        amounts: mentions.length,
        figures: prose.length + tables.reduce((sum, table) => sum + table.figures.length, 0),
        contradictions: verdicts.filter(({ values }) => values[statusAt] === 'fail').length,
        warnings: findings.filter(([, severity]) => severity !== 'info').length,
        ...(outcome.status === 'upgraded' ? { figure_changes: outcome.changes } : {}),
      };
    }
  }
}

export function fileLine(record: FileRecord): string {
  if (record.message !== undefined) return `✗ ${record.message}`;
  if (record.why !== undefined) return `– ${record.file}: ${record.why}`;
  if (record.status === 'unchanged') return `= ${record.file}: unchanged`;
  if (record.status === 'outdated') return `= ${record.file}: read by another version, left as it is`;
  if (record.status === 'duplicate') return `= ${record.file}: the same content as ${record.same_as}`;
  if (record.unread !== undefined) return `✓ ${record.file}: stored; ${record.unread}`;
  const what = [record.agency ?? 'unknown agency', record.fiscal_year ?? 'unknown year', record.kind].join(' ');
  const replaced =
    record.figure_changes !== undefined
      ? `, upgraded: ${changesLine(record.figure_changes)}`
      : record.status === 'replaced'
        ? ', replaced'
        : '';
  const counts = [
    counted(record.sections, 'section'),
    record.tables ? counted(record.tables, 'table') : [],
    counted(record.amounts, 'amount'),
    counted(record.figures, 'figure'),
    record.contradictions ? counted(record.contradictions, 'contradiction') : [],
    record.warnings ? counted(record.warnings, 'warning') : [],
  ].flat();
  return `✓ ${record.file}: ${what}, ${counts.join(', ')}${replaced}`;
}

const counted = (count: number | undefined, what: string) => `${count ?? 0} ${what}${count === 1 ? '' : 's'}`;

const changesLine = ({ added, lost, changed }: FigureChanges) =>
  added + lost + changed === 0 ? 'the same figures' : `figures ${added} added, ${lost} lost, ${changed} changed`;

export function summaryOf(records: readonly FileRecord[]): Summary {
  const total = (pick: (record: FileRecord) => number) => records.reduce((sum, record) => sum + pick(record), 0);
  const is = (...statuses: readonly FileRecord['status'][]) =>
    total(({ status }) => (statuses.includes(status) ? 1 : 0));
  return {
    documents: is('stored', 'replaced', 'upgraded'),
    unchanged: is('unchanged', 'duplicate'),
    outdated: is('outdated'),
    upgraded: is('upgraded'),
    failed: is('refused', 'failed'),
    not_reports: is('not-a-report'),
    pages: total(({ pages }) => pages ?? 0),
    sections: total(({ sections }) => sections ?? 0),
    tables: total(({ tables }) => tables ?? 0),
    amounts: total(({ amounts }) => amounts ?? 0),
    figures: total(({ figures }) => figures ?? 0),
    contradictions: total(({ contradictions }) => contradictions ?? 0),
    kinds: countsOf(records, ({ kind }) => kind),
    formats: countsOf(records, ({ format }) => format),
    failures: countsOf(records, ({ code }) => code),
    figure_changes: {
      added: total(({ figure_changes }) => figure_changes?.added ?? 0),
      lost: total(({ figure_changes }) => figure_changes?.lost ?? 0),
      changed: total(({ figure_changes }) => figure_changes?.changed ?? 0),
    },
  };
}

/** The most frequent first. */
function countsOf(records: readonly FileRecord[], pick: (record: FileRecord) => string | undefined): Counts {
  const counts = new Map<string, number>();
  for (const record of records) {
    const key = pick(record);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

const listOf = (counts: Counts) =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');

/** @param older files left alone because of --changed-since */
export function summaryLines(
  summary: Summary,
  leftOut: ReadonlyMap<string, number>,
  older: number,
  database: string,
): readonly string[] {
  const { documents, unchanged, outdated, upgraded, failed } = summary;
  const counts = [
    `${documents} documents read`,
    `${summary.sections} sections`,
    `${summary.tables} tables`,
    `${summary.amounts} amounts`,
    `${summary.figures} figures`,
    `${summary.contradictions} contradictions`,
    `${unchanged} unchanged`,
    `${failed} failed`,
  ];
  const others = listOf(Object.fromEntries(leftOut));
  const lines: readonly (readonly [boolean, string])[] = [
    [true, ''],
    [true, counts.join(' · ')],
    [documents > 0, `kinds: ${listOf(summary.kinds)}`],
    [documents > 0, `formats: ${listOf(summary.formats)}`],
    [failed > 0, `failed: ${listOf(summary.failures)}`],
    [
      summary.not_reports > 0,
      `not fiscal reports, listed above with the reason, not stored: ${summary.not_reports}; --keep-other stores them`,
    ],
    [upgraded > 0, `upgraded: ${upgraded} documents, ${changesLine(summary.figure_changes)}`],
    [outdated > 0, `left as another version read them: ${outdated}; --upgrade reads them again and says what changes`],
    [older > 0, `not written to since the time named, left alone: ${older}`],
    [others !== '', `left out of the folders, not read by this version: ${others}`],
    [documents + unchanged + outdated > 0, `database: ${database}`],
    [
      documents + unchanged + outdated > 0,
      `try: mingzhang query "select file, concept_label, fiscal_year, basis, amount_yuan, status from v_figure order by amount_yuan desc limit 10" --db ${database}`,
    ],
  ];
  return lines.flatMap(([told, line]) => (told ? [line] : []));
}
