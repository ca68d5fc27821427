/** Pictures on the command line; with `--ocr` what is stored as an unread scan is read then, though its bytes are the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { pdfOfScans, scanned } from '../../bench/scans.ts';
import { whyNotRecognize } from '../../pipeline/readers/scan/tesseract.ts';
import { mingzhang } from '../support/cli.ts';
import { valuesOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { reportText } from '../support/reports.ts';
import { samplesFolder } from '../support/samples.ts';

const hindrance = await whyNotRecognize();
if (hindrance !== null) process.stderr.write(`scans are not read again here: ${hindrance}\n`);

const sample = readFileSync(join(samplesFolder, 'qingtan-health-2024-budget.pdf'));

describe.skipIf(hindrance !== null)('a second ingest with --ocr', { timeout: 60_000 }, () => {
  it('reads a stored scan again, and a third leaves it alone', async () => {
    const folder = temporaryFolder();
    const picture = folder.write('scan.pdf', pdfOfScans(await scanned(sample, 150, [6])));
    const db = folder.at('t.db');
    const codes = () => valuesOf(db, 'select code from finding');
    const ingest = async (...options: readonly string[]) => {
      const { code, stdout } = await mingzhang(['ingest', picture, '--db', db, ...options]);
      expect(code).toBe(0);
      return stdout;
    };
    await ingest();
    expect(codes()).toContain('no-text-layer');
    expect(await ingest()).toContain('1 unchanged');
    expect(await ingest('--ocr')).toContain('0 unchanged');
    expect(codes()).toContain('page-recognized');
    expect(codes()).not.toContain('no-text-layer');
    expect(valuesOf(db, 'select confidence is not null from page')).toEqual([1]);
    expect(await ingest('--ocr')).toContain('1 unchanged');
  });
});

it('a damaged picture is refused, and the next file is read', async () => {
  const folder = temporaryFolder();
  const png = createCanvas(40, 30).encodeSync('png');
  // How many bits a colour has: no decoder knows 77.
  png[24] = 77;
  const [picture, report] = [folder.write('a.png', png), folder.write('b.txt', reportText({ year: 2022 }))];
  const { code, stdout } = await mingzhang(['ingest', picture, report, '--db', folder.at('t.db')]);
  expect(code).toBe(1);
  expect(stdout).toMatch(/a\.png: a picture that cannot be read/);
  expect(stdout).toContain('1 documents read');
});
