/**
 * Heap limits of threads do not see what lies outside the heap: decoded streams, pictures, the memory of WebAssembly. The size of
 * the whole process does, so it is looked at while documents are being read.
 */
import { totalmem } from 'node:os';

const megabyte = 1024 * 1024;
/** How often to look, in milliseconds: a stream is unpacked at some hundred megabytes a second. */
const interval = 100;
/** What a thread takes before it reads anything, in megabytes. */
const threadSize = 128;
/** The share of the machine's memory that reading may fill. */
const largestShare = 0.8;

export class MemoryWatch {
  readonly #each: number;
  readonly #onExcess: () => void;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param maxMemory megabytes one document may take
   * @param onExcess called when those being read take more than they may together
   */
  constructor(maxMemory: number, onExcess: () => void) {
    this.#each = (maxMemory + threadSize) * megabyte;
    this.#onExcess = onExcess;
  }

  /** @param together how many documents may be read at once from now on, until `stop` */
  start(together: number): void {
    this.stop();
    const machine = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) * largestShare;
    const ceiling = Math.min(process.memoryUsage.rss() + this.#each * together, machine);
    this.#timer = setInterval(() => process.memoryUsage.rss() > ceiling && this.#onExcess(), interval).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
