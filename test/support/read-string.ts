/** Reports written out in a test, read by the real pipe. */
import { layOut } from '../../pipeline/layout/lay-out.ts';
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Layout } from '../../pipeline/model/layout.ts';
import type { Outline } from '../../pipeline/model/outline.ts';
import { detectSections } from '../../pipeline/sections/detect-sections.ts';
import { sectionKinds } from '../../pipeline/sections/kinds.ts';

export function layoutOf(text: string): Layout {
  return layOut({ format: 'text', text, encoding: 'utf-8' });
}

/** The paragraphs' words, in order. */
export function paragraphsOf(text: string): readonly string[] {
  return layoutOf(text).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage.text] : []));
}

/** The words of page numbers and running heads. */
export function furnitureOf(text: string): readonly string[] {
  const layout = layoutOf(text);
  return layout.blocks.flatMap((block) =>
    block.kind === 'furniture' ? [layout.text.slice(block.span.start, block.span.end)] : [],
  );
}

export function outlineOf(text: string): { readonly outline: Outline; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  return { outline: detectSections(layoutOf(text), sectionKinds, (finding) => findings.push(finding)), findings };
}

/** Sections as `level label heading`, a line each. */
export function headingsOf(text: string): readonly string[] {
  return outlineOf(text)
    .outline.sections.slice(1)
    .map(({ level, label, heading }) =>
      [level, label?.value, heading?.value].filter((part) => part !== undefined).join(' '),
    );
}

/** Chinese prose without clauses' meaning, broken at a measure of so many characters. */
export function prose(characters: number, lines: number): string {
  const words =
    '本单位根据年度工作安排，认真组织预算编制和执行，各项支出严格按照规定的范围和标准办理，资金使用合规有效。';
  const all = words.repeat(Math.ceil((characters * lines) / words.length));
  return Array.from({ length: lines }, (_, i) => all.slice(i * characters, (i + 1) * characters)).join('\n');
}
