/** A stretch of bytes, read little-endian; a place outside it is the file's fault. */
import { Refusal } from '../../../model/refusal.ts';

export class Stretch {
  readonly #view: DataView;
  readonly #path: string;

  /** @param path the file's name, for messages */
  constructor(bytes: Uint8Array, path: string) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#path = path;
  }

  get length(): number {
    return this.#view.byteLength;
  }

  u8(at: number): number {
    return this.#within(at, 1).getUint8(at);
  }

  u16(at: number): number {
    return this.#within(at, 2).getUint16(at, true);
  }

  i16(at: number): number {
    return this.#within(at, 2).getInt16(at, true);
  }

  u32(at: number): number {
    return this.#within(at, 4).getUint32(at, true);
  }

  /** @throws Refusal `damaged` where it is not all inside */
  cut(at: number, length: number): Stretch {
    return new Stretch(this.bytes(at, length), this.#path);
  }

  bytes(at: number, length: number): Uint8Array {
    const { buffer, byteOffset } = this.#within(at, length);
    return new Uint8Array(buffer, byteOffset + at, length);
  }

  #within(at: number, length: number): DataView {
    if (!(at >= 0 && length >= 0 && at + length <= this.#view.byteLength)) {
      throw new Refusal('damaged', `${this.#path}: damaged, it points to places that it does not have; fetch it again`);
    }
    return this.#view;
  }
}
