/**
 * Pictures → words, by the program Tesseract where it is installed. It runs as a process of its own, gets the pictures through a
 * pipe and answers in TSV; nothing is written to disk and nothing of a file's name reaches its command line.
 */
import { spawn } from 'node:child_process';
import { errorCode } from '../../model/refusal.ts';
import { installing } from './findings.ts';
import { type GreyPicture, tiffOf } from './tiff.ts';

/** A word as recognized, in pixels of its picture. */
export interface RecognizedWord {
  readonly text: string;
  /** 0 to 100, by the recognizer's own judgement. */
  readonly confidence: number;
  /** Block, paragraph and line it belongs to, as one key. */
  readonly line: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface RecognitionTask {
  readonly language: 'chi_sim' | 'eng';
  /** How the recognizer takes a picture: 4 a column of lines, 6 one block, 7 one line. */
  readonly segmentation: 4 | 6 | 7;
  /** Resolution to reckon with. */
  readonly dpi: number;
  /** The only characters that may come out. */
  readonly characters?: string;
}

/** Seconds a run may take, and more for each picture. */
const patience = 60;
const patienceEach = 1;
/** Pictures a run gets at most. */
const atOnce = 400;

/** The recognizer is missing or failed; its message says what to do. */
export class Unrecognized extends Error {
  override readonly name = 'Unrecognized';
}

/** @returns why nothing can be recognized here, or null */
export async function whyNotRecognize(): Promise<string | null> {
  try {
    const languages = (await run(['--list-langs'], new Uint8Array(), patience)).split('\n').map((line) => line.trim());
    const missing = ['chi_sim', 'eng'].filter((language) => !languages.includes(language));
    return missing.length === 0 ? null : `Tesseract lacks its model ${missing.join(', ')}; ${installing}`;
  } catch (error) {
    if (error instanceof Unrecognized) return error.message;
    throw error;
  }
}

/**
 * Its model of scripts and directions (osd) is asked, where it is installed and the picture has enough print for it to tell.
 * @returns quarters of a turn clockwise that make the print upright; 0 where it is, or nothing tells
 */
export async function quartersToTurn(picture: GreyPicture, dpi: number): Promise<0 | 1 | 2 | 3> {
  const parameters = ['stdin', 'stdout', '-l', 'osd', '--psm', '0', '--dpi', String(dpi)];
  try {
    const [, degrees] = /^Rotate: (\d+)$/m.exec(await run(parameters, tiffOf([picture], dpi), patience)) ?? [];
    return degrees === '90' ? 1 : degrees === '180' ? 2 : degrees === '270' ? 3 : 0;
  } catch (error) {
    if (error instanceof Unrecognized) return 0;
    throw error;
  }
}

/** @returns the words of each picture, in their order */
export async function recognize(
  pictures: readonly GreyPicture[],
  task: RecognitionTask,
): Promise<readonly (readonly RecognizedWord[])[]> {
  const found: (readonly RecognizedWord[])[] = [];
  for (let from = 0; from < pictures.length; from += atOnce) {
    const some = pictures.slice(from, from + atOnce);
    const table = await run(argumentsOf(task), tiffOf(some, task.dpi), patience + some.length * patienceEach);
    found.push(...wordsOf(table, some.length));
  }
  return found;
}

const argumentsOf = ({ language, segmentation, dpi, characters }: RecognitionTask): readonly string[] => [
  ...['stdin', 'stdout', '-l', language, '--psm', String(segmentation), '--dpi', String(dpi)],
  ...(characters === undefined ? [] : ['-c', `tessedit_char_whitelist=${characters}`]),
  ...['-c', 'tessedit_do_invert=0', 'tsv'],
];

/** Where the number of the recognizer's process stands while it runs, so that it can be ended by whoever ends this thread. */
let running: Int32Array | null = null;

/** @param place one number, shared between threads; 0 while nothing runs */
export function tellProcess(place: Int32Array): void {
  running = place;
}

function run(parameters: readonly string[], input: Uint8Array, seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('tesseract', parameters, {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    });
    if (running !== null) Atomics.store(running, 0, child.pid ?? 0);
    child.on('exit', () => running !== null && Atomics.store(running, 0, 0));
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.on('data', (piece: Buffer) => complaints.push(piece));
    // A process that ends early says why itself.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) =>
      reject(errorCode(error) === 'ENOENT' ? new Unrecognized(`Tesseract is not installed; ${installing}`) : error),
    );
    child.on('close', (status, signal) => {
      if (status === 0) resolve(Buffer.concat(out).toString('utf8'));
      else reject(new Unrecognized(reason(Buffer.concat(complaints).toString('utf8'), signal, seconds)));
    });
    child.stdin.end(input);
  });
}

function reason(complaints: string, signal: string | null, seconds: number): string {
  if (/traineddata|language/i.test(complaints)) return `Tesseract lacks a model; ${installing}`;
  const words = complaints.trim().split('\n')[0] || 'without a word';
  return signal === null ? `Tesseract failed: ${words}` : `Tesseract was ended after ${seconds} seconds`;
}

/** TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text; words are of level 5. */
function wordsOf(table: string, pictures: number): readonly (readonly RecognizedWord[])[] {
  const found: RecognizedWord[][] = Array.from({ length: pictures }, () => []);
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text] = row.split('\t');
    if (level !== '5' || text === undefined || text.trim() === '') continue;
    const [x0, y0] = [Number(left), Number(top)];
    found[Number(page) - 1]?.push({
      ...{ text: text.trim(), confidence: Number(confidence), line: `${block}.${paragraph}.${line}` },
      ...{ x0, y0, x1: x0 + Number(width), y1: y0 + Number(height) },
    });
  }
  return found;
}
