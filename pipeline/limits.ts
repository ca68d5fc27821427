/** Reports beyond this many bytes are refused unless the user raises the limit; the longest seen are under 2 MB of text. */
export const defaultMaxBytes = 64 * 1024 * 1024;

/** Seconds one document may take; the longest PDF seen, of 262 pages, takes about four. */
export const defaultTimeout = 120;

/** Seconds one document may take when its pages are recognized; a page takes two to eight. */
export const recognitionTimeout = 3600;

/** Megabytes of heap one document may need. */
export const defaultMaxMemory = 1024;

/** Seconds one query may take. */
export const defaultQueryTimeout = 60;

/** Seconds to wait for another process that is using the database: a night's work is not given up for a moment's lock. */
export const defaultWait = 30;
