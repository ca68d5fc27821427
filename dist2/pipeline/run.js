/** One document, top to bottom. The machine meets its shelves here and nowhere else. */
import { readAmounts } from '../extractors/amounts/read-amounts.js';
import { findDocumentFacts } from '../extractors/facts/document-facts.js';
import { readLayout } from './readers/read-layout.js';
import { detectSections } from './sections/detect-sections.js';
import { sectionKinds } from './sections/kinds.js';
/**
 * @param source the file's bytes and name
 * @returns everything read from it, with findings in the order they were made
 * @throws Refusal when the file is nothing this version reads
 */
export async function readDocument(source, options = {}) {
    const findings = [];
    const layout = await readLayout(source, options, (finding) => findings.push(finding));
    return understand(layout, source.file, findings);
}
/**
 * The part of the pipe that needs no file: a layout → what it says.
 * @param file the file's name, a hint only
 * @param before findings made so far; the later ones follow them
 */
export function understand(layout, file, before) {
    const findings = [...before];
    const note = (finding) => void findings.push(finding);
    const outline = detectSections(layout, sectionKinds, note);
    const facts = findDocumentFacts(layout, outline, file, note);
    const mentions = readAmounts(outline, note);
    return { layout, outline, facts, mentions, findings };
}
