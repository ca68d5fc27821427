/** What a user names, and the files that are meant by it. */
import { relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles } from '../../pipeline/find-files.ts';
import { type Folder, temporaryFolder } from '../support/folder.ts';

function tree(...names: readonly string[]): Folder {
  const folder = temporaryFolder();
  for (const name of names) folder.write(name, 'x');
  return folder;
}

/** Found files relative to the folder, refusals as their codes. */
async function found(folder: Folder, ...named: readonly string[]) {
  const { files, refusals, leftOut } = await findFiles(named);
  return {
    files: files.map((path) => relative(folder.path, path)),
    refusals: refusals.map(({ code }) => code),
    leftOut: Object.fromEntries(leftOut),
  };
}

describe('finding files', () => {
  it('takes the reports of a folder and all below it, sorted by path, and counts the rest by ending', async () => {
    const folder = tree('r/b.txt', 'r/a.txt', 'r/2021/c.TXT', 'r/2021/d.pptx', 'r/e.pptx', 'r/README');
    expect(await found(folder, folder.at('r'))).toEqual({
      files: ['r/2021/c.TXT', 'r/a.txt', 'r/b.txt'],
      refusals: [],
      leftOut: { '.pptx': 2, '(none)': 1 },
    });
  });

  it('leaves hidden files and folders alone', async () => {
    const folder = tree('r/a.txt', 'r/.a.txt', 'r/.cache/b.txt');
    expect((await found(folder, folder.at('r'))).files).toEqual(['r/a.txt']);
  });

  it('keeps the order in which things are named and takes each file once', async () => {
    const folder = tree('r/a.txt', 'r/b.txt', 'r/c.txt');
    const named = [folder.at('r/c.txt'), folder.at('r'), folder.at('r/../r/a.txt')];
    expect((await found(folder, ...named)).files).toEqual(['r/c.txt', 'r/a.txt', 'r/b.txt']);
  });

  it('takes a named file whatever its ending, and whatever a pattern matches', async () => {
    const folder = tree('r/a.txt', 'r/b.doc', 'r/c.md');
    expect((await found(folder, folder.at('r/b.doc'))).files).toEqual(['r/b.doc']);
    expect((await found(folder, folder.at('r/*.{md,txt}'))).files).toEqual(['r/a.txt', 'r/c.md']);
  });

  it('takes a name with signs of patterns for the file of that name where there is one', async () => {
    const folder = tree('决算[1].txt', '决算1.txt');
    expect((await found(folder, folder.at('决算[1].txt'))).files).toEqual(['决算[1].txt']);
    expect((await found(folder, folder.at('决算[123].txt'))).files).toEqual(['决算1.txt']);
  });

  it('refuses what holds nothing, once each, and finds the rest', async () => {
    const folder = tree('r/a.txt', 'pictures/p.png');
    const named = ['none.txt', 'r/a.txt/b.txt', 'pictures', '*.none', 'r'].map((name) => folder.at(name));
    expect(await found(folder, ...named)).toEqual({
      files: ['r/a.txt'],
      refusals: ['missing', 'missing', 'no-reports', 'no-reports'],
      leftOut: { '.png': 1 },
    });
  });

  it('says that a name too long for a file cannot be reached', async () => {
    expect((await found(temporaryFolder(), '年'.repeat(300))).refusals).toEqual(['unreadable']);
  });
});
