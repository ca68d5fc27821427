/** A thread that reads one document at a time: bytes in, rows or a refusal out. It may be ended at any moment; it holds nothing. */
import { parentPort, workerData } from 'node:worker_threads';
import { rowsOf } from '../../db/rows.ts';
import type { SourceFile } from '../model/layout.ts';
import { Refusal } from '../model/refusal.ts';
import type { ReadOptions } from '../readers/read-layout.ts';
import { tellProcess } from '../readers/scan/tesseract.ts';
import { readDocument } from '../run.ts';
import type { Answer } from './reader-pool.ts';

export interface Question {
  readonly source: SourceFile;
  readonly options: ReadOptions;
}

/** What a thread is given when it starts. */
export interface ThreadData {
  /** One number: the process that the thread has running, to be ended with it; 0 for none. */
  readonly running: SharedArrayBuffer;
}

const { running }: ThreadData = workerData;
tellProcess(new Int32Array(running));
parentPort?.on('message', (question: Question) => {
  void answer(question).then((reply) => parentPort?.postMessage(reply));
});

async function answer({ source, options }: Question): Promise<Answer> {
  try {
    return { kind: 'rows', rows: rowsOf(await readDocument(source, options)) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', code: error.code, message: error.message };
    return { kind: 'failed', message: String(error), stack: error instanceof Error ? (error.stack ?? '') : '' };
  }
}
