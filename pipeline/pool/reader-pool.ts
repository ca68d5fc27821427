/**
 * Threads that read documents, so that a document that takes too long or too much memory is ended without the others noticing.
 * A thread is started when it is first needed and kept for the next document; one that was ended is replaced.
 */
import { Worker } from 'node:worker_threads';
import type { DocumentRows } from '../../db/rows.ts';
import type { SourceFile } from '../model/layout.ts';
import { errorCode, Refusal, type RefusalCode } from '../model/refusal.ts';
import type { ReadOptions } from '../readers/read-layout.ts';
import type { Question } from './document-worker.ts';

export type Answer =
  | { readonly kind: 'rows'; readonly rows: DocumentRows }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };

export interface PoolOptions extends ReadOptions {
  /** A document that takes longer is refused, in seconds. */
  readonly timeout: number;
  /** A document that needs more memory is refused, in megabytes. */
  readonly maxMemory: number;
}

export class ReaderPool {
  readonly #options: PoolOptions;
  readonly #idle: Worker[] = [];

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /**
   * Reads one document in a thread of its own; as many run at once as are asked for.
   * @throws Refusal when the document is not readable, or takes more time or memory than it may
   */
  async read(source: SourceFile): Promise<DocumentRows> {
    const worker = this.#idle.pop() ?? this.#start();
    const answer = await this.#ask(worker, source);
    if (answer.kind === 'rows') return answer.rows;
    if (answer.kind === 'refused') throw new Refusal(answer.code, answer.message);
    const bug = new Error(answer.message);
    bug.stack = answer.stack;
    throw bug;
  }

  /** Ends all threads. */
  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const entry = new URL(`./document-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
    return new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: this.#options.maxMemory, maxYoungGenerationSizeMb: 32 },
    });
  }

  #ask(worker: Worker, source: SourceFile): Promise<Answer> {
    const { timeout, maxMemory, ...options } = this.#options;
    return new Promise((resolve, reject) => {
      const settle = (end: () => void, reuse: boolean) => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        if (reuse) this.#idle.push(worker);
        else void worker.terminate();
        end();
      };
      const refuse = (code: RefusalCode, words: string) =>
        settle(() => reject(new Refusal(code, `${source.path}: ${words}`)), false);
      const onMessage = (answer: Answer) => settle(() => resolve(answer), true);
      const onError = (error: Error) => {
        if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
          refuse('too-hungry', `not read within ${maxMemory} MB of memory; raise the limit with --max-memory`);
        } else settle(() => reject(error), false);
      };
      const onExit = (status: number) =>
        settle(() => reject(new Error(`the reading thread ended with status ${status}`)), false);
      const timer = setTimeout(
        () => refuse('too-slow', `not read within ${timeout} seconds; raise the limit with --timeout`),
        timeout * 1000,
      );
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      const question: Question = { source, options };
      worker.postMessage(question);
    });
  }
}
