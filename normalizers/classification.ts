/**
 * The government revenue-and-expenditure classification: codes and names of function items (功能分类) and economic items (经济分类),
 * by the ministry's yearly 《政府收支分类科目》 and the names that reports print. A code as printed is never corrected.
 */
import { z } from 'zod';
import { compact } from './fold.ts';
import { readVocabulary } from './vocab/read.ts';

export interface ClassificationItem {
  /** 3, 5 or 7 digits: 类, 款, 项. */
  readonly code: string;
  readonly name: string;
}

export interface Classification {
  /** The 类: codes of three digits. */
  readonly classes: readonly ClassificationItem[];
  /** @returns the names in force for a code, the commonest first; empty for an unknown one */
  readonly namesOf: (code: string, year: number | null) => readonly string[];
  /** @returns the codes that bear a name, shortest first */
  readonly codesOf: (name: string, year: number | null) => readonly string[];
}

const year = z.string().transform((digits) => (digits === '' ? null : Number(digits)));
const row = z.object({ code: z.string().regex(/^\d{3,7}$/), name: z.string().min(1), since: year, until: year });
type Row = z.infer<typeof row>;

/** What layout and habit change in a name: width, blanks, kinds of brackets, a closing note. */
export const itemKey = (name: string) =>
  compact(name)
    .replace(/[“”"'·]/g, '')
    .replace(/\((?:类|款|项)\)$/, '')
    .replaceAll('与', '和');

function classification(file: string): Classification {
  const rows = readVocabulary(file, row);
  const byCode = new Map<string, Row[]>();
  const byName = new Map<string, Row[]>();
  for (const one of rows) {
    for (const [map, key] of [
      [byCode, one.code],
      [byName, itemKey(one.name)],
    ] as const) {
      const same = map.get(key);
      if (same === undefined) map.set(key, [one]);
      else same.push(one);
    }
  }
  const inForce = (list: readonly Row[] | undefined, when: number | null) =>
    (list ?? []).filter(({ since, until }) => when === null || ((since ?? 0) <= when && when <= (until ?? 9999)));
  return {
    classes: rows.filter(({ code }) => code.length === 3),
    namesOf: (code, when) => inForce(byCode.get(code), when).map(({ name }) => name),
    codesOf: (name, when) => {
      const codes = inForce(byName.get(itemKey(name)), when).map(({ code }) => code);
      return [...new Set(codes)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    },
  };
}

let functions: Classification | undefined;
let economics: Classification | undefined;

/** 支出功能分类科目. */
export function functionItems(): Classification {
  functions ??= classification('function-codes.csv');
  return functions;
}

/** 支出经济分类科目, of departments (3xx) and of government (5xx). */
export function economicItems(): Classification {
  economics ??= classification('economic-codes.csv');
  return economics;
}
