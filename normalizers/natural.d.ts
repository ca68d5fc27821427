/** The one submodule of natural in use: the package as a whole loads database clients. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** @returns likeness between 0 and 1 */
  export default function JaroWinkler(a: string, b: string): number;
}
