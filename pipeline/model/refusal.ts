/** Trouble with the input, not with the program: one clear line for the user, no stack; the next file goes on. */
export type RefusalCode =
  | 'missing'
  | 'unreadable'
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'unknown-encoding'
  | 'unsupported-format'
  | 'encrypted'
  | 'too-slow'
  | 'too-hungry'
  | 'damaged'
  | 'no-reports'
  | 'report-unwritable'
  | 'database-missing'
  | 'database-locked'
  | 'database-newer'
  | 'database-older'
  | 'database-foreign'
  | 'database-damaged'
  | 'database-unwritable'
  | 'query-wrong'
  | 'query-slow'
  | 'document-unknown';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;

  /**
   * @param code permanent, for machines
   * @param message what, where, what to do; one line
   */
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The code of a Node or SQLite error, or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
