/**
 * A value together with the places in the print that it was read from.
 * There is no way to make one out of a bare value: only `mint` starts from spans, and only Passage and the readers
 * call it (test/house.test.ts watches that). Everything else maps or joins, so the places travel with the value.
 */
export class Sourced {
    #value;
    #spans;
    constructor(value, spans) {
        this.#value = value;
        this.#spans = spans;
    }
    /**
     * The words at a place.
     * @param text the printed words
     * @param spans where they stand, in reading order
     */
    static mint(text, spans) {
        return new Sourced(text, spans);
    }
    /**
     * One value read from several places, as an amount is from its cell and from the table's unit line.
     * @param parts at least one sourced part
     * @param read makes the value out of the parts' values
     */
    static join(parts, read) {
        const [first, ...rest] = parts;
        const spans = [first.spans[0], ...first.spans.slice(1), ...rest.flatMap((part) => [...part.spans])];
        return new Sourced(read(parts.map((part) => part.value)), spans);
    }
    get value() {
        return this.#value;
    }
    get spans() {
        return this.#spans;
    }
    /** The same places, with another reading of them. */
    map(read) {
        return new Sourced(read(this.#value), this.#spans);
    }
}
