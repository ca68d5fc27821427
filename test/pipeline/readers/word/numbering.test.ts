import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../../pipeline/readers/word/number-format.ts';
import { p, readWord, tbl, tc } from '../../../support/word.ts';

const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const definition = (id: number, ...levels: readonly string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const item = (text: string, id: number, depth = 0) =>
  p(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

describe('automatic numbers', () => {
  it('are printed as the list counts them, deeper levels anew under each higher one', async () => {
    const numbering =
      definition(
        0,
        level(0, 'chineseCounting', '第%1部分', '<w:suff w:val="space"/>'),
        level(1, 'chineseCounting', '%2、'),
        level(2, 'japaneseCounting', '（%3）'),
      ) + list(1, 0);
    const { paragraphs } = await readWord(
      item('概况', 1) +
        item('职责', 1, 1) +
        item('机构', 1, 1) +
        item('内设', 1, 2) +
        item('表', 1) +
        item('收入', 1, 1),
      { numbering },
    );
    expect(paragraphs).toEqual(['第一部分 概况', '一、职责', '二、机构', '（一）内设', '第二部分 表', '一、收入']);
  });

  it('of several levels name those above; legal numbering writes them in Arabic', async () => {
    const numbering =
      definition(0, level(0, 'chineseCounting', '%1、'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list(1, 0);
    const { paragraphs } = await readWord(item('甲', 1) + item('乙', 1) + item('丙', 1, 1), { numbering });
    expect(paragraphs).toEqual(['一、甲', '二、乙', '2.1 丙']);
  });

  it('go on in a second list of one definition, unless it begins anew', async () => {
    const numbering =
      definition(0, level(0, 'decimal', '%1.')) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    const { paragraphs } = await readWord(item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3), { numbering });
    expect(paragraphs).toEqual(['1. 甲', '2. 乙', '1. 丙', '2. 丁']);
  });

  it('do not begin anew where the definition says so', async () => {
    const numbering =
      definition(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '(%2)', '<w:lvlRestart w:val="0"/>')) + list(1, 0);
    const { paragraphs } = await readWord(item('甲', 1) + item('乙', 1, 1) + item('丙', 1) + item('丁', 1, 1), {
      numbering,
    });
    expect(paragraphs).toEqual(['1. 甲', '(1) 乙', '2. 丙', '(2) 丁']);
  });

  it('come from styles, at the level that is bound to the style', async () => {
    const numbering =
      definition(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) + list(7, 0);
    const numbered = (id: string, more = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr>${more}<w:numId w:val="7"/></w:numPr></w:pPr></w:style>`;
    const styles = `${numbered('H1')}${numbered('H2', '<w:ilvl w:val="1"/>')}<w:style w:type="paragraph" w:styleId="H1a"><w:basedOn w:val="H1"/></w:style>`;
    const { paragraphs } = await readWord(
      p('收支', '<w:pStyle w:val="H1"/>') +
        p('收入', '<w:pStyle w:val="H2"/>') +
        p('无号', '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
        p('支出', '<w:pStyle w:val="H1a"/>'),
      { numbering, styles },
    );
    expect(paragraphs).toEqual(['一、收支', '（一）收入', '无号', '二、支出']);
  });

  it('stand in cells that hold nothing else; bullets are no numbers', async () => {
    const numbering =
      definition(0, level(0, 'decimal', '%1')) + definition(1, level(0, 'bullet', '\uf0b7')) + list(1, 0) + list(2, 1);
    const row = (name: string) => [tc(item('', 1)), tc(item(name, 2))];
    const { tables } = await readWord(tbl(row('甲'), row('乙')), { numbering });
    expect(tables[0]?.map((cell) => cell.trim())).toEqual(['0,0 1', '0,1 甲', '1,0 2', '1,1 乙']);
  });

  it.each([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCounting', '十'],
    [21, 'chineseCountingThousand', '二十一'],
    [105, 'japaneseCounting', '一百零五'],
    [110, 'chineseCounting', '一百一十'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [20, 'ideographDigital', '二〇'],
    [3, 'ideographTraditional', '丙'],
    [3, 'decimalEnclosedCircleChinese', '③'],
    [21, 'decimalEnclosedCircle', '21'],
    [12, 'decimalFullWidth', '１２'],
    [4, 'upperRoman', 'IV'],
    [28, 'lowerLetter', 'bb'],
    [7, 'constructor', '7'],
  ])('%i in %s is %s', (value, format, printed) => {
    expect(formatNumber(value, format)).toBe(printed);
  });
});
