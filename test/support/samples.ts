/** The reports composed for this project, each with gold read off it; and the published ones, where they stand beside the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { GoldTable } from '../../bench/table-gold.ts';
import type { DocumentReading } from '../../pipeline/model/reading.ts';
import { packageFile } from '../../pipeline/package-file.ts';
import { readSource } from '../../pipeline/readers/read-source.ts';
import { readDocument } from '../../pipeline/run.ts';
import type { GoldFigure } from './gold-figures.ts';

export interface Gold {
  readonly file: string;
  readonly document: {
    readonly title: string;
    readonly kind: string;
    readonly agency: string;
    readonly region: string;
    readonly fiscal_year: number;
  };
  readonly amount_mentions: readonly {
    readonly text: string;
    readonly amount_yuan: number;
    readonly optional?: boolean;
  }[];
  readonly sections?: readonly {
    readonly label: string | null;
    readonly heading: string;
    readonly level: number;
    readonly optional?: boolean;
  }[];
  readonly tables?: readonly GoldTable[];
  readonly figures?: readonly GoldFigure[];
  /** What the report says against itself; hard ones no reader may overlook. */
  readonly inconsistencies?: readonly { readonly strength?: string; readonly stated: string }[];
  /** Prose set in two columns, as it is to be read. */
  readonly text_columns?: { readonly page: number; readonly paragraphs: readonly string[] };
}

export const samplesFolder = packageFile('samples');
const shared = packageFile('../shared');
export const publishedTexts = join(shared, 'corpus', 'text');
export const publishedPdfs = join(shared, 'corpus', 'pdf');
export const published = existsSync(publishedTexts);

export function goldOf(folder: string): readonly Gold[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  return files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Gold);
}

export const sampleGold = goldOf(join(samplesFolder, 'gold'));

/** Gold of the published texts; empty where they are absent. */
export function publishedGold(): readonly Gold[] {
  return published ? goldOf(join(shared, 'gold')).filter(({ file }) => file.endsWith('.txt')) : [];
}

const readings = new Map<string, Promise<DocumentReading>>();

/** Reads a report once for all tests of a file. */
export function readReport(path: string): Promise<DocumentReading> {
  const known = readings.get(path);
  if (known !== undefined) return known;
  const reading = readAfresh(path);
  readings.set(path, reading);
  return reading;
}

/** Reads a report and keeps nothing of it. */
export async function readAfresh(path: string): Promise<DocumentReading> {
  return readDocument(await readSource(path, Number.POSITIVE_INFINITY));
}

/** Every report of a folder. */
export function reportsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /\.(?:txt|pdf)$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** Words without what layout puts between them. */
export const squeezed = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, '');

export const nameOf = (path: string) => basename(path);
