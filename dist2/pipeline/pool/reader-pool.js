/**
 * Threads that read documents, so that a document that takes too long or too much memory is ended without the others noticing.
 * A thread is started when it is first needed and kept for the next document; one that was ended is replaced.
 */
import { Worker } from 'node:worker_threads';
import { errorCode, Refusal } from '../model/refusal.js';
export class ReaderPool {
    #options;
    #idle = [];
    constructor(options) {
        this.#options = options;
    }
    /**
     * Reads one document in a thread of its own; as many run at once as are asked for.
     * @throws Refusal when the document is not readable, or takes more time or memory than it may
     */
    async read(source) {
        const worker = this.#idle.pop() ?? this.#start();
        const answer = await this.#ask(worker, source);
        if (answer.kind === 'rows')
            return answer.rows;
        if (answer.kind === 'refused')
            throw new Refusal(answer.code, answer.message);
        const bug = new Error(answer.message);
        bug.stack = answer.stack;
        throw bug;
    }
    /** Ends all threads. */
    async close() {
        await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
    }
    #start() {
        const entry = new URL(`./document-worker.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url);
        return new Worker(entry, { resourceLimits: { maxOldGenerationSizeMb: this.#options.maxMemory } });
    }
    #ask(worker, source) {
        const { timeout, maxMemory, ...options } = this.#options;
        return new Promise((resolve, reject) => {
            const settle = (end, reuse) => {
                clearTimeout(timer);
                worker.off('message', onMessage);
                worker.off('error', onError);
                worker.off('exit', onExit);
                if (reuse)
                    this.#idle.push(worker);
                else
                    void worker.terminate();
                end();
            };
            const refuse = (code, words) => settle(() => reject(new Refusal(code, `${source.path}: ${words}`)), false);
            const onMessage = (answer) => settle(() => resolve(answer), true);
            const onError = (error) => {
                if (errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY') {
                    refuse('too-hungry', `not read within ${maxMemory} MB of memory; raise the limit with --max-memory`);
                }
                else
                    settle(() => reject(error), false);
            };
            const onExit = (status) => settle(() => reject(new Error(`the reading thread ended with status ${status}`)), false);
            const timer = setTimeout(() => refuse('too-slow', `not read within ${timeout} seconds; raise the limit with --timeout`), timeout * 1000);
            worker.on('message', onMessage);
            worker.on('error', onError);
            worker.on('exit', onExit);
            const question = { source, options };
            worker.postMessage(question);
        });
    }
}
