/** What pdf.js need not do of fonts where nothing is painted. */

/**
 * A document opened so takes fonts for loaded as soon as it has read them, instead of turning every glyph into a path for a canvas.
 * It can be read, not painted.
 */
export function withoutPainting() {
  if (!('FontFace' in globalThis)) Object.assign(globalThis, { FontFace: LoadedFont });
  return {
    disableFontFace: false,
    ownerDocument: { fonts: { add: () => undefined, delete: () => undefined } },
  };
}

/** Of the browser's FontFace all that pdf.js asks for. */
class LoadedFont {
  readonly family: string;
  readonly loaded = Promise.resolve();

  constructor(family: string) {
    this.family = family;
  }
}
