/** Tolerances of laying out printed pages. */
export interface PageLayoutSettings {
  /** Page numbers and running heads stand within this share of the page's height from its top or bottom. */
  readonly margin: number;
  /** A running head stands on at least this many pages. */
  readonly headPages: number;
  /** Lines that begin this many columns right of the prose are centred or set to the right: no part of a paragraph. */
  readonly indent: number;
  /** Lines farther apart than this many usual line distances are apart on purpose. */
  readonly apart: number;
  /** Column borders of a table and its continuation differ by at most this, in points, after shifting to the same left edge. */
  readonly sameBorder: number;
  /** A table that ends above this share of the page's height goes on overleaf only when its header is repeated there. */
  readonly tableEnd: number;
}

export const pageLayoutSettings: PageLayoutSettings = {
  margin: 0.14,
  headPages: 3,
  indent: 12,
  apart: 1.75,
  sameBorder: 5,
  tableEnd: 0.55,
};
