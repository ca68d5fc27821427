/** The bundle for browsers: a folder that any static server may serve. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { packageFile } from '../package-file.ts';

/** What pdf.js fetches when a file asks for it. */
const resources = ['cmaps', 'standard_fonts'];

/** The vocabulary is carried as text in place of the module that reads its files. */
const shelves: Plugin = {
  name: 'shelves',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]vocab[\\/]shelf\.ts$/ }, () => ({ contents: shelfModule(), loader: 'js' }));
  },
};

function shelfModule(): string {
  const folder = packageFile('normalizers/vocab');
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const texts = Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  return `const texts = ${JSON.stringify(texts)};\nexport const shelfText = (name) => texts[name];\n`;
}

/**
 * Of the library (`mingzhang.js`), a page with its worker, and what pdf.js needs beside them.
 * @param folder made anew
 * @throws Error when a module is not for browsers
 */
export async function bundle(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const here = packageFile('pipeline/browser');
  const { metafile } = await build({
    entryPoints: {
      mingzhang: join(here, 'read-report.ts'),
      page: join(here, 'page/page.ts'),
      worker: join(here, 'page/worker.ts'),
    },
    ...{ outdir: folder, absWorkingDir: packageFile('.'), metafile: true, logLevel: 'warning', plugins: [shelves] },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'browser', target: 'es2022' },
    ...{ minify: true, charset: 'utf8', chunkNames: '[name]-[hash]' },
  });
  writeFileSync(join(folder, 'LICENCES.txt'), licencesOf(Object.keys(metafile.inputs)));
  for (const name of ['index.html', 'page.css']) cpSync(join(here, 'page', name), join(folder, name));
  const pdfjs = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  for (const name of resources) cpSync(join(pdfjs, name), join(folder, name), { recursive: true });
}

/** @param inputs paths of modules, as esbuild names them */
function licencesOf(inputs: readonly string[]): string {
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []));
  const own = readFileSync(packageFile('LICENSE'), 'utf8');
  const others = [...packages].sort().map((home) => {
    const folder = packageFile(home);
    const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
    if (file === undefined) throw new Error(`${home} has no licence`);
    return `${home.slice('node_modules/'.length)}\n\n${readFileSync(join(folder, file), 'utf8')}`;
  });
  return [`mingzhang\n\n${own}`, ...others].join(`\n${'-'.repeat(80)}\n\n`);
}
