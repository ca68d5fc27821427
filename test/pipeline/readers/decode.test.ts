/** Encodings that published texts come in, told apart by their bytes alone. */
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../pipeline/model/refusal.ts';
import { decode } from '../../../pipeline/readers/decode.ts';
import { type Encoding, encode, reportText } from '../../support/reports.ts';

const report = reportText();

/** The refusal that decoding ends in. */
function refusalOf(bytes: Uint8Array): Refusal {
  try {
    const { encoding, text } = decode(bytes, 'report.txt');
    throw new Error(`read as ${encoding}: ${text.slice(0, 40)}`);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** The same bytes at every start, without any pattern. */
function noise(length: number, smallest: number): Uint8Array {
  let state = 20231231;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return smallest + (state >>> 24) * ((256 - smallest) / 256);
  });
}

describe('decode', () => {
  const encodings: readonly (readonly [Encoding, string])[] = [
    ['utf-8', 'utf-8'],
    ['utf-8 with mark', 'utf-8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16le with mark', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['utf-16be with mark', 'utf-16be'],
    ['gb18030', 'gb18030'],
    ['gbk', 'gb18030'],
  ];

  it.each(encodings)('reads %s to the last character and leaves no byte-order mark', (encoding, name) => {
    expect(decode(encode(report, encoding), 'report.txt')).toEqual({ text: report, encoding: name, undecodable: 0 });
  });

  it.each(encodings)('reads %s with CR LF, lone CR and form feeds as they stand', (encoding) => {
    const printed = `${report.replaceAll('\n', '\r\n')}\f附件\r以上数据均为决算数。\r`;
    expect(decode(encode(printed, encoding), 'report.txt').text).toBe(printed);
  });

  it.each([
    'utf-8',
    'utf-16le with mark',
    'utf-16be with mark',
    'gb18030',
  ] as const)('reads characters beyond the basic plane in %s', (encoding) => {
    const rare = reportText({ agency: '𠮷水县水务局' });
    expect(decode(encode(rare, encoding), 'report.txt').text).toBe(rare);
  });

  it('reads a GB18030 text of one line', () => {
    const line = '2023年收入支出决算总表';
    expect(decode(encode(line, 'gbk'), 'report.txt')).toMatchObject({ text: line, encoding: 'gb18030' });
  });

  it('takes plain ASCII for UTF-8', () => {
    expect(decode(Buffer.from('total 12.5\n'), 'report.txt').encoding).toBe('utf-8');
  });

  it('keeps a byte-order mark in the middle of a text: only the first is a mark', () => {
    expect(decode(encode(`支出\ufeff决算`, 'utf-8 with mark'), 'report.txt').text).toBe('支出\ufeff决算');
  });

  it.each([
    'utf-8',
    'utf-8 with mark',
    'gb18030',
  ] as const)('reads a long %s text with one damaged byte and counts the damage', (encoding) => {
    const bytes = Uint8Array.from(encode(reportText({ length: 40 }), encoding));
    bytes[bytes.length - 9] = 0xff;
    const { text, encoding: name, undecodable } = decode(bytes, 'report.txt');
    expect(name).toBe(encoding === 'gb18030' ? 'gb18030' : 'utf-8');
    expect(undecodable).toBeGreaterThan(0);
    expect(text.startsWith('云溪县水务局\n2023年度')).toBe(true);
    expect(text.match(/\ufffd/g)).toHaveLength(undecodable);
  });

  it('reads a text that was cut off inside a character', () => {
    const bytes = encode(`${reportText({ length: 40 })}完`, 'utf-8').slice(0, -1);
    expect(decode(bytes, 'report.txt')).toMatchObject({ encoding: 'utf-8', undecodable: 1 });
  });

  it('refuses a text of which every tenth byte is damaged', () => {
    const bytes = Uint8Array.from(encode(reportText({ length: 40 }), 'utf-8'), (byte, i) =>
      i % 10 === 0 ? 0xff : byte,
    );
    expect(refusalOf(bytes).code).toBe('unknown-encoding');
  });

  it('refuses Big5 instead of reading it as rare simplified characters', () => {
    const bytes = encode('台北市政府水利處年度決算報告，本年度收入總計一百萬元，支出總計九十萬元。'.repeat(20), 'big5');
    expect(refusalOf(bytes).code).toBe('unknown-encoding');
  });

  it('refuses Western text in Latin-1', () => {
    const bytes = Buffer.from('Dépenses réalisées à l’été : 12 % où ça ne va pas. '.repeat(20), 'latin1');
    expect(refusalOf(bytes).code).toBe('unknown-encoding');
  });

  it('says what an unknown encoding could be saved as, in one line with the name of the file', () => {
    const { message } = refusalOf(noise(4096, 128));
    expect(message).toBe('report.txt: neither UTF-8, UTF-16 nor GB18030; save it as UTF-8 and try again');
  });

  it('calls data with zero bytes binary', () => {
    expect(refusalOf(noise(4096, 0)).code).toBe('binary');
    expect(refusalOf(new Uint8Array(4096)).code).toBe('binary');
    expect(refusalOf(Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0', 'latin1')).code).toBe('binary');
  });

  it('never reads noise, whatever its length', () => {
    for (let length = 2; length < 600; length += 7) {
      expect(['binary', 'unknown-encoding'], String(length)).toContain(refusalOf(noise(length, 128)).code);
    }
  });

  it.each([
    ['a byte-order mark alone', encode('', 'utf-8 with mark')],
    ['a UTF-16 mark alone', encode('', 'utf-16le with mark')],
    ['blanks and line ends', Buffer.from(' \r\n\t\n')],
    ['full-width blanks', Buffer.from('\u3000\u3000\n\u00a0')],
  ])('calls a file of %s empty', (_, bytes) => {
    expect(refusalOf(bytes).code).toBe('empty');
  });
});
