/** Every tolerance of the table geometry, in points on the page. */
export interface GridSettings {
  /** Rulings this near are one: doubled lines, pieces drawn apart (doubled rules stand 1–3 pt apart, rows at least 8 pt). */
  readonly snap: number;
  /** Pieces of one ruling may leave this much open between them: dashes, corners a hair short. */
  readonly join: number;
  /** A ruling may end this short of another and still meet it. */
  readonly reach: number;
  /** Share of a cell's side that must be ruled to part it from its neighbour. */
  readonly ruledShare: number;
  /** Horizontal rules reaching this far beyond the outermost vertical ones mean a missing outer border. */
  readonly missingBorder: number;
}

export const gridSettings: GridSettings = { snap: 3, join: 4, reach: 4, ruledShare: 0.6, missingBorder: 12 };
