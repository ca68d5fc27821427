/** A thread that reads one document at a time: bytes in, rows or a refusal out. It may be ended at any moment; it holds nothing. */
import { parentPort } from 'node:worker_threads';
import { rowsOf } from '../../db/rows.js';
import { Refusal } from '../model/refusal.js';
import { readDocument } from '../run.js';
parentPort?.on('message', (question) => {
    void answer(question).then((reply) => parentPort?.postMessage(reply));
});
async function answer({ source, options }) {
    try {
        return { kind: 'rows', rows: rowsOf(await readDocument(source, options)) };
    }
    catch (error) {
        if (error instanceof Refusal)
            return { kind: 'refused', code: error.code, message: error.message };
        return { kind: 'failed', message: String(error), stack: error instanceof Error ? (error.stack ?? '') : '' };
    }
}
