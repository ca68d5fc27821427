/** Every tolerance of the text layout, in printed columns (a Chinese character takes two) or in lines. */
export interface TextLayoutSettings {
  /** A measure narrower than this is a table column, not prose (cells of flattened tables are 18–22 wide). */
  readonly narrowestMeasure: number;
  /** Lines of one measure differ by this much: Latin words, numbers and hanging marks cannot be broken. */
  readonly measureSpread: number;
  /** Lines and share of the prose lines that must lie within the spread for a text to be hard-wrapped. */
  readonly fewestLines: number;
  readonly wrappedShare: number;
  /** Share of the prose lines that may be longer than the measure: cells of wide tables that hold clauses. */
  readonly longerShare: number;
  /** A line this much short of the measure still counts as full. */
  readonly fullSlack: number;
  /** A line's end lies this much before the measure even when nothing more fitted: blanks and digits print narrower. */
  readonly ragged: number;
  /** Lines a page holds, at least and at most, where pages begin with a lone blank. */
  readonly pageLines: readonly [number, number];
  /** A running head stands on at least this many pages. */
  readonly headPages: number;
  /** A printed page number differs from the page's ordinal by at most this: covers and annexes are left out of the text. */
  readonly pageNumberShift: number;
}

export const textLayoutSettings: TextLayoutSettings = {
  narrowestMeasure: 40,
  measureSpread: 8,
  fewestLines: 8,
  wrappedShare: 0.3,
  longerShare: 0.15,
  fullSlack: 7,
  ragged: 1,
  pageLines: [3, 80],
  headPages: 3,
  pageNumberShift: 10,
};
