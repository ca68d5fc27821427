/** How far a long reading has come, in one line that is written over itself on a terminal. */
import type { FileRecord } from './ingest-report.ts';

/** Before this many seconds nothing can be said of the time left. */
const early = 3;

export class Progress {
  readonly #total: number;
  readonly #from = performance.now();
  readonly #terminal: NodeJS.WriteStream | null;
  #done = 0;
  #read = 0;
  #pages = 0;
  #failed = 0;

  /**
   * @param total files to come
   * @param terminal where the line is shown, or null for nowhere
   */
  constructor(total: number, terminal: NodeJS.WriteStream | null) {
    this.#total = total;
    this.#terminal = terminal;
    this.#show();
  }

  /** Seconds since the beginning. */
  get seconds(): number {
    return (performance.now() - this.#from) / 1000;
  }

  /** @param write prints what is to stand above the line */
  step({ status, pages }: FileRecord, write: () => void): void {
    // A copy that is read after all comes a second time.
    this.#done = Math.min(this.#done + 1, this.#total);
    this.#pages += pages ?? 0;
    if (status === 'refused' || status === 'failed') this.#failed++;
    else if (pages !== undefined) this.#read++;
    this.clear();
    write();
    this.#show();
  }

  clear(): void {
    this.#terminal?.write('\r\x1b[K');
  }

  #show(): void {
    this.#terminal?.write(progressLine(this.#done, this.#total, this.#read, this.#pages, this.#failed, this.seconds));
  }
}

/**
 * @param read documents that were read, of the `done` files
 * @param seconds since the beginning
 */
export function progressLine(
  done: number,
  total: number,
  read: number,
  pages: number,
  failed: number,
  seconds: number,
): string {
  const rate = pages > 0 ? `${(pages / seconds).toFixed(1)} pages/s` : `${(read / seconds).toFixed(1)} documents/s`;
  const left = (seconds / done) * (total - done);
  return [
    `${done}/${total} files`,
    ...(read > 0 && seconds > 0 ? [rate] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(seconds >= early && done > 0 && done < total ? [`${duration(left)} left`] : []),
  ].join(' · ');
}

/** @param seconds for people: `40 s`, `12 min`, `3 h 5 min` */
export function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
