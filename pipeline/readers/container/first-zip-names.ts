/** What the first members of a zip are called, by their own headers, whether or not its directory is there. */

/** Headers beyond so many bytes are not looked for. */
const reach = 65536;
/** Bytes of a member's header before its name. */
const headerSize = 30;

/**
 * A cut-off file keeps the headers of its first members: enough to say what it was.
 * @param bytes a file that begins as a zip
 */
export function firstZipNames(bytes: Uint8Array): readonly string[] {
  const head = bytes.subarray(0, reach);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const names: string[] = [];
  for (let at = 0; at + headerSize < head.length; at++) {
    if (view.getUint32(at) !== 0x504b0304) continue;
    const name = head.subarray(at + headerSize, at + headerSize + view.getUint16(at + 26, true));
    names.push(new TextDecoder('latin1').decode(name));
  }
  return names;
}
