/** Small reports of fictional units, made in code, and their bytes in the encodings that published texts come in. */
import { TextDecoder } from 'node:util';

export interface ReportWords {
  readonly agency?: string;
  readonly year?: number;
  /** 年初预算, as printed. */
  readonly budget?: string;
  /** 实际支出, as printed. */
  readonly spent?: string;
  /** Paragraphs of prose that make the report longer. */
  readonly length?: number;
}

/** A self-evaluation with a title, two levels of headings and two amounts. */
export function reportText(words: ReportWords = {}): string {
  const { agency = '云溪县水务局', year = 2023, budget = '120.5万元', spent = '98.75万元', length = 1 } = words;
  const prose = Array.from(
    { length },
    (_, i) => `${i + 1}.组织实施农村饮水安全工程，巡查河道${100 + i}公里，落实河长制各项工作任务，保障群众用水安全。`,
  );
  return `${[
    agency,
    `${year}年度部门整体支出绩效自评报告`,
    '',
    '一、部门概况',
    '（一）主要职能',
    ...prose,
    '二、部门资金基本情况',
    '（一）预算安排情况',
    `${year}年年初预算安排项目支出${budget}。`,
    '（二）预算执行情况',
    `${year}年实际支出${spent}。`,
    '三、存在的问题',
    '绩效目标编制不够细化。',
  ].join('\n')}\n`;
}

/** Different reports, in the order of their names. */
export function manyReports(
  count: number,
  length: number,
): readonly { readonly name: string; readonly text: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const number = String(i + 1).padStart(3, '0');
    const text = reportText({ agency: `云溪县第${i + 1}水务局`, budget: `${i + 1}.5万元`, length });
    return { name: `report-${number}.txt`, text };
  });
}

export type Encoding =
  | 'utf-8'
  | 'utf-8 with mark'
  | 'utf-16le'
  | 'utf-16le with mark'
  | 'utf-16be'
  | 'utf-16be with mark'
  | 'gb18030'
  | 'gbk'
  | 'big5';

export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text);
    case 'utf-8 with mark':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16le with mark':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'utf-16be with mark':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'gb18030':
    case 'gbk':
    case 'big5':
      return Buffer.concat([...text].map((sign) => twoBytes(sign, encoding)));
  }
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

/** Node decodes these and encodes none: the table is the decoder turned round. */
function twoBytes(sign: string, encoding: 'gb18030' | 'gbk' | 'big5'): Buffer {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0x80) return Buffer.from([code]);
  const table = tables.get(encoding) ?? turnedRound(encoding);
  tables.set(encoding, table);
  const bytes = table.get(sign) ?? (encoding === 'gb18030' && code > 0xffff ? fourBytes(code) : undefined);
  if (bytes === undefined) throw new RangeError(`${sign} does not exist in ${encoding}`);
  return bytes;
}

function turnedRound(encoding: string): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.from([lead, trail]);
      const sign = decoded(decoder, bytes);
      if (sign !== null && [...sign].length === 1 && !table.has(sign)) table.set(sign, bytes);
    }
  }
  return table;
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Characters beyond the basic plane stand in GB18030 in their own order, from 90 30 81 30 on. */
function fourBytes(code: number): Buffer {
  const index = code - 0x10000;
  const digits = [0x90 + Math.floor(index / 12600), 0x30 + (Math.floor(index / 1260) % 10)];
  return Buffer.from([...digits, 0x81 + (Math.floor(index / 10) % 126), 0x30 + (index % 10)]);
}
