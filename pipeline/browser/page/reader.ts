/** A file → its report, read in a thread of its own, which ends with it. */
import type { Answer, Task } from './worker.ts';

/**
 * The thread begins at a blob, because only then is it bound by the page's policy: a script that a server gives has its own.
 */
function startThread(): Worker {
  const script = new URL('worker.js', import.meta.url).href;
  const start = URL.createObjectURL(new Blob([`import ${JSON.stringify(script)};`], { type: 'text/javascript' }));
  return new Worker(start, { type: 'module' });
}

/** @param password for encrypted files, or null */
export async function readFile(file: File, password: string | null): Promise<Answer> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const worker = startThread();
  const { port1: ours, port2: answer } = new MessageChannel();
  try {
    return await new Promise<Answer>((resolve) => {
      ours.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
      worker.onerror = ({ message }) => resolve({ bug: message || 'the reader did not start' });
      const task: Task = { bytes, file: file.name, password, answer };
      worker.postMessage(task, [bytes.buffer, answer]);
    });
  } finally {
    ours.close();
    worker.terminate();
  }
}
