import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { packageFile } from './package-file.js';
/** The program's version; stored with every document, so that results tell what made them. */
export function engineVersion() {
    return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile('package.json'), 'utf8'))).version;
}
