/** Damaged Office files through the real threads: each is read or refused in one clear line. MUTANTS=1000 makes more of them. */
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../../pipeline/model/refusal.ts';
import { packageFile } from '../../../pipeline/package-file.ts';
import { ReaderPool } from '../../../pipeline/pool/reader-pool.ts';
import '../../support/cli.ts';
import { damaged, officeFiles } from '../../support/office-files.ts';

const wanted = Number(process.env.MUTANTS ?? 60);
const entry = pathToFileURL(packageFile('dist/pipeline/pool/document-worker.js'));
const pool = new ReaderPool({ timeout: 20, maxMemory: 1024 }, 2, entry);
afterAll(() => pool.close());

async function outcome(name: string, bytes: Uint8Array, seed: number): Promise<string> {
  try {
    await pool.read({ path: name, file: name, bytes, sha256: String(seed) });
    return 'read';
  } catch (error) {
    if (!(error instanceof Refusal)) return `seed ${seed}: ${error instanceof Error ? error.stack : String(error)}`;
    if (['too-slow', 'too-hungry'].includes(error.code)) return `seed ${seed}: ${error.message}`;
    return /^a\.\w+: [^\n]{10,200}$/.test(error.message)
      ? 'refused'
      : `seed ${seed}: “${error.message}” is no clear line`;
  }
}

describe.each(officeFiles)('$name', ({ name, bytes }) => {
  it('is read whole', async () => {
    expect(await outcome(name, bytes, 0)).toBe('read');
  });

  it(`damaged in ${Math.ceil(wanted / officeFiles.length)} ways is read or refused`, {
    timeout: wanted * 2000,
  }, async () => {
    const outcomes = new Set<string>();
    for (let seed = 0; seed < wanted / officeFiles.length; seed++) {
      outcomes.add(await outcome(name, await damaged(bytes, seed), seed));
    }
    expect([...outcomes].filter((said) => said !== 'read' && said !== 'refused')).toEqual([]);
    expect(outcomes).toContain('refused');
  });
});
