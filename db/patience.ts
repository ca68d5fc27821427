/** Waiting for another process that is writing: at first without a word, then with one line, so that nobody wonders. */
import { errorCode } from '../pipeline/model/refusal.ts';

export interface Patience {
  /** How long to wait altogether, in milliseconds. */
  readonly longest: number;
  /** Called once when the waiting is not over after a moment. */
  readonly onWait?: () => void;
}

/** Everyday waiting, for another document to be stored, is not worth a line; in milliseconds. */
const moment = 1000;

/**
 * Does something that fails while another process is writing, a second time and longer if it must.
 * @param action takes SQLite's own patience in milliseconds; it must do nothing when it fails
 * @throws what the action throws at last
 */
export function patiently<T>({ longest, onWait }: Patience, action: (timeout: number) => T): T {
  if (longest <= moment) return action(longest);
  try {
    return action(moment);
  } catch (error) {
    if (!/^SQLITE_(?:BUSY|LOCKED)/.test(errorCode(error) ?? '')) throw error;
    onWait?.();
    return action(longest - moment);
  }
}
