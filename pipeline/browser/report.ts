/** A document's reading → plain values: what a page shows of it, whatever thread it was read in. */
import { auditOf } from '../audit.ts';
import type { AuditedCheck } from '../model/audit.ts';
import { decimalText, type Figure, type FigureMeaning } from '../model/figure.ts';
import { type FindingCode, findingKinds, type Severity, type Stage } from '../model/finding.ts';
import type { Format } from '../model/layout.ts';
import { yuanText } from '../model/money.ts';
import type { DocumentFacts, DocumentReading } from '../model/reading.ts';
import { coverOf } from '../model/span.ts';
import type { Verdict } from '../model/verdict.ts';
import { figuresOf } from '../second-opinion.ts';

/** As `v_figure.status`: in a check that failed; in one whose passing proves it; in none. */
export type FigureStatus = 'contradicted' | 'verified' | 'unchecked';

export interface ReportFigure extends FigureMeaning {
  /** The concept's standard name. */
  readonly label: string | null;
  /** In decimal digits: yuan for money, else the number as printed. */
  readonly value: string;
  /** 元 for money; null where none is printed. */
  readonly unit: string | null;
  readonly source: Figure['source'];
  readonly page: number | null;
  readonly quote: string;
  readonly status: FigureStatus;
}

export interface ReportFinding {
  readonly code: FindingCode;
  readonly stage: Stage;
  readonly severity: Severity;
  readonly message: string;
  readonly page: number | null;
}

export interface Report {
  readonly file: string;
  readonly format: Format;
  /** None where the file tells no pages. */
  readonly pages: number;
  readonly facts: DocumentFacts;
  /** Tables first, then prose. */
  readonly figures: readonly ReportFigure[];
  /** Figures that took part in a check. */
  readonly checked: number;
  readonly verdicts: readonly AuditedCheck[];
  readonly findings: readonly ReportFinding[];
}

/** @param file the document's name */
export function reportOf(file: string, reading: DocumentReading): Report {
  const { layout, facts, verdicts, findings } = reading;
  const { checks, checked } = auditOf(file, reading);
  const status = statusBy(verdicts);
  return {
    ...{ file, format: layout.format, pages: layout.pages.length, facts },
    figures: figuresOf(reading).map((figure) => figureRow(figure, status(figure))),
    ...{ checked, verdicts: checks },
    findings: findings.map(({ code, message, span }) => ({
      ...{ code, ...findingKinds[code], message, page: span?.page ?? null },
    })),
  };
}

function figureRow(figure: Figure, status: FigureStatus): ReportFigure {
  const { words, quote, value, source, label, section: _, at: __, mention: ___, ...meaning } = figure;
  const [digits, unit] =
    value.kind === 'money' ? [yuanText(value.money.fen), '元'] : [decimalText(value.number), value.unit];
  const { page } = coverOf(words.spans);
  return { ...meaning, label, value: digits, unit, source, page, quote, status };
}

function statusBy(verdicts: readonly Verdict[]): (figure: Figure) => FigureStatus {
  const partOf = (some: readonly Verdict[]) => new Set(some.flatMap(({ figures }) => figures));
  const contradicted = partOf(verdicts.filter(({ status }) => status === 'fail'));
  const verified = partOf(verdicts.filter(({ status, confirms }) => status === 'pass' && confirms !== false));
  return (figure) => (contradicted.has(figure) ? 'contradicted' : verified.has(figure) ? 'verified' : 'unchecked');
}
