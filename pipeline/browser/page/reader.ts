/** A file → its report, read in a thread of its own, which ends with it. */
import type { Answer, Task } from './worker.ts';

/** A thread that begins at a blob is bound by the page's policy; a script that a server gives has its own. */
const script = new URL('worker.js', import.meta.url).href;
const start = URL.createObjectURL(new Blob([`import ${JSON.stringify(script)};`], { type: 'text/javascript' }));

let latest: Worker | undefined;

/**
 * The reading of a former file is ended; nobody waits for its answer.
 * @param password for encrypted files, or null
 */
export async function readFile(file: File, password: string | null): Promise<Answer> {
  latest?.terminate();
  const worker = new Worker(start, { type: 'module' });
  latest = worker;
  const { port1: ours, port2: answer } = new MessageChannel();
  const answered = new Promise<Answer>((resolve) => {
    ours.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = ({ message }) => resolve({ bug: message || 'the reader did not start' });
  });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const task: Task = { bytes, file: file.name, password, answer };
  worker.postMessage(task, [bytes.buffer, answer]);
  try {
    return await answered;
  } finally {
    worker.terminate();
    ours.close();
  }
}
