/** Concepts (概念): codes and their standard Chinese names, the query contract's section 3. */
import { z } from 'zod';
import { readVocabulary } from './vocab/read.ts';

const row = z.object({ code: z.string().regex(/^[a-z_]+(?:\.[a-z0-9_]+)?$/), label: z.string().min(1) });

let labels: ReadonlyMap<string, string> | undefined;

/** @returns the standard name, or null for a code that is no concept */
export function conceptLabel(code: string): string | null {
  labels ??= new Map(readVocabulary('concepts.csv', row).map(({ code: key, label }) => [key, label]));
  return labels.get(code) ?? null;
}
