/** One document, top to bottom. */
import type { Finding } from './model/finding.ts';
import type { SourceFile } from './model/layout.ts';
import type { DocumentReading } from './model/reading.ts';
import { otherEngine } from './readers/pdf-engine.ts';
import { type ReadOptions, readLayout } from './readers/read-layout.ts';
import { withSecondOpinion } from './second-opinion.ts';
import { understand } from './understand.ts';

/**
 * @param source the file's bytes and name
 * @returns everything read from it, with findings in the order they were made
 * @throws Refusal when the file is nothing this version reads
 */
export async function readDocument(source: SourceFile, options: ReadOptions = {}): Promise<DocumentReading> {
  const reading = await readOnce(source, options);
  if (options.secondOpinion !== true || reading.layout.format !== 'pdf') return reading;
  return withSecondOpinion(reading, () => readOnce(source, { ...options, engine: otherEngine(options.engine) }));
}

async function readOnce(source: SourceFile, options: ReadOptions): Promise<DocumentReading> {
  const findings: Finding[] = [];
  const layout = await readLayout(source, options, (finding) => findings.push(finding));
  return understand(layout, source.file, findings);
}
