/** One document, top to bottom. The machine meets its shelves here and nowhere else. */
import { readAmounts } from '../extractors/amounts/read-amounts.ts';
import { findDocumentFacts } from '../extractors/facts/document-facts.ts';
import { layOut } from './layout/lay-out.ts';
import type { Finding } from './model/finding.ts';
import type { SourceFile } from './model/layout.ts';
import type { DocumentReading } from './model/reading.ts';
import { readText } from './readers/read-text.ts';
import { detectSections } from './sections/detect-sections.ts';
import { sectionKinds } from './sections/kinds.ts';

/**
 * @param source the file's bytes and name
 * @returns everything read from it, with findings in the order they were made
 * @throws Refusal when the file is nothing this version reads
 */
export function readDocument(source: SourceFile): DocumentReading {
  const findings: Finding[] = [];
  const note = (finding: Finding) => void findings.push(finding);
  const layout = layOut(readText(source, note));
  const outline = detectSections(layout, sectionKinds, note);
  const facts = findDocumentFacts(layout, outline, source.file, note);
  const mentions = readAmounts(outline, note);
  return { layout, outline, facts, mentions, findings };
}
