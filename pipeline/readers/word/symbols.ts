/** Signs of symbol fonts → the characters they look like. */

/** Wingdings as Word's check boxes and list marks use them, by the last byte of their code. */
const wingdings: Readonly<Record<string, string>> = {
  ...{ '6c': '●', '6e': '■', '6f': '□', '70': '□', '71': '□', '72': '□', '75': '◆', '76': '❖', '77': '◆' },
  ...{
    '9e': '·',
    '9f': '•',
    a1: '○',
    a3: '□',
    a7: '▪',
    a8: '□',
    d8: '➢',
    e0: '→',
    f0: '⇨',
    fb: '✗',
    fc: '✓',
    fd: '☒',
    fe: '☑',
  },
};

/**
 * @param code as the file gives it: of symbol fonts U+F020 to U+F0FF, else the character's own
 * @returns null where no character is known
 */
export function symbolSign(code: number, font: string): string | null {
  const known = /wingdings/i.test(font) ? wingdings[(code & 0xff).toString(16)] : undefined;
  if (known !== undefined) return known;
  return code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : null;
}
