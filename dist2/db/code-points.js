/** Offsets in UTF-16 units → offsets in Unicode code points, which SQLite's substr and most other languages count in. */
const surrogate = /[\ud800-\udbff][\udc00-\udfff]/g;
/**
 * @param text the document's text
 * @returns a function from a UTF-16 offset in it to a code-point offset; the same number where no character needs two units
 */
export function codePointOffsets(text) {
    const pairs = [...text.matchAll(surrogate)].map((match) => match.index);
    if (pairs.length === 0)
        return (offset) => offset;
    return (offset) => {
        let low = 0;
        let high = pairs.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((pairs[middle] ?? 0) < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return offset - low;
    };
}
