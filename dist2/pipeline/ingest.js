/**
 * Many files → one database. Files are read ahead of the reading of documents, by a few; documents are stored in the order of
 * the files, so that the same input gives the same database. A bad file is one line and the next goes on.
 */
import { basename } from 'node:path';
import PQueue from 'p-queue';
import { Refusal } from './model/refusal.js';
import { readSource } from './readers/read-source.js';
/** Files whose bytes may wait in memory. */
const readAhead = 4;
/**
 * @param files absolute paths
 * @param writer where documents go
 * @yields one outcome a file, in the order of the files; another for a copy that was left out because of a file whose content
 *   changed later in the same batch: it is read again at the end
 * @throws Refusal when the database itself cannot be used any more: what was stored until then is whole
 */
export async function* ingest(files, writer, options) {
    const copies = new Map();
    const again = [];
    for await (const { path, source } of inOrder(files, options.maxBytes)) {
        const outcome = source instanceof Refusal ? refuse(path, source, writer) : await storeOne(source, writer, options);
        if (outcome.status === 'duplicate')
            copies.set(outcome.sameAs, [...(copies.get(outcome.sameAs) ?? []), path]);
        if (outcome.status === 'replaced')
            again.push(...(copies.get(path) ?? []));
        yield outcome;
    }
    if (again.length > 0)
        yield* ingest(again, writer, options);
}
async function* inOrder(files, maxBytes) {
    const queue = new PQueue({ concurrency: readAhead });
    const waiting = [];
    const open = async (path) => {
        try {
            return { path, source: await readSource(path, maxBytes) };
        }
        catch (error) {
            if (error instanceof Refusal)
                return { path, source: error };
            throw error;
        }
    };
    let next = 0;
    while (next < files.length || waiting.length > 0) {
        for (; waiting.length < readAhead && next < files.length; next++) {
            const path = files[next] ?? '';
            waiting.push(queue.add(() => open(path)));
        }
        const first = waiting.shift();
        if (first !== undefined)
            yield await first;
    }
}
async function storeOne(source, writer, options) {
    const { path } = source;
    const standing = writer.standingOf(source);
    if (standing === 'unchanged' || typeof standing === 'object') {
        writer.forgetFailure(path);
        return standing === 'unchanged'
            ? { status: 'unchanged', path }
            : { status: 'duplicate', path, sameAs: standing.sameAs };
    }
    let rows;
    try {
        rows = await options.read(source);
    }
    catch (error) {
        return error instanceof Refusal ? refuse(path, error, writer) : fail(path, error, writer);
    }
    try {
        writer.store(source, rows);
    }
    catch (error) {
        if (error instanceof Refusal)
            throw error;
        return fail(path, error, writer);
    }
    return { status: standing === 'changed' ? 'replaced' : 'stored', path, rows };
}
/** A bug met in one document: the others can still be read. */
function fail(path, thrown, writer) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const message = `${path}: a bug stopped the reading: ${error.message}`;
    writer.storeFailure({ path, file: basename(path) }, { code: 'bug', message });
    return { status: 'failed', path, error };
}
function refuse(path, refusal, writer) {
    if (refusal.code !== 'missing')
        writer.storeFailure({ path, file: basename(path) }, refusal);
    return { status: 'refused', path, refusal };
}
