import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../pipeline/model/finding.ts';
import { readDoc } from '../../../../pipeline/readers/word/read-doc.ts';
import { docOf, docRow, para, type TestLists, type TestParagraph } from '../../../support/doc.ts';
import { told } from '../../../support/word.ts';

function read(paragraphs: readonly TestParagraph[], lists?: TestLists) {
  const findings: Finding[] = [];
  const source = { path: 'a.doc', file: 'a.doc', sha256: '', bytes: docOf(paragraphs, lists) };
  return told(
    readDoc(source, (finding) => findings.push(finding)),
    findings,
  );
}

describe('an old Word document', () => {
  it('gives its paragraphs and its tables, cells apart', () => {
    const { paragraphs, tables } = read([
      para('2024年收支总表'),
      ...docRow(['项目', '预算数'], [0, 2000, 4000]),
      ...docRow(['收入合计', '12.50'], [0, 2000, 4000]),
      para('后文'),
    ]);
    expect(paragraphs).toEqual(['2024年收支总表', '后文']);
    expect(tables).toEqual([['0,0 项目', '0,1 预算数', '1,0 收入合计', '1,1 12.50']]);
  });

  it('keeps merged cells: across by where borders stand, down by what cells say', () => {
    const { tables } = read([
      ...docRow(['项目', '金额'], [0, 2000, 6000], [0x60, 0]),
      ...docRow(['', '上年', '本年'], [10, 2000, 4000, 6000], [0x20, 0, 0]),
      ...docRow(['合计', '1', '2'], [0, 2010, 4000, 6000]),
    ]);
    expect(tables).toEqual([['0,0 2×1 项目', '0,1 1×2 金额', '1,1 上年', '1,2 本年', '2,0 合计', '2,1 1', '2,2 2']]);
  });

  it('leaves out deleted and hidden words and the codes of fields', () => {
    const { paragraphs, findings } = read([
      {
        runs: [
          { text: '支出' },
          { text: '10', sprms: [[0x0800, 1]] },
          { text: '12', sprms: [[0x0801, 1]] },
          { text: '万元' },
          { text: '暗', sprms: [[0x083c, 1]] },
          { text: '\x13 DATE \x142024年\x15' },
        ],
      },
    ]);
    expect(paragraphs).toEqual(['支出12万元2024年']);
    expect(findings.map(({ code }) => code)).toEqual(['text-hidden', 'changes-accepted']);
  });

  it('prints automatic numbers', () => {
    const numbered = (text: string, level: number) => para(text, [0x260a, level], [0x460b, 1, 0]);
    const lists = {
      levels: [
        [37, '第\0部分'],
        [39, '\x01、'],
        [0, '\x02.'],
      ],
    } as const;
    const { paragraphs } = read(
      [
        numbered('概况', 0),
        numbered('职责', 1),
        numbered('机构', 1),
        numbered('内设', 2),
        numbered('报表', 0),
        numbered('收入', 1),
      ],
      lists,
    );
    expect(paragraphs).toEqual(['第一部分概况', '一、职责', '二、机构', '1.内设', '第二部分报表', '一、收入']);
  });

  it.each([
    ['cut off', docOf([para('甲')]).subarray(0, 1500), 'damaged'],
    ['without words', docOf([para(' ')]), 'empty'],
    ['of Word 95', older(docOf([para('甲')])), 'unsupported-format'],
  ])('%s: one clear line', (_, bytes, code) => {
    const source = { path: 'a.doc', file: 'a.doc', sha256: '', bytes };
    expect(() => readDoc(source, () => {})).toThrow(
      expect.objectContaining({ name: 'Refusal', code, message: expect.stringMatching(/^a\.doc: [^\n]+$/) }),
    );
  });
});

function older(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(Buffer.from([0xec, 0xa5]));
  const copy = Uint8Array.from(bytes);
  copy[at + 2] = 0x65;
  return copy;
}
