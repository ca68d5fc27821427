/**
 * `kill -9` at two hundred moments of ingests and rebuilds, chosen by a seed: `npm run bench:kill [moments [first seed]]`.
 * A fault is told with the seed that makes it again.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '../pipeline/package-file.ts';
import { decode } from '../pipeline/readers/decode.ts';
import { type Command, killOnce, type Scene, undisturbed, writeReports } from './kill-run.ts';

const moments = Number(process.argv[2] ?? 200);
const first = Number(process.argv[3] ?? 1);
const folder = mkdtempSync(join(tmpdir(), 'mingzhang-kill-'));
const scene: Scene = {
  cli: packageFile('dist/pipeline/cli.js'),
  folder,
  reports: join(folder, 'reports'),
  old: join(folder, 'old'),
};
const texts = readdirSync(packageFile('samples'))
  .filter((file) => file.endsWith('.txt'))
  .map((file) => decode(readFileSync(packageFile(`samples/${file}`)), file).text);

try {
  writeReports(scene.reports, texts, 18);
  writeReports(scene.old, texts.slice(0, 2), 2);
  let [killed, faulty] = [0, 0];
  for (const command of ['ingest', 'rebuild'] as const satisfies readonly Command[]) {
    const whole = await undisturbed(scene, command);
    for (let i = 0; i < Math.ceil(moments / 2); i++) {
      const outcome = await killOnce(scene, command, whole, first + i);
      if (outcome.killed) killed++;
      if (outcome.faults.length > 0) {
        faulty++;
        process.stdout.write(`✗ ${command}, seed ${first + i}: ${outcome.faults.join('; ')}\n`);
      }
    }
  }
  process.stdout.write(`${moments} moments, ${killed} before the end of the run: ${faulty} with faults\n`);
  if (faulty > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
