/** `mingzhang ingest --ocr`: what is stored as an unread scan is read then, though its bytes are the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pdfOfScans, scanned } from '../../bench/scans.ts';
import { whyNotRecognize } from '../../pipeline/readers/scan/tesseract.ts';
import { mingzhang } from '../support/cli.ts';
import { valuesOf } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
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
