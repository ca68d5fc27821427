/** Seventy web pages damaged by a seeded hand: each is read, or refused in one line; none is a bug. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { random } from '../../../../bench/random.ts';
import { Refusal } from '../../../../pipeline/model/refusal.ts';
import { packageFile } from '../../../../pipeline/package-file.ts';
import { readDocument } from '../../../../pipeline/run.ts';
import { encode } from '../../../support/reports.ts';

const count = 70;
const cell = (words: string, spans = '') => `<td${spans}>${words}</td>`;
const table = `<table border="1"><caption>收入支出决算总表</caption><tr>${cell('项目', ' rowspan="2"')}${cell('决算数', ' colspan="2"')}</tr>
  <tr>${cell('小计')}${cell('本年')}</tr>${Array.from({ length: 20 }, (_, i) => `<tr>${cell(`项目${i}`)}${cell(`${i}.50`)}${cell('1.00')}</tr>`).join('')}</table>`;
const plain = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>云溪县水务局2023年度部门决算</title></head><body><div class="nav"><a href="/">首页</a></div>
  <div class="TRS_Editor"><h3>一、收入支出决算情况说明</h3><p>2023年度收入总计<b>120.50</b>万元，支出总计120.50万元。</p><ol><li>甲</li><li>乙</li></ol>${table}</div></body></html>`;
const sheet = (pieces: string) => `<div style="position:relative;width:595pt;height:842pt">${pieces}</div>`;
const placed = `<html><head><title>云溪县水务局2024年部门预算</title></head><body>${Array.from(
  { length: 3 },
  (_, page) =>
    sheet(
      Array.from(
        { length: 30 },
        (_, i) =>
          `<div style="position:absolute;left:${60 + (i % 3) * 120}pt;top:${80 + i * 20}pt;font-size:12pt">第${page}页${i}项 ${i}.00万元</div><div style="position:absolute;left:60pt;top:${78 + i * 20}pt;width:400pt;height:20pt;border:1px solid #000"></div>`,
      ).join(''),
    ),
).join('')}</body></html>`;

const composed = [plain, placed].flatMap((page) => [encode(page, 'utf-8'), encode(page, 'gb18030')]);
/** Published pages as well, where they stand beside the project. */
const folder = packageFile('../shared/corpus/html');
const published = existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`)) : [];
const sources = [...composed, ...published.filter(({ length }) => length < 100_000)];

function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  const at = (length: number) => Math.floor(next() * length);
  const text = Buffer.from(bytes).toString('latin1');
  const tags = [...text.matchAll(/<[^>]*>/g)];
  const tag = tags[at(tags.length)];
  const place = tag?.index ?? 0;
  const words = tag?.[0] ?? '';
  const changed = [
    () => text.slice(0, 20 + at(text.length)),
    () => text.slice(0, place) + text.slice(place + words.length),
    () => text.slice(0, place) + words.repeat(2 + at(2000)) + text.slice(place),
    () =>
      text.replace(/<td/g, () => (next() < 0.3 ? `<td colspan="${at(3_000_000)}" rowspan="${at(3_000_000)}"` : '<td')),
    () => text.replace(/\d+pt/g, (size) => (next() < 0.2 ? `${at(1_000_000) - 500_000}.${at(9)}e${at(30)}pt` : size)),
    () => text.slice(0, place) + String.fromCharCode(at(256), 0, at(256)).repeat(1 + at(50)) + text.slice(place),
    () => text.replace(/"/g, (quote) => (next() < 0.02 ? '' : quote)),
  ][seed % 7];
  return Buffer.from(changed?.() ?? text, 'latin1');
}

describe('a damaged web page', () => {
  it.each(
    Array.from({ length: count }, (_, seed) => [seed]),
  )('of seed %i is read or refused in one line', async (seed) => {
    const bytes = damaged(sources[seed % sources.length] ?? new Uint8Array(), seed);
    let outcome: string;
    try {
      const { layout } = await readDocument({ path: 'a.html', file: 'a.html', bytes, sha256: '' });
      outcome = `read as ${layout.format}`;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome = error.message;
    }
    expect(outcome).toMatch(/^(?:read as (?:html|text)|a\.html: [^\n]{5,300})$/);
  });
});
