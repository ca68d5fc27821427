/** `npm run build:browser`. */
import { packageFile } from '../package-file.ts';
import { bundle } from './bundle.ts';

await bundle(packageFile('dist/browser'));
