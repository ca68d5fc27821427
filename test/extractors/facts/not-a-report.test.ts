/** What is published beside fiscal reports is told from them by what it calls itself and what it holds; all texts are composed. */
import { describe, expect, it } from 'vitest';
import { layOutFlow } from '../../../pipeline/layout/flow/lay-out-flow.ts';
import { layOut } from '../../../pipeline/layout/lay-out.ts';
import type { Finding } from '../../../pipeline/model/finding.ts';
import type { DocumentReading } from '../../../pipeline/model/reading.ts';
import { understand } from '../../../pipeline/understand.ts';

const read = (lines: readonly string[], found: readonly Finding[] = []): DocumentReading =>
  understand(layOut({ format: 'text', text: `${lines.join('\n')}\n`, encoding: 'utf-8' }), 'x.txt', found);
const whyOf = ({ findings }: DocumentReading) => findings.find(({ code }) => code === 'not-a-report')?.message ?? null;

const spent = '2023年度收入总计120.50万元，支出总计120.50万元。';

describe('no fiscal report', () => {
  it('is a policy, and gives no figures whatever amounts stand in it', () => {
    const reading = read([
      '云溪县财政局关于印发《云溪县预算单位政府采购限额标准（2024年版）》的通知',
      '各预算单位：',
      '一、收入支出决算情况说明',
      spent,
      '政府采购支出总额200.00万元以上的项目公开招标。',
    ]);
    expect(whyOf(reading)).toBe(
      'not a fiscal report: a notice or policy: “云溪县财政局关于印发《云溪县预算单位政府采购限额标准（2024年版）》的通知”',
    );
    expect(reading.facts).toMatchObject({ kind: 'other', caliber: null, agency: '云溪县财政局' });
    expect(reading.prose).toEqual([]);
    expect(reading.verdicts).toEqual([]);
    expect(reading.mentions.map(({ words }) => words.value)).toEqual(['120.50万元', '120.50万元', '200.00万元']);
    expect(new Set(reading.unresolved.values())).toEqual(new Set(['not-a-report']));
  });

  it.each([
    [
      'a title broken over lines',
      ['云溪县人民政府办公室', '关于印发云溪县建筑垃圾处理', '工作规划（2025—2035年）的通知', '各乡镇人民政府：'],
    ],
    [
      'an allotment of money',
      ['云溪县财政局 云溪县文化局关于提前下达2024年文旅专项资金的通知', '现下达资金100.00万元。'],
    ],
    [
      'rules without a notice',
      ['云溪县预算绩效管理办法', '第一条 为加强预算绩效管理，制定本办法。', '项目支出50.00万元以上的须评价。'],
    ],
    ['its explanation', ['《云溪县政府采购目录》政策解读', '一、背景', '限额为50.00万元。']],
  ])('is told by %s', (_, lines) => {
    expect(whyOf(read(lines))).toMatch(/^not a fiscal report: a notice or policy: “/);
  });

  it('is a page that only links to one; it says what is attached', () => {
    const layout = layOutFlow(
      [
        {
          items: [
            { kind: 'paragraph', text: '云溪县水务局2024年部门预算情况说明' },
            { kind: 'paragraph', text: '1.部门预算.pdf' },
          ],
        },
      ],
      'html',
    );
    const found: readonly Finding[] = [
      { code: 'attachment-not-read', message: 'attached, not read: 1.部门预算.pdf', span: null },
      { code: 'pictures-not-read', message: '3 pictures in the page, not read', span: null },
    ];
    const reading = understand(layout, 'a.html', found);
    expect(whyOf(reading)).toBe(
      'not a fiscal report: no amount and no indicator in it: 1 attached, not read; 3 pictures in the page, not read',
    );
    expect(reading.facts).toMatchObject({
      kind: 'other',
      title: '云溪县水务局2024年部门预算情况说明',
      agency: '云溪县水务局',
      fiscalYear: 2024,
    });
    expect(reading.findings.slice(0, 2)).toEqual(found);
  });

  it('is an article whose amounts are of something else', () => {
    const reading = read([
      '2025年云溪县物流业运行情况',
      '据初步测算，全县物流业业务量1891.31亿元，比上年同期增长6.2%。',
    ]);
    expect(whyOf(reading)).toBe('not a fiscal report: its 1 amounts are of no budget, account or evaluation');
    expect(reading.facts).toMatchObject({ title: '2025年云溪县物流业运行情况', fiscalYear: 2025, agency: null });
  });
});

describe('a fiscal report', () => {
  it.each([
    [
      'names a notice it follows',
      [
        '云溪县水务局2023年度部门决算',
        '根据《云溪县财政局关于批复2023年度部门决算的通知》要求，现公开如下。',
        '一、收入支出决算情况说明',
        spent,
      ],
    ],
    ['says so in its title, though nothing of it is understood', ['云溪县水务局2023年度部门决算', '另有3.00万元。']],
    [
      'has tables of no known form alone',
      [
        '云溪县水务局2024年部门预算明细表',
        '单位：万元',
        '事项名\t甲\t乙',
        '河道管护\t3.00\t2.00',
        '泵站检修\t1.00\t0.50',
      ],
      'budget',
    ],
    ['goes by its headings', ['一、2023年度部门决算情况说明', spent]],
  ])('stays one that %s', (_, lines, kind = 'final_accounts') => {
    const reading = read(lines);
    expect(whyOf(reading)).toBeNull();
    expect(reading.facts.kind).toBe(kind);
  });

  it('without a word that can be read is left undecided', () => {
    expect(whyOf(understand(layOutFlow([{ items: [] }], 'scan'), 'a.pdf', []))).toBeNull();
  });
});
