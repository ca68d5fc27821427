/**
 * Threads that read documents, so that a document that takes too long or too much memory, or brings its thread down, is ended
 * without the others noticing. A thread is started when it is first needed and kept for the next document; one that was ended is
 * replaced. What no thread survives is a crash of native code: it ends the process, and the next run goes on.
 */
import { Worker } from 'node:worker_threads';
import type { DocumentRows } from '../../db/rows.ts';
import type { SourceFile } from '../model/layout.ts';
import { errorCode, Refusal, type RefusalCode } from '../model/refusal.ts';
import type { ReadOptions } from '../readers/read-layout.ts';
import type { Question, ThreadData } from './document-worker.ts';
import { MemoryWatch } from './memory-watch.ts';

export type Answer =
  | { readonly kind: 'rows'; readonly rows: DocumentRows }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string }
  /** Ended because all together took too much memory; it may be read again alone. */
  | { readonly kind: 'crowded' };

export interface PoolOptions extends ReadOptions {
  /** A document that takes longer is refused, in seconds. */
  readonly timeout: number;
  /** A document that needs more memory is refused, in megabytes. */
  readonly maxMemory: number;
}

const calledOff: Answer = { kind: 'failed', message: 'the reading was called off', stack: '' };

/** A document being read; `end` takes its thread away. */
interface Busy {
  readonly end: (answer: Answer) => void;
}

const documentWorker = new URL(`./document-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);

export class ReaderPool {
  readonly #options: PoolOptions;
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Busy>();
  readonly #watch: MemoryWatch;
  readonly #jobs: number;
  readonly #entry: URL;
  #closed = false;
  /** Settles when no document asks to be read alone any more. */
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * @param jobs how many documents will be read at once, for the memory of all together
   * @param entry what the threads run
   */
  constructor(options: PoolOptions, jobs = 1, entry: URL = documentWorker) {
    this.#options = options;
    this.#jobs = jobs;
    this.#entry = entry;
    this.#watch = new MemoryWatch(options.maxMemory, () => this.#relieve());
  }

  /**
   * Reads one document in a thread of its own; as many run at once as are asked for.
   * @throws Refusal when the document is not readable, or takes more time or memory than it may
   */
  async read(source: SourceFile): Promise<DocumentRows> {
    for (let turn: Promise<unknown> | undefined; turn !== this.#turn; ) {
      turn = this.#turn;
      await turn;
    }
    let answer = await this.#ask(source, this.#jobs);
    if (answer.kind === 'crowded' && this.#jobs > 1) answer = await this.#alone(source);
    if (answer.kind === 'rows') return answer.rows;
    if (answer.kind === 'refused') throw new Refusal(answer.code, answer.message);
    if (answer.kind === 'crowded') throw this.#tooHungry(source);
    const bug = new Error(answer.message);
    bug.stack = answer.stack;
    throw bug;
  }

  /** Ends all threads, whatever they are doing. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#watch.stop();
    for (const { end } of [...this.#busy]) end(calledOff);
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  #alone(source: SourceFile): Promise<Answer> {
    const answer = this.#turn.then(() => this.#ask(source, 1));
    this.#turn = answer;
    return answer;
  }

  /** Too much memory is used: whose fault it is only shows when each is read alone. */
  #relieve(): void {
    for (const { end } of [...this.#busy]) end({ kind: 'crowded' });
  }

  #tooHungry({ path }: SourceFile): Refusal {
    const { maxMemory } = this.#options;
    return new Refusal(
      'too-hungry',
      `${path}: not read within ${maxMemory} MB of memory; raise the limit with --max-memory`,
    );
  }

  #start(): Worker {
    const workerData: ThreadData = { running: new SharedArrayBuffer(4) };
    const worker = new Worker(this.#entry, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: this.#options.maxMemory, maxYoungGenerationSizeMb: 32 },
    });
    // One that dies while nobody waits for it is nobody's fault.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      endProcess(Atomics.load(new Int32Array(workerData.running), 0));
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    return worker;
  }

  /**
   * @param together how many are read at the same time
   * @returns what the thread answers, or why it did not; never rejects
   */
  #ask(source: SourceFile, together: number): Promise<Answer> {
    if (this.#closed) return Promise.resolve(calledOff);
    const { timeout, maxMemory, ...options } = this.#options;
    const worker = this.#idle.pop() ?? this.#start();
    return new Promise((resolve) => {
      const settle = (answer: Answer, reuse: boolean) => {
        clearTimeout(timer);
        this.#busy.delete(busy);
        if (this.#busy.size === 0) this.#watch.stop();
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        if (reuse) {
          this.#idle.push(worker);
          resolve(answer);
        } else void worker.terminate().finally(() => resolve(answer));
      };
      const fail = (message: string, stack = '') => settle({ kind: 'failed', message, stack }, false);
      const refuse = ({ code, message }: Refusal) => settle({ kind: 'refused', code, message }, false);
      const onMessage = (answer: Answer) => settle(answer, true);
      const onError = (error: Error) => {
        if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') refuse(this.#tooHungry(source));
        else fail(String(error), error.stack);
      };
      const onExit = (status: number) => fail(`the reading thread ended with status ${status}`);
      const busy: Busy = { end: (answer) => settle(answer, false) };
      const slow = `${source.path}: not read within ${timeout} seconds; raise the limit with --timeout`;
      const timer = setTimeout(() => refuse(new Refusal('too-slow', slow)), timeout * 1000);
      if (this.#busy.size === 0) this.#watch.start(together);
      this.#busy.add(busy);
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      const question: Question = { source, options };
      worker.postMessage(question);
    });
  }
}

/** The recognizer of a thread that was ended would go on to no end. @param id 0 for none */
function endProcess(id: number): void {
  if (id === 0) return;
  try {
    process.kill(id, 'SIGKILL');
  } catch (error) {
    // It had just ended by itself.
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}
