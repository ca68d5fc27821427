/** Web pages as sites and editors make them, composed about fictional units: what of them is read, and how. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../pipeline/model/finding.ts';
import type { Grid, Layout } from '../../../pipeline/model/layout.ts';
import { Refusal } from '../../../pipeline/model/refusal.ts';
import { readHtml } from '../../../pipeline/readers/read-html.ts';
import { readLayout } from '../../../pipeline/readers/read-layout.ts';
import { encode } from '../../support/reports.ts';

function read(html: string | Uint8Array): { readonly layout: Layout; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const bytes = typeof html === 'string' ? Buffer.from(html) : html;
  const layout = readHtml({ path: 'page.html', file: 'page.html', bytes }, (one) => findings.push(one));
  return { layout, findings };
}

const linesOf = (html: string | Uint8Array) => read(html).layout.text.split('\n').slice(0, -1);
const gridsOf = ({ blocks }: Layout): readonly Grid[] =>
  blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));
const cellsOf = (grid: Grid | undefined) =>
  grid?.cells.map(({ row, col, rowSpan, colSpan, passage }) => [row, col, rowSpan, colSpan, passage?.text ?? '']);

const prose = '2023年度云溪县水务局收入总计120.5万元，比上年增加3.2万元，增长2.73%，主要原因是人员经费增加。';
const menu = `<div class="nav"><ul>${'<li><a href="/a">政务公开</a></li>'.repeat(30)}</ul></div>`;
const foot = '<div class="footer"><p>版权所有：云溪县人民政府 地址：云溪县城南路1号 电话：0000-1234567</p></div>';
const page = (body: string, head = '<title>云溪县水务局2023年度部门决算_云溪县人民政府</title>') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${menu}${body}${foot}</body></html>`;

describe('a web page', () => {
  it('is read without its menus, scripts and foot, under its title', () => {
    const article = `<div class="con"><script>var a = "收入100万元"</script><style>p{}</style><h3>一、收入决算</h3><p>${prose}</p></div>`;
    expect(linesOf(page(article))).toEqual(['云溪县水务局2023年度部门决算', '一、收入决算', prose]);
  });

  it('has its article where the site names it, though a list beside it is longer', () => {
    const list = `<div class="list">${'<p>云溪县召开全县农村饮水安全工作会议，部署下一阶段任务。</p>'.repeat(6)}</div>`;
    const article = `<div class="TRS_Editor"><p>${prose}</p><p>${prose}</p><p>${prose}</p></div>`;
    expect(linesOf(page(`${list}${article}`)).slice(1)).toEqual([prose, prose, prose]);
  });

  it('does not say its title twice, also when it is broken over lines', () => {
    const article = `<div id="zoom"><p>云溪县水务局</p><p>2023年度部门决算</p><p>${prose}</p></div>`;
    expect(linesOf(page(article))).toEqual(['云溪县水务局', '2023年度部门决算', prose]);
  });

  it('takes the title that its head states before others', () => {
    const head = '<meta name="ArticleTitle" content="云溪县水务局 2023年度部门决算"><title>首页</title>';
    expect(linesOf(page(`<div id="zoom"><p>${prose}</p></div>`, head))[0]).toBe('云溪县水务局 2023年度部门决算');
  });

  it('has no title in words that an editor wrote by itself', () => {
    const article = `<div id="zoom"><p>${prose}</p></div>`;
    expect(linesOf(page(article, '<title>Untitled Document</title>'))).toEqual([prose]);
  });

  it('keeps what inline elements part together, and ends a line at blocks and breaks', () => {
    const article =
      '<div id="zoom"><p><span>收入</span><b>总计</b>\n 120.5\n万元。<br>支出&nbsp;&nbsp;总计</p>尾</div>';
    expect(linesOf(page(article)).slice(1)).toEqual(['收入总计 120.5 万元。', '支出 总计', '尾']);
  });

  it('joins Chinese words over line ends of the source, and leaves out what is hidden', () => {
    const article = `<div id="zoom"><p>\u3000\u3000云溪县\r\n    水务局\u200b</p><p style="display:none">收入1万元</p><p hidden>2</p></div>`;
    expect(linesOf(page(article)).slice(1)).toEqual(['云溪县水务局']);
  });

  it('has the numbers that a browser puts before the items of a list', () => {
    const article =
      '<div id="zoom"><ol start="3"><li>甲</li><li><p>乙</p><p>丙</p></li></ol><ol type="a"><li>丁</li></ol></div>';
    expect(linesOf(page(article)).slice(1)).toEqual(['3. 甲', '4. 乙', '丙', '丁']);
  });

  it('says what is attached and that pictures were not read, and fetches nothing', () => {
    const article = `<div id="zoom"><p>详见附件。</p><p><img src="icon.gif" width="16" height="16"><a href="./P0202.pdf">决算.pdf</a></p>
      <p><a href="/files/b.xlsx?id=3">附件2</a> <a href="/index.html">首页</a></p><img src="1.jpg"><img src="2.jpg" style="width:600px"></div>`;
    expect(read(page(article)).findings.map(({ code, message }) => [code, message])).toEqual([
      ['attachment-not-read', 'attached, not read: 决算.pdf (./P0202.pdf)'],
      ['attachment-not-read', 'attached, not read: 附件2 (/files/b.xlsx)'],
      ['pictures-not-read', '2 pictures in the page, not read'],
    ]);
  });
});

describe('a table of a web page', () => {
  const table = (rows: string) => read(page(`<div id="zoom"><p>收入表</p><table>${rows}</table></div>`)).layout;

  it('has merged cells once, where they begin, and later rows around them', () => {
    const layout =
      table(`<thead><tr><th rowspan="2">项目</th><th colspan="2">预算数</th></tr><tr><th>小计</th><th>本年</th></tr></thead>
      <tbody><tr><td>基本支出</td><td>1.00</td><td></td></tr></tbody>`);
    expect(cellsOf(gridsOf(layout)[0])).toEqual([
      [0, 0, 2, 1, '项目'],
      [0, 1, 1, 2, '预算数'],
      [1, 1, 1, 1, '小计'],
      [1, 2, 1, 1, '本年'],
      [2, 0, 1, 1, '基本支出'],
      [2, 1, 1, 1, '1.00'],
      [2, 2, 1, 1, ''],
    ]);
    expect(layout.text).toBe('云溪县水务局2023年度部门决算\n收入表\n项目\t预算数\n小计\t本年\n基本支出\t1.00\t\n');
  });

  it('keeps a span within its rows, and a wide cell out of what reaches down beside it', () => {
    const layout = table(
      `<tr><td>甲</td><td rowspan="9000">乙</td></tr><tr><td colspan="3">丙</td></tr><tr><td rowspan="0">丁</td></tr>`,
    );
    expect(cellsOf(gridsOf(layout)[0])).toEqual([
      [0, 0, 1, 1, '甲'],
      [0, 1, 3, 1, '乙'],
      [1, 0, 1, 1, '丙'],
      [2, 0, 1, 1, '丁'],
    ]);
  });

  it('that only lays out the page is opened, the data table within it is read', () => {
    const inner = '<table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>3.00</td></tr></table>';
    const { layout } = read(
      page(`<div id="zoom"><table><tr><td>左</td><td>右</td></tr><tr><td colspan="2">${inner}</td></tr></table></div>`),
    );
    expect(gridsOf(layout)).toHaveLength(1);
    expect(layout.text).toContain('左\n右\n项目\t金额\n合计\t3.00\n');
  });

  it('with one column is prose', () => {
    expect(gridsOf(table(`<tr><td><p>${prose}</p></td></tr><tr><td>${prose}</td></tr>`))).toEqual([]);
  });
});

describe('the encoding of a web page', () => {
  const said = (encoding: string) =>
    page(`<div id="zoom"><p>${prose}</p></div>`, `<meta charset="${encoding}"><title>云溪县水务局决算</title>`);
  it.each([
    ['utf-8', 'utf-8', 'utf-8'],
    ['utf-8', 'gb2312', 'utf-8'],
    ['gb18030', 'gb2312', 'gb18030'],
    ['gb18030', 'utf-8', 'gb18030'],
    ['utf-16le with mark', 'utf-8', 'utf-16le'],
    ['utf-16be', 'utf-16', 'utf-16be'],
    ['big5', 'big5', 'big5'],
  ] as const)('in %s that says %s is found to be %s', (real, stated, found) => {
    const { layout } = read(
      encode(
        real === 'big5' ? '<meta charset="big5"><title>水務</title><p>收入總計一百萬元。</p>' : said(stated),
        real,
      ),
    );
    expect(layout.encoding).toBe(found);
    expect(layout.text).toContain(real === 'big5' ? '收入總計一百萬元。' : prose);
  });

  it('that is said wrongly is a finding', () => {
    expect(read(encode(said('gb2312'), 'utf-8')).findings.map(({ message }) => message)).toEqual([
      'read as utf-8; the page says gbk',
    ]);
  });
});

describe('a page of positioned text', () => {
  const piece = (left: number, top: number, text: string) =>
    `<div style="position:absolute;left:${left}pt;top:${top}pt;font-size:14pt;line-height:14pt">${text}</div>`;
  const rule = (left: number, top: number, width: number, height: number) =>
    `<div style="position:absolute;left:${left}pt;top:${top}pt;width:${width}pt;height:${height}pt;border-${height === 0 ? 'bottom' : 'right'}:0.5pt solid #000"> </div>`;
  const sheet = (content: string) => `<div style="width:595pt;height:842pt;position:relative">${content}</div>`;
  const lines = Array.from(
    { length: 12 },
    (_, i) => `第${i + 1}行：巡查河道并组织实施农村饮水安全工程，落实各项工作任务要求`,
  );

  it('is read by coordinates, not in the order of its source', () => {
    const [head, middle, tail] = [
      '收入总计一百二十万元，比上年',
      '增加三万元，主要原因是人员',
      '经费增加，支出总计与收入总计相等。',
    ];
    const tops = Array.from({ length: 12 }, (_, i) => 60 + i * 56);
    const pieces = [
      ...tops.map((top) => piece(60, top + 28, tail)),
      ...tops.map((top) => piece(284, top, middle)),
      ...tops.map((top) => piece(88, top, head)),
    ];
    const { layout } = read(page(`<div id="zoom">${sheet(pieces.join(''))}${sheet(piece(60, 80, '第二页'))}</div>`));
    expect(layout.format).toBe('html');
    expect(layout.pages.map(({ number, width, height }) => [number, width, height])).toEqual([
      [1, 595, 842],
      [2, 595, 842],
    ]);
    const paragraphs = layout.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage.text] : []));
    expect(paragraphs).toEqual([...tops.map(() => `${head}${middle}${tail}`), '第二页']);
    expect(layout.text.endsWith('第二页\n')).toBe(true);
  });

  it('has its tables drawn by the borders of its pieces', () => {
    const table = [0, 1, 2, 3].map((i) => rule(100, 300 + i * 20, 200, 0));
    const columns = [0, 1, 2].map((i) => rule(100 + i * 100, 300, 0, 60));
    const words = ['项目', '预算数', '基本支出', '12.50', '项目支出', '7.00'];
    const pieces = words.map((word, i) => piece(110 + (i % 2) * 100, 303 + Math.floor(i / 2) * 20, word));
    const more = lines
      .map((line, i) => piece(60, 400 + i * 28, line))
      .concat(lines.slice(0, 4).map((line, i) => piece(60, 100 + i * 28, line)));
    const { layout } = read(page(`<div id="zoom">${sheet([...table, ...columns, ...pieces, ...more].join(''))}</div>`));
    const grid = gridsOf(layout)[0];
    expect(cellsOf(grid)?.map(([row, col, , , text]) => [row, col, text])).toEqual(
      words.map((word, i) => [Math.floor(i / 2), i % 2, word]),
    );
    expect(grid?.cells[0]?.box).not.toBeNull();
  });
});

describe('a page saved with its pictures', () => {
  const saved = (encoding: string, body: string) =>
    [
      'From: <Saved by a browser>',
      'Subject: =?utf-8?Q?x?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----Boundary--1"',
      '',
      '',
      '------Boundary--1',
      'Content-Type: text/html; charset=utf-8',
      `Content-Transfer-Encoding: ${encoding}`,
      '',
      body,
      '------Boundary--1',
      'Content-Type: image/png',
      '',
      'iVBORw0KGgo=',
      '------Boundary--1--',
    ].join('\r\n');
  const html = page(`<div id="zoom"><p>${prose}</p></div>`);
  const quoted = [...Buffer.from(html)]
    .map((byte) =>
      byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
    )
    .join('')
    .replace(/.{70}(?<!=.?)/g, '$&=\r\n');

  it.each([
    ['quoted-printable', quoted],
    ['base64', Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')],
    ['8bit', html],
  ])('is read where it is %s', async (encoding, body) => {
    const bytes = Buffer.from(saved(encoding, body));
    const layout = await readLayout({ path: 'a.mht', file: 'a.mht', bytes }, {}, () => {});
    expect(layout).toMatchObject({ format: 'html', text: `云溪县水务局2023年度部门决算\n${prose}\n` });
  });

  it('without the page is refused', async () => {
    const bytes = Buffer.from(saved('8bit', '').replace('text/html; charset', 'text/css; charset'));
    await expect(readLayout({ path: 'a.mht', file: 'a.mht', bytes }, {}, () => {})).rejects.toThrow(
      'a.mht: a saved web page (MHTML) without the page; fetch it again',
    );
  });
});

describe('a page made to hurt', () => {
  const refusal = (html: string): string => {
    try {
      return `read: ${read(html).layout.text.length}`;
    } catch (error) {
      if (error instanceof Refusal) return `${error.code}: ${error.message}`;
      throw error;
    }
  };

  it('by nesting is refused', () => {
    expect(refusal(`<html>${'<div>'.repeat(200_000)}收入`)).toMatch(
      /^damaged: page.html: a web page nested deeper than 512/,
    );
    expect(refusal(`<html>${'<table><tr><td>'.repeat(50_000)}`)).toMatch(/^damaged/);
  });

  it('by the number of its elements is refused', () => {
    expect(refusal(`<html>${'<br>'.repeat(1_600_000)}`)).toMatch(/^too-large: page.html: a web page of more than/);
  });

  it('by the spans of its cells is read within what is there, or refused', () => {
    const wide = '<td colspan="999999999" rowspan="999999999">1</td>';
    expect(
      refusal(page(`<div id="zoom">${prose}<table>${`<tr>${wide}<td>2</td></tr>`.repeat(50)}</table></div>`)),
    ).toMatch(/too-large/);
    expect(
      refusal(
        page(
          `<div id="zoom">${prose}<table>${`<tr><td rowspan="65534">1</td><td>2</td></tr>`.repeat(3)}</table></div>`,
        ),
      ),
    ).toMatch(/^read/);
  });

  it('by having no words is refused', () => {
    expect(refusal('<html><body><img src="a.png"></body></html>')).toBe('empty: page.html: a web page without words');
  });
});
