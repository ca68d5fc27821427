import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../../pipeline/readers/word/read-docx.ts';
import { zipOf } from '../../../support/containers.ts';
import { docxOf, p, readWord, run, tbl, tc } from '../../../support/word.ts';

const codes = ({ findings }: Awaited<ReturnType<typeof readWord>>) => findings.map(({ code }) => code);

describe('words of a Word document', () => {
  it('are those of its paragraphs, a line each where breaks part them', async () => {
    const { paragraphs } = await readWord(
      p('<w:r><w:t>某市水务局</w:t><w:br/><w:t>部门预算</w:t></w:r>') + p('第二段'),
    );
    expect(paragraphs).toEqual(['某市水务局', '部门预算', '第二段']);
  });

  it('are read with all tracked changes accepted, moved ones where they went', async () => {
    const reading = await readWord(
      p(`${run('支出')}<w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins>${run('12')}</w:ins>${run('万元')}`) +
        p(`<w:moveFrom>${run('搬走')}</w:moveFrom>${run('留下')}`) +
        p(`<w:moveTo>${run('搬来')}</w:moveTo>`),
    );
    expect(reading.paragraphs).toEqual(['支出12万元', '留下', '搬来']);
    expect(codes(reading)).toEqual(['changes-accepted']);
  });

  it('run on where the end of a paragraph was deleted', async () => {
    const { paragraphs } = await readWord(p('收入合计', '<w:rPr><w:del/></w:rPr>') + p('12万元'));
    expect(paragraphs).toEqual(['收入合计12万元']);
  });

  it('leave out hidden text, by its own format or by its style, and say so', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style>';
    const reading = await readWord(
      p(run('见') + run('暗', '<w:vanish/>') + run('藏', '<w:rStyle w:val="I"/>') + run('明', '<w:vanish w:val="0"/>')),
      { styles },
    );
    expect(reading.paragraphs).toEqual(['见明']);
    expect(reading.findings).toMatchObject([{ code: 'text-hidden', message: '2 characters of hidden text, left out' }]);
  });

  it('are the results of fields, not their codes, over paragraphs and inside one another', async () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const { paragraphs } = await readWord(
      p(
        mark('begin') +
          code('TOC \\o') +
          mark('separate') +
          run('第一部分\t') +
          mark('begin') +
          code('PAGEREF') +
          mark('separate') +
          run('3') +
          mark('end'),
      ) +
        p(`${run('第二部分')}${mark('end')}`) +
        p(`<w:fldSimple w:instr="DATE">${run('2024年')}</w:fldSimple>`),
    );
    expect(paragraphs).toEqual(['第一部分\t3', '第二部分', '2024年']);
  });

  it('come from text boxes once, though the file holds them twice', async () => {
    const box = (words: string) => `<w:txbxContent>${p(words)}</w:txbxContent>`;
    const { paragraphs } = await readWord(
      p(
        `${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('框中')}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框中')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    );
    expect(paragraphs).toEqual(['正文', '框中']);
  });

  it('of notes follow the paragraph that refers to them; the mark does not join a number', async () => {
    const { paragraphs } = await readWord(
      p(`${run('支出12')}<w:r><w:footnoteReference w:id="2"/></w:r>${run('万元')}`) + p('后文'),
      {
        footnotes: `<w:footnote w:id="2">${p('含上年结转')}</w:footnote>`,
      },
    );
    expect(paragraphs).toEqual(['支出12万元', '含上年结转', '后文']);
  });

  it('of headers and footers are furniture', async () => {
    const { layout, paragraphs } = await readWord(p('正文'), { header: p('某市部门预算'), footer: p('— 3 —') });
    const furniture = layout.blocks.flatMap((block) =>
      block.kind === 'furniture' ? [`${block.role} ${layout.text.slice(block.span.start, block.span.end)}`] : [],
    );
    expect(furniture).toEqual(['running-head 某市部门预算', 'page-number — 3 —']);
    expect(paragraphs).toEqual(['正文']);
  });

  it('of symbol fonts are the characters they look like', async () => {
    const { paragraphs } = await readWord(
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t></w:r>',
      ),
    );
    expect(paragraphs).toEqual(['☑是□否']);
  });
});

describe('tables of a Word document', () => {
  it('keep merged cells, across and down', async () => {
    const { tables } = await readWord(
      tbl(
        [tc('项目', '<w:vMerge w:val="restart"/>'), tc('金额', '<w:gridSpan w:val="2"/>')],
        [tc('', '<w:vMerge/>'), tc('上年'), tc('本年')],
        [tc('合计'), tc('1'), tc('2')],
      ),
    );
    expect(tables).toEqual([['0,0 2×1 项目', '0,1 1×2 金额', '1,1 上年', '1,2 本年', '2,0 合计', '2,1 1', '2,2 2']]);
  });

  it('leave out deleted rows and begin where a row begins', async () => {
    const { tables } = await readWord(
      `<w:tbl><w:tr>${tc('甲')}${tc('乙')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${tc('废')}${tc('弃')}</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc('丙')}</w:tr></w:tbl>`,
    );
    expect(tables).toEqual([['0,0 甲', '0,1 乙', '1,1 丙']]);
  });

  it('in cells of tables follow them; a table of one cell is only a frame', async () => {
    const inner = tbl([tc('里'), tc('1')]);
    const { tables, paragraphs } = await readWord(
      `${tbl([tc('外'), tc(`${inner}${p('边')}`)])}${tbl([tc(`${p('框中文字')}${inner}`)])}`,
    );
    expect(tables).toEqual([
      ['0,0 外', '0,1 边'],
      ['0,0 里', '0,1 1'],
      ['0,0 里', '0,1 1'],
    ]);
    expect(paragraphs).toEqual(['框中文字']);
  });

  it('have the lines before them as caption', async () => {
    const { layout } = await readWord(
      p('2024年收支总表') + p('单位：万元') + tbl([tc('项目'), tc('金额')], [tc('收入'), tc('1.50')]),
    );
    const grid = layout.blocks.find((block) => block.kind === 'grid');
    expect(grid?.kind === 'grid' && [grid.caption.title?.value, grid.caption.unit?.value]).toEqual([
      '2024年收支总表',
      '万元',
    ]);
  });
});

describe('a Word document that is none', () => {
  const read = (bytes: Uint8Array) => readDocx({ path: 'a.docx', file: 'a.docx', bytes }, () => {});

  it.each([
    ['cut off', docxOf(p('甲')).subarray(0, 300), 'damaged'],
    ['without its main part', zipOf({ 'word/other.xml': '<a/>' }), 'damaged'],
    ['of XML that breaks off', zipOf({ 'word/document.xml': '<w:document><w:body>' }), 'damaged'],
    [
      'with entities of its own',
      zipOf({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>' }),
      'damaged',
    ],
    [
      'with entities from outside',
      zipOf({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>' }),
      'damaged',
    ],
    ['nested without end', zipOf({ 'word/document.xml': '<a>'.repeat(5000) + '</a>'.repeat(5000) }), 'too-large'],
    [
      'that unpacks to far more than it is',
      zipOf({ 'word/document.xml': `<a>${' '.repeat(30_000_000)}</a>` }, true),
      'too-large',
    ],
    [
      'of too many members',
      zipOf(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}`, '']))),
      'too-large',
    ],
    ['without words', docxOf(p(' ')), 'empty'],
  ])('%s: one clear line', async (_, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'Refusal',
      code,
      message: expect.stringMatching(/^a\.docx: [^\n]+$/),
    });
  });
});
