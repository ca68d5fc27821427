/** The bundle in a real browser: what it reads is what the pipe reads in Node, and nothing leaves the page. */
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle } from '../../pipeline/browser/bundle.ts';
import { type Report, reportOf } from '../../pipeline/browser/report.ts';
import { packageFile } from '../../pipeline/package-file.ts';
import { readDocument } from '../../pipeline/run.ts';
import { browserPath, type Site, serve, startBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/folder.ts';
import { pdfOf } from '../support/pdf.ts';
import { published, publishedPdfs, reportsIn, samplesFolder } from '../support/samples.ts';

const formats = join(samplesFolder, 'formats/hetang-archive-2024-budget');
const samples = [...reportsIn(samplesFolder), `${formats}.pdf`, `${formats}.html`];
/** Its contradictions are known from its gold. */
const wrong = join(samplesFolder, 'qiyun-forestry-2023-self-evaluation.txt');
const encrypted = packageFile('test/pdf/encrypted.pdf');

async function inNode(bytes: Uint8Array, file: string): Promise<Report> {
  const reading = await readDocument({ path: file, file, bytes, sha256: '' }, { engine: 'pdfjs' });
  return reportOf(file, reading);
}

/** By the library, as another page would call it. */
function inBrowser(page: Page, bytes: Uint8Array, file: string): Promise<unknown> {
  const text = JSON.stringify(Buffer.from(bytes).toString('base64'));
  return page.evaluate(`(async () => {
    const { readReport } = await import('/mingzhang.js');
    const bytes = Uint8Array.from(atob(${text}), (sign) => sign.charCodeAt(0));
    return readReport(bytes, ${JSON.stringify(file)});
  })()`);
}

/** One page that names fonts and encodings it does not hold, as many Chinese reports do. */
function pdfWithoutFonts(): Uint8Array {
  const collection = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
  const descriptor =
    '/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] >>';
  const cid = `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ${collection} ${descriptor} /DW 1000 >>`;
  const song = `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [${cid}] >>`;
  const latin = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const lines = ['青潭市档案馆2024年部门预算', '一、收支总体情况', '2024年收入总计3125.46万元，支出总计3125.46万元。'];
  const shown = lines.map((line, i) => {
    const codes = Buffer.from(line, 'utf16le').swap16().toString('hex');
    return `BT /Song 12 Tf 60 ${760 - 24 * i} Td <${codes}> Tj ET`;
  });
  const content = [...shown, 'BT /Latin 12 Tf 60 600 Td (2024) Tj ET'].join('\n');
  return pdfOf(content, `<< /Font << /Song ${song} /Latin ${latin} >> >>`);
}

describe.skipIf(browserPath === undefined)('in a browser (skipped where Chromium is absent)', () => {
  const folder = temporaryFolder();
  let site: Site;
  let browser: Browser;

  beforeAll(async () => {
    await bundle(folder.at('site'));
    site = await serve(folder.at('site'));
    browser = await startBrowser(browserPath ?? '');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  /** A page that has told of no trouble when the test is done with it. */
  async function opened(use: (page: Page) => Promise<void>, from = site, lang = 'zh-CN'): Promise<readonly string[]> {
    const page = await browser.newPage({ locale: lang });
    const trouble: string[] = [];
    page.on('console', (message) => void trouble.push(message.text()));
    page.on('pageerror', ({ message }) => void trouble.push(message));
    try {
      await page.goto(from.origin);
      await use(page);
    } finally {
      await page.close();
    }
    return trouble;
  }

  async function given(page: Page, path: string): Promise<void> {
    await page.setInputFiles('#file', path);
    await page.waitForSelector('#report:not([hidden]), #status.wrong');
  }

  it.each(samples.map((path) => [basename(path), path]))('the library reads %s as in Node', async (file, path) => {
    const bytes = readFileSync(path);
    const expected = await inNode(bytes, file);
    expect(expected.figures.length).toBeGreaterThan(0);
    const trouble = await opened(async (page) => expect(await inBrowser(page, bytes, file)).toEqual(expected));
    expect(trouble).toEqual([]);
  });

  it('fetches encodings and fonts that a file does not hold from beside the bundle', async () => {
    const bytes = pdfWithoutFonts();
    const expected = await inNode(bytes, 'a.pdf');
    expect(expected.figures.map(({ concept, value }) => [concept, value])).toEqual([
      ['revenue.grand_total', '31254600.00'],
      ['expenditure.grand_total', '31254600.00'],
    ]);
    await opened(async (page) => expect(await inBrowser(page, bytes, 'a.pdf')).toEqual(expected));
    expect(site.asked).toEqual(expect.arrayContaining(['/cmaps/UniGB-UCS2-H.bcmap', '/cmaps/Adobe-GB1-UCS2.bcmap']));
    expect(site.asked.some((path) => path.startsWith('/standard_fonts/'))).toBe(true);
  });

  it('the page shows contradictions with their prints, and every figure', async () => {
    const { verdicts, figures } = await inNode(readFileSync(wrong), basename(wrong));
    const failed = verdicts.filter(({ status }) => status === 'fail');
    expect(failed).toHaveLength(4);
    const trouble = await opened(async (page) => {
      await given(page, wrong);
      const told = page.locator('.contradictions > li');
      expect(await told.locator('.message [lang="zh-CN"]').allInnerTexts()).toEqual(failed.map((one) => one.message));
      const prints = failed.flatMap(({ operands, quote }) =>
        operands.length === 0 ? [quote] : operands.map((operand) => operand.quote),
      );
      expect(await told.locator('blockquote').allInnerTexts()).toEqual(prints);
      const rows = page.locator('tbody tr');
      const quotes = figures.map(({ quote }) => quote);
      expect(await rows.locator('td:last-child').allTextContents()).toEqual(quotes);
      await page.getByRole('searchbox').fill('固定资产 通用设备');
      expect(await rows.locator('visible=true').allInnerTexts()).toHaveLength(1);
      await page.click('#language');
      expect(await told.first().innerText()).toContain(failed[0]?.english);
    });
    expect(trouble).toEqual([]);
  });

  it('the page shows the pages of a PDF, and speaks the language of its reader', async () => {
    const path = join(samplesFolder, 'qingtan-health-2024-budget.pdf');
    const { figures } = await inNode(readFileSync(path), basename(path));
    const read = async (page: Page) => {
      await given(page, path);
      const pages = await page.locator('tbody td:first-child').allTextContents();
      expect(pages).toEqual(figures.map((figure) => String(figure.page)));
      expect(await page.locator('h3').first().innerText()).toBe('Contradictions (0)');
    };
    expect(await opened(read, site, 'en-GB')).toEqual([]);
  });

  it('the page asks for a password, and says what it does not read', async () => {
    await opened(async (page) => {
      await given(page, encrypted);
      expect(await page.innerText('#status')).toContain('文件已加密');
      await page.fill('#status input', 'secret');
      await page.press('#status input', 'Enter');
      await page.waitForSelector('#report:not([hidden])');
      await given(page, `${formats}.docx`);
      await page.waitForSelector('#status.wrong');
      expect(await page.innerText('#status')).toContain('a Word document (docx)');
      expect(await page.locator('#report').isVisible()).toBe(false);
    });
  });

  it('nothing leaves the page, nor the thread that reads', async () => {
    const elsewhere = await serve(folder.at('site'));
    const asking = `fetch('${elsewhere.origin}/').then(() => 'sent', () => 'refused')`;
    const thread = `const answer = (words) => postMessage(words); ${asking}.then(answer);`;
    try {
      await opened(async (page) => {
        expect(await page.evaluate(asking)).toBe('refused');
        const inThread = `new Promise((resolve) => {
          const start = URL.createObjectURL(new Blob([${JSON.stringify(thread)}], { type: 'text/javascript' }));
          new Worker(start, { type: 'module' }).onmessage = ({ data }) => resolve(data);
        })`;
        expect(await page.evaluate(inThread)).toBe('refused');
        const threads: string[] = [];
        page.on('worker', (worker) => void threads.push(worker.url()));
        await given(page, wrong);
        expect(threads.map((url) => url.slice(0, 5))).toEqual(['blob:']);
      });
      expect(elsewhere.asked).toEqual([]);
    } finally {
      elsewhere.close();
    }
  });

  it('a bundle without its reader is said to be broken, not waited for', async () => {
    cpSync(folder.at('site'), folder.at('broken'), { recursive: true });
    rmSync(folder.at('broken/worker.js'));
    const broken = await serve(folder.at('broken'));
    try {
      await opened(async (page) => {
        await given(page, wrong);
        expect(await page.innerText('#status')).toMatch(/^程序出错/);
      }, broken);
    } finally {
      broken.close();
    }
  });

  it.skipIf(!published)(
    'the library reads a published PDF as in Node (skipped where ../shared/corpus is absent)',
    async () => {
      const path = reportsIn(publishedPdfs).find((one) => basename(one).startsWith('592d25')) ?? '';
      const [bytes, file] = [readFileSync(path), basename(path)];
      const expected = await inNode(bytes, file);
      expect(expected.verdicts.some(({ status }) => status === 'fail')).toBe(true);
      await opened(async (page) => expect(await inBrowser(page, bytes, file)).toEqual(expected));
    },
  );
});
