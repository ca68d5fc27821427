/**
 * Speed of the clause reader on prose that is in memory: bytes (UTF-8) of the paragraphs with figures that it goes through, a second,
 * on one core. Beside it the finding of amounts over the same paragraphs.
 * Usage: node dist/bench/clauses.js [folder of .txt reports …]; without folders the samples.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAmounts } from '../extractors/amounts/read-amounts.ts';
import { readProse } from '../extractors/clauses/read-prose.ts';
import { scopeRules, stageRules, unreadSections } from '../extractors/clauses/scopes.ts';
import { findDocumentFacts } from '../extractors/facts/document-facts.ts';
import { layOut } from '../pipeline/layout/lay-out.ts';
import { packageFile } from '../pipeline/package-file.ts';
import { readText } from '../pipeline/readers/read-text.ts';
import { detectSections } from '../pipeline/sections/detect-sections.ts';
import { sectionKinds } from '../pipeline/sections/kinds.ts';

const rounds = 15;
/** Rounds not counted: the engine compiles what is used often. */
const warmUp = 15;
const silent = () => undefined;
const shelf = { rules: scopeRules, unread: unreadSections, stages: stageRules };

const folders = process.argv.slice(2);
const files = (folders.length > 0 ? folders : [packageFile('samples')]).flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => join(folder, file)),
);

const documents = files.map((path) => {
  const bytes = readFileSync(path);
  const layout = layOut(readText({ path, file: path, bytes }, silent));
  const outline = detectSections(layout, sectionKinds, silent);
  const facts = findDocumentFacts(layout, outline, path, silent);
  return { outline, facts, mentions: readAmounts(outline, silent) };
});

/** Paragraphs with digits, in sections that are read: the others the reader passes by. */
const bytes = documents
  .flatMap(({ outline }) => outline.sections.filter(({ kind }) => !unreadSections.has(kind)))
  .flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage.text] : [])))
  .filter((text) => /\d/.test(text))
  .reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/** Seconds of processor time: other programs on the machine play no part. */
function seconds(action: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const from = process.cpuUsage();
    action();
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1e6;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

const clauses = () => {
  for (const { outline, facts, mentions } of documents) readProse(outline, facts, mentions, shelf, silent);
};
const amounts = () => {
  for (const { outline } of documents) readAmounts(outline, silent);
};
for (let i = 0; i < warmUp; i++) clauses();
const reading = seconds(clauses);
const finding = seconds(amounts);
const say = (words: string) => process.stdout.write(`${words}\n`);
say(`${documents.length} reports, ${(bytes / 1e3).toFixed(0)} kB of paragraphs with figures`);
say(
  `clause reader    ${(bytes / 1e6 / reading).toFixed(1)} MB/s   ${(reading / finding).toFixed(2)} × finding amounts`,
);
