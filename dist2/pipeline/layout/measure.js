/** Prose has clauses; cells of flattened tables and headings mostly have none. */
const clause = /[，。；、]/;
/**
 * The line length that prose was broken at, if it was: extracted PDFs break every line at one measure, texts from Word
 * leave a paragraph on one line.
 * @returns the measure in columns, or null when lines are paragraphs
 */
export function measureOf(lines, settings) {
    const prose = lines.filter((line) => !line.columned && clause.test(line.text)).map((line) => line.width);
    const counts = [];
    for (const width of prose)
        counts[width] = (counts[width] ?? 0) + 1;
    let best = 0;
    let widest = 0;
    for (let width = settings.narrowestMeasure; width < counts.length; width++) {
        let within = 0;
        for (let w = width - settings.measureSpread; w <= width; w++)
            within += counts[w] ?? 0;
        if (within > best) {
            best = within;
            widest = width;
        }
    }
    const longer = prose.filter((width) => width > widest + settings.measureSpread).length;
    const wrapped = best >= settings.fewestLines &&
        best >= prose.length * settings.wrappedShare &&
        longer <= prose.length * settings.longerShare;
    return wrapped ? commonest(counts, widest - settings.measureSpread, widest) : null;
}
function commonest(counts, from, to) {
    let width = to;
    for (let w = Math.max(0, from); w <= to; w++)
        if ((counts[w] ?? 0) > (counts[width] ?? 0))
            width = w;
    return width;
}
