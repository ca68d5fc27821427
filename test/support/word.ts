/** Word documents written out in a test as the XML of their parts, and what is read from them. */
import type { Finding } from '../../pipeline/model/finding.ts';
import type { Layout } from '../../pipeline/model/layout.ts';
import { readDocx } from '../../pipeline/readers/word/read-docx.ts';
import { zipOf } from './containers.ts';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WordParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly footer?: string;
}

/** @param body what stands in `w:body`; @param parts what stands in the roots of other parts */
export function docxOf(body: string, parts: WordParts = {}): Uint8Array {
  const roots: Readonly<Record<keyof WordParts, string>> = {
    ...{ styles: 'w:styles', numbering: 'w:numbering', footnotes: 'w:footnotes', header: 'w:hdr', footer: 'w:ftr' },
  };
  const part = (root: string, inside: string) => `<?xml version="1.0"?><${root} ${namespaces}>${inside}</${root}>`;
  const others = Object.entries(roots).flatMap(([name, root]) => {
    const inside = Object.entries(parts).find(([key]) => key === name)?.[1];
    return inside === undefined ? [] : [{ name, xml: part(root, inside) }];
  });
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const relations = (list: readonly string[]) =>
    `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
  const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const override = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${type}+xml"/>`;
  return zipOf(
    {
      '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${override('document', 'document.main')}${others.map(({ name }) => override(name, name)).join('')}</Types>`,
      '_rels/.rels': relations([`<Relationship Id="m" Type="${office}/officeDocument" Target="word/document.xml"/>`]),
      'word/document.xml': part('w:document', `<w:body>${body}</w:body>`),
      'word/_rels/document.xml.rels': relations(
        others.map(({ name }) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`),
      ),
      ...Object.fromEntries(others.map(({ name, xml }) => [`word/${name}.xml`, xml])),
    },
    true,
  );
}

export const run = (text: string, about = '') =>
  `<w:r>${about && `<w:rPr>${about}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (text: string, about = '') =>
  `<w:p>${about && `<w:pPr>${about}</w:pPr>`}${text.startsWith('<') ? text : run(text)}</w:p>`;
export const tc = (inside: string, about = '') =>
  `<w:tc>${about && `<w:tcPr>${about}</w:tcPr>`}${inside.startsWith('<w:p') || inside.startsWith('<w:tbl') ? inside : p(inside)}</w:tc>`;
export const tbl = (...rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;

export interface WordReading {
  readonly layout: Layout;
  readonly findings: readonly Finding[];
  /** Words of paragraphs in order. */
  readonly paragraphs: readonly string[];
  /** Of each table, cells as `row,col rowSpan×colSpan words`, spans where they are not one. */
  readonly tables: readonly (readonly string[])[];
}

export async function readWord(body: string, parts: WordParts = {}): Promise<WordReading> {
  const findings: Finding[] = [];
  const source = { path: 'a.docx', file: 'a.docx', sha256: '', bytes: docxOf(body, parts) };
  return told(await readDocx(source, (finding) => findings.push(finding)), findings);
}

export function told(layout: Layout, findings: readonly Finding[]): WordReading {
  return {
    layout,
    findings,
    paragraphs: layout.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage.text] : [])),
    tables: layout.blocks.flatMap((block) =>
      block.kind !== 'grid'
        ? []
        : [
            block.cells.map(({ row, col, rowSpan, colSpan, passage }) => {
              const spans = rowSpan === 1 && colSpan === 1 ? '' : ` ${rowSpan}×${colSpan}`;
              return `${row},${col}${spans} ${passage?.text ?? ''}`.trimEnd();
            }),
          ],
    ),
  };
}
