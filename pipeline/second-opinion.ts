/** Two engines read one PDF: the figures on which both readings agree. */
import type { Figure } from './model/figure.ts';
import type { FindingCode } from './model/finding.ts';
import type { DocumentReading } from './model/reading.ts';
import { Refusal } from './model/refusal.ts';
import { coverOf } from './model/span.ts';

/**
 * @param first the reading that is kept
 * @param again reads the same file with the other engine
 * @returns the first, with the figures on which both agree and what is to be said of the others
 */
export async function withSecondOpinion(
  first: DocumentReading,
  again: () => Promise<DocumentReading>,
): Promise<DocumentReading> {
  const second = await readingOrReason(again);
  const told = (code: FindingCode, message: string) => [...first.findings, { code, message, span: null }];
  if (typeof second === 'string' || fellBack(first) || fellBack(second)) {
    const reason = typeof second === 'string' ? second : 'only one engine can read it';
    return { ...first, findings: told('second-opinion-missing', `no second opinion: ${reason}`) };
  }
  const agreed = agreement(first, second);
  const alone = figuresOf(first).filter((figure) => !agreed.has(figure));
  const lost = figuresOf(second).length - agreed.size;
  if (alone.length === 0 && lost === 0) return { ...first, agreed };
  const pages = [...new Set(alone.map(({ words }) => coverOf(words.spans).page))].join(', ');
  const where = alone.length === 0 ? '' : ` (pages ${pages})`;
  const message = `${alone.length} figures${where} are not read so by the second engine, which reads ${lost} others`;
  return { ...first, agreed, findings: told('engines-disagree', message) };
}

const fellBack = ({ findings }: DocumentReading) => findings.some(({ code }) => code === 'engine-fallback');

async function readingOrReason(again: () => Promise<DocumentReading>): Promise<DocumentReading | string> {
  try {
    return await again();
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

/**
 * @param first the reading that is kept
 * @param second another engine's reading of the same file
 * @returns figures of the first that the second has too: same meaning, same value, the same words on the same page
 */
export function agreement(first: DocumentReading, second: DocumentReading): ReadonlySet<Figure> {
  const waiting = new Map<string, number>();
  for (const figure of figuresOf(second)) {
    const key = keyOf(figure);
    waiting.set(key, (waiting.get(key) ?? 0) + 1);
  }
  return new Set(
    figuresOf(first).filter((figure) => {
      const key = keyOf(figure);
      const left = waiting.get(key) ?? 0;
      waiting.set(key, left - 1);
      return left > 0;
    }),
  );
}

/** All figures of a document. */
export function figuresOf({ tables, prose }: DocumentReading): readonly Figure[] {
  return [...[...tables.values()].flatMap(({ figures }) => figures), ...prose];
}

function keyOf(figure: Figure): string {
  const { concept, component, basis, measure, fiscalYear, project, agency, value, words, quote } = figure;
  const number =
    value.kind === 'money'
      ? [value.money.fen, value.money.place]
      : [value.number.digits, value.number.exponent, value.unit];
  const codes = [figure.function?.code, figure.economic?.code, figure.governmentCode];
  const place = [coverOf(words.spans).page, words.value, quote];
  return [concept, component, basis, measure, fiscalYear, ...codes, project, agency, ...number, ...place].join('\n');
}
