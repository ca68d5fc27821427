const starts = [
    ['zip', [0x50, 0x4b, 0x03, 0x04]],
    ['compound', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['image', [0x89, 0x50, 0x4e, 0x47]],
    ['image', [0xff, 0xd8, 0xff]],
    ['image', [0x47, 0x49, 0x46, 0x38]],
    ['image', [0x49, 0x49, 0x2a, 0x00]],
    ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];
/** Byte-order mark, XML declaration and comments (“saved from url …”) may stand before the first tag. */
const webPage = /^(?:\s|\xef\xbb\xbf|<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->)*<(?:!doctype html|html|head|meta|title|body|table|div)\b/i;
/**
 * @param bytes the file, or its first few kilobytes
 * @returns `pdf` also where junk stands before the header (ISO 32000 lets it stand within the first 1024 bytes);
 *   `text` for whatever has no signature
 */
export function fileType(bytes) {
    for (const [type, signature] of starts)
        if (signature.every((byte, i) => bytes[i] === byte))
            return type;
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
    if (head.includes('%PDF-'))
        return 'pdf';
    return webPage.test(head) ? 'html' : 'text';
}
