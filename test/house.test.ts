/** The house's own laws, so that nobody has to remember them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageFile } from '../pipeline/package-file.ts';

interface Source {
  readonly path: string;
  readonly text: string;
}

function sourcesOf(folder: string): readonly Source[] {
  const entries = readdirSync(packageFile(folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(packageFile('.'), path), text: readFileSync(path, 'utf8') }));
}

const sources = ['pipeline', 'extractors', 'normalizers', 'db'].flatMap(sourcesOf);
const paths = (list: readonly Source[]) => list.map(({ path }) => path);

describe('the house', () => {
  it('keeps every source file under 300 lines', () => {
    expect(paths(sources.filter(({ text }) => text.split('\n').length > 300))).toEqual([]);
  });

  it('mints sourced values only in the passage and the readers', () => {
    const minting = sources.filter(({ text }) => /Sourced\.mint\(/.test(text));
    expect(paths(minting).filter((path) => !/^pipeline\/(?:model\/passage|readers\/)/.test(path))).toEqual([]);
  });

  it('makes passages only in the layout', () => {
    const making = sources.filter(({ text }) => /new Passage\(/.test(text));
    expect(paths(making).filter((path) => !path.startsWith('pipeline/layout/'))).toEqual([]);
  });

  it('gives each dependency one home', () => {
    const homes: Readonly<Record<string, RegExp>> = {
      'better-sqlite3': /^db\/open\.ts$/,
      commander: /^pipeline\/cli\.ts$/,
      natural: /^normalizers\/nearest\.ts$/,
      'p-queue': /^pipeline\/ingest\.ts$/,
      tinyglobby: /^pipeline\/find-files\.ts$/,
      'string-width': /^pipeline\/commands\//,
      '@hyzyla/pdfium': /^pipeline\/readers\/pdfium\/engine\.ts$/,
      parse5: /^pipeline\/readers\/html\/page-tree\.ts$/,
      yauzl: /^pipeline\/readers\/container\/zip\.ts$/,
      saxes: /^pipeline\/readers\/xml\/xml-events\.ts$/,
      '@e965/xlsx': /^pipeline\/readers\/(?:sheet|container)\//,
      esbuild: /^pipeline\/browser\/bundle\.ts$/,
    };
    for (const [name, home] of Object.entries(homes)) {
      const users = sources.filter(({ text }) => new RegExp(`from '${name}[/']`).test(text));
      expect(users.length, name).toBeGreaterThan(0);
      expect(
        paths(users).filter((path) => !home.test(path)),
        name,
      ).toEqual([]);
    }
  });

  it('lets rooms know only the rooms below them', () => {
    const forbidden: readonly (readonly [RegExp, RegExp])[] = [
      [/^pipeline\/model\//, /from '(?:\.\.\/)+(?:db|extractors)\/|from '\.\.\/(?:layout|readers|sections|commands)\//],
      [/^pipeline\/(?:readers|layout|sections)\//, /from '(?:\.\.\/)+(?:db|extractors)\/|from '\.\.\/commands\//],
      [/^normalizers\//, /from '(?:\.\.\/)+(?:db|extractors)\/|from '\.\.\/pipeline\/(?!model\/|package-file)/],
      [/^extractors\//, /from '(?:\.\.\/)+db\/|from '(?:\.\.\/)+pipeline\/(?!model\/|package-file)/],
      [/^pipeline\/(?!browser\/)/, /from '(?:\.\.?\/)+browser\//],
      [/^pipeline\/browser\//, /from '(?:\.\.\/)+(?:db|pool|commands)\//],
      [/^db\//, /from '\.\.\/(?:extractors|normalizers)\/|from '\.\.\/pipeline\/(?!model\/|package-file)/],
    ];
    const wrong = sources.filter(({ path, text }) =>
      forbidden.some(([room, arrow]) => room.test(path) && arrow.test(text)),
    );
    expect(paths(wrong)).toEqual([]);
  });

  it('opens every source file with what it is for', () => {
    const silent = sources.filter(
      ({ text }) =>
        !/^(?:#!.*\n)?(?:import[^;]*;\n)*\s*(?:\/\*\*|export interface|export type)|^(?:#!.*\n)?[\s\S]{0,1500}\/\*\*/.test(
          text,
        ),
    );
    expect(paths(silent)).toEqual([]);
  });

  it('names no table, no section kind and no place in the machine', () => {
    const engines = sources.filter(({ path }) => /^pipeline\/(?:layout|readers|model)\//.test(path));
    expect(
      paths(engines.filter(({ text }) => /[=!]== '(?:sangong|procurement|overview|budget|final_accounts)'/.test(text))),
    ).toEqual([]);
  });
});
