/** What a layout says: the part of the pipe that needs no file and no machine. It meets its shelves here and nowhere else. */
import { readAmounts } from '../extractors/amounts/read-amounts.ts';
import { readProse } from '../extractors/clauses/read-prose.ts';
import { scopeRules, stageRules, unreadSections } from '../extractors/clauses/scopes.ts';
import { findDocumentFacts } from '../extractors/facts/document-facts.ts';
import { factsOfOther, whyNoReport } from '../extractors/facts/not-a-report.ts';
import { withProjectFigures } from '../extractors/performance/figures.ts';
import { readPerformance } from '../extractors/performance/read-performance.ts';
import { readRemarks } from '../extractors/performance/remarks.ts';
import { withScoredProjects } from '../extractors/performance/told-scores.ts';
import { readStatements } from '../extractors/tables/read-statements.ts';
import { statementTemplates } from '../extractors/tables/templates/index.ts';
import { noteUnreadTables } from '../extractors/tables/unread-tables.ts';
import type { Finding } from './model/finding.ts';
import type { Layout } from './model/layout.ts';
import type { DocumentReading } from './model/reading.ts';
import { detectSections } from './sections/detect-sections.ts';
import { sectionKinds } from './sections/kinds.ts';
import { weighRecognized } from './verify/recognized.ts';
import { verify } from './verify/verify.ts';

const proseShelf = { rules: scopeRules, unread: unreadSections, stages: stageRules };

/**
 * @param layout what a reader made of the file
 * @param file the file's name, a hint only
 * @param before findings made so far; the later ones follow them
 */
export function understand(layout: Layout, file: string, before: readonly Finding[]): DocumentReading {
  const findings: Finding[] = [...before];
  const note = (finding: Finding) => void findings.push(finding);
  const outline = detectSections(layout, sectionKinds, note);
  const facts = findDocumentFacts(layout, outline, file, note);
  const mentions = readAmounts(outline, note);
  const tables = readStatements(outline, facts, statementTemplates, note);
  const told = readProse(outline, facts, mentions, proseShelf, note);
  const said = withScoredProjects(told.figures);
  const { figures: own, ...performance } = readPerformance(outline, facts, tables, said, note);
  const prose = withProjectFigures(said, own, mentions);
  const evidence = {
    amounts: mentions.length,
    tableFigures: [...tables.values()].reduce((sum, { figures }) => sum + figures.length, 0),
    proseFigures: prose.length,
    projects: performance.projects.length,
    indicators: performance.indicators.length,
  };
  const why = whyNoReport(layout, facts, evidence, before);
  if (why !== null) return notAReport(why, { layout, outline, facts, mentions, findings: before });
  noteUnreadTables(outline, { tables, prose, performance }, note);
  const resolved = new Set(prose.map(({ mention }) => mention));
  const unresolved = new Map([...told.unresolved].filter(([mention]) => !resolved.has(mention)));
  const checked = verify({ outline, tables, prose, mentions, unresolved, performance, findings });
  const verdicts = weighRecognized(checked, layout);
  const remarks = readRemarks(outline);
  const agreed = null;
  return {
    ...{ layout, outline, facts, mentions, tables, prose, performance, remarks, verdicts, unresolved, findings },
    agreed,
  };
}

/** Its text, amounts and places are kept; nothing in them is a figure of a budget, an account or an evaluation. */
function notAReport(
  why: string,
  {
    layout,
    outline,
    facts,
    mentions,
    findings,
  }: Pick<DocumentReading, 'layout' | 'outline' | 'facts' | 'mentions' | 'findings'>,
): DocumentReading {
  return {
    layout,
    outline,
    facts: factsOfOther(layout, facts),
    mentions,
    tables: new Map(),
    prose: [],
    performance: { projects: [], indicators: [] },
    remarks: [],
    verdicts: [],
    unresolved: new Map(mentions.map((mention) => [mention, 'not-a-report'])),
    agreed: null,
    findings: [...findings, { code: 'not-a-report', message: `not a fiscal report: ${why}`, span: null }],
  };
}
