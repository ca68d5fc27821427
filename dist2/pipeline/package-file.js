import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
let root;
/**
 * The path of a file that ships with the package (schema, views, vocabulary), from source and from dist alike.
 * @param path relative to the package's root
 */
export function packageFile(path) {
    if (root === undefined) {
        root = dirname(fileURLToPath(import.meta.url));
        while (!existsSync(join(root, 'package.json')))
            root = dirname(root);
    }
    return join(root, path);
}
