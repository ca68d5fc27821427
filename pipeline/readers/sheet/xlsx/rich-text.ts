/** The words of a string item: all its runs, without the readings printed above characters (ECMA-376 part 1, 18.4). */

/** Characters that XML cannot hold, and what only looks like one: _x000D_, _x005F_. */
const escaped = /_x([\da-f]{4})_/gi;

export const unescaped = (words: string): string =>
  words.includes('_x')
    ? words.replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : words;

/** Takes what stands inside one item. */
export class RichText {
  #words = '';
  #phonetic = 0;
  #inText = false;

  begin(): void {
    this.#words = '';
    this.#phonetic = 0;
    this.#inText = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.#phonetic++;
    this.#inText = name === 't' && this.#phonetic === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic--;
    this.#inText = false;
  }

  text(words: string): void {
    if (this.#inText) this.#words += words;
  }

  get words(): string {
    return unescaped(this.#words);
  }
}
