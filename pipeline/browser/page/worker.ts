/** A thread that reads reports. */
import { Refusal } from '../../model/refusal.ts';
import { readReport } from '../read-report.ts';
import type { Report } from '../report.ts';

export interface Task {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly password: string | null;
  /** Where the answer is awaited: pdf.js talks on the thread's own channel. */
  readonly answer: MessagePort;
}

export type Answer =
  | { readonly report: Report }
  /** Trouble with the file. */
  | { readonly refusal: { readonly code: Refusal['code']; readonly message: string } }
  /** Trouble with the program. */
  | { readonly bug: string };

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  if (!(data.answer instanceof MessagePort)) return;
  answerTo(data).then((answer) => data.answer.postMessage(answer));
});

async function answerTo({ bytes, file, password }: Task): Promise<Answer> {
  try {
    return { report: await readReport(bytes, file, password === null ? {} : { password }) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: { code: error.code, message: error.message } };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
