/** The text of the vocabulary files, as they ship with the package. What is bundled for browsers carries them in place of this module. */
import { readFileSync } from 'node:fs';
import { packageFile } from '../../pipeline/package-file.ts';

/** @param name file name in normalizers/vocab, as `regions.csv` */
export const shelfText = (name: string): string => readFileSync(packageFile(`normalizers/vocab/${name}`), 'utf8');
