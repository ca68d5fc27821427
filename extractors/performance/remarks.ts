/** What a self-evaluation says in words of its own: 存在的问题, 改进措施. */
import { tidy } from '../../normalizers/fold.ts';
import type { Outline, Section } from '../../pipeline/model/outline.ts';
import type { Remark } from '../../pipeline/model/performance.ts';

const kinds: Readonly<Record<string, Remark['kind']>> = { problems: 'problem', improvements: 'improvement' };

/** @returns the remarks of the innermost sections that are of problems or of improvements, in reading order */
export function readRemarks({ sections }: Outline): readonly Remark[] {
  const within = (section: Section, other: Section) => {
    for (let at: number | null = other.parent; at !== null; at = sections[at]?.parent ?? null)
      if (at === section.index) return true;
    return false;
  };
  return sections.flatMap((section) => {
    const kind = kinds[section.kind];
    if (kind === undefined || section.heading === null) return [];
    const inner = sections.filter((other) => within(section, other));
    if (inner.some((other) => kinds[other.kind] !== undefined)) return [];
    const text = [section, ...inner].flatMap((one) => paragraphsOf(one, one === section)).join('\n');
    return text === ''
      ? []
      : [{ kind, heading: section.heading.value, text, section: section.index, span: section.span }];
  });
}

/** @param own leave the heading out, which may stand in one paragraph with the text: （三）存在问题。财务… */
function paragraphsOf({ blocks, label, heading }: Section, own: boolean): readonly string[] {
  const title = own ? tidy(`${label?.value ?? ''}${heading?.value ?? ''}`) : '';
  return blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [tidy(block.passage.text)] : []))
    .map((text) =>
      title !== '' && text.startsWith(title) ? text.slice(title.length).replace(/^[。：:；;]/, '') : text,
    )
    .filter((text) => text !== '');
}
