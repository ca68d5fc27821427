/**
 * The smallest range that covers all spans of a value.
 * @param spans places in reading order
 * @returns first start, last end, page of the first
 */
export function coverOf(spans) {
    const last = spans[spans.length - 1] ?? spans[0];
    return { start: spans[0].start, end: last.end, page: spans[0].page };
}
