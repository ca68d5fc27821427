/** Whole Office files of each kind, and damaged ones made from them by a seeded hand. */
import { CFB } from '@e965/xlsx';
import { random } from '../../bench/random.ts';
import { openCompound } from '../../pipeline/readers/container/compound.ts';
import { openZip } from '../../pipeline/readers/container/open-zip.ts';
import { zipOf } from './containers.ts';
import { docOf, docRow, para } from './doc.ts';
import { docxOf, p, run, tbl, tc } from './word.ts';
import { workbookOf } from './workbook.ts';

const rows = [
  ['2024年收支总表'],
  ['部门：栖云县水务局', null, '单位：万元'],
  ['项目', '上年预算数', '本年预算数'],
  ...Array.from({ length: 20 }, (_, i) => [`项目${i}`, [i * 1.5, '#,##0.00'] as const, [i * 2, '0.00'] as const]),
];
const sheets = [
  { name: '收支总表', rows, merged: ['A1:C1'], hiddenColumns: [1] },
  { name: '说明', rows: [['一、收支情况'], ['收入12万元。']] },
];
const level =
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>';

export const officeFiles: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [
  {
    name: 'a.docx',
    bytes: docxOf(
      p('2024年部门预算', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
        p(
          `${run('收入')}<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins>${run('12')}</w:ins>${run('万元。')}`,
        ) +
        tbl(
          [tc('项目', '<w:vMerge w:val="restart"/>'), tc('金额', '<w:gridSpan w:val="2"/>')],
          [tc('', '<w:vMerge/>'), tc('上年'), tc('本年')],
          [tc('合计'), tc('1.00'), tc(tbl([tc('里'), tc('2')]))],
        ),
      {
        numbering: `<w:abstractNum w:abstractNumId="0">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
        styles: '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>',
        footer: p('— 1 —'),
      },
    ),
  },
  { name: 'a.xlsx', bytes: workbookOf(sheets) },
  { name: 'a.xls', bytes: workbookOf(sheets, 'biff8') },
  {
    name: 'a.doc',
    bytes: docOf(
      [
        para('2024年收支总表', [0x260a, 0], [0x460b, 1, 0]),
        ...docRow(['项目', '金额'], [0, 2000, 6000], [0x60, 0]),
        ...docRow(['', '上年', '本年'], [10, 2000, 4000, 6000], [0x20, 0, 0]),
        para('收入12万元。'),
      ],
      { levels: [[37, '\0、']] },
    ),
  },
];

/** @returns the file cut off, with bytes changed, or whole as a container with what is inside damaged */
export async function damaged(bytes: Uint8Array, seed: number): Promise<Uint8Array> {
  const next = random(seed);
  const at = (length: number) => Math.floor(next() * length);
  const kind = seed % 5;
  if (kind === 0) return bytes.subarray(0, Math.max(20, at(bytes.length)));
  if (kind < 3) return scattered(bytes, kind === 1 ? 1 + at(10) : 50 + at(bytes.length / 10), at);
  const inner = (content: Uint8Array) => (kind === 3 ? scattered(content, 1 + at(8), at) : shuffled(content, at));
  return bytes[0] === 0x50 ? inZip(bytes, inner, at) : inCompound(bytes, inner, at);
}

function scattered(bytes: Uint8Array, changes: number, at: (length: number) => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let i = 0; i < changes; i++) copy[at(copy.length)] = at(256);
  return copy;
}

/** A stretch taken out and put in elsewhere, or twice. */
function shuffled(bytes: Uint8Array, at: (length: number) => number): Uint8Array {
  const from = at(bytes.length);
  const stretch = bytes.subarray(from, from + 1 + at(200));
  const rest = at(2) === 0 ? bytes : Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + stretch.length)]);
  const to = at(rest.length);
  return Buffer.concat([rest.subarray(0, to), stretch, rest.subarray(to)]);
}

async function inZip(bytes: Uint8Array, harm: (content: Uint8Array) => Uint8Array, at: (length: number) => number) {
  const members = [...(await openZip(bytes, 'whole', () => true))];
  const harmed = at(members.length);
  return zipOf(
    Object.fromEntries(members.map(([name, content], i) => [name, i === harmed ? harm(content) : content])),
    true,
  );
}

function inCompound(
  bytes: Uint8Array,
  harm: (content: Uint8Array) => Uint8Array,
  at: (length: number) => number,
): Uint8Array {
  const streams = [...openCompound(bytes, 'whole')].filter(([name]) => /^(?:WordDocument|0Table|Workbook)$/.test(name));
  const harmed = at(streams.length);
  const container = CFB.utils.cfb_new();
  for (const [i, [name, content]] of streams.entries()) {
    CFB.utils.cfb_add(container, `/${name}`, Buffer.from(i === harmed ? harm(content) : content));
  }
  const written: unknown = CFB.write(container, { type: 'buffer' });
  if (!(written instanceof Uint8Array)) throw new TypeError('the container was not written as bytes');
  return written;
}
