/** Reports beyond this many bytes are refused unless the user raises the limit; the longest seen are under 2 MB of text. */
export const defaultMaxBytes = 64 * 1024 * 1024;
