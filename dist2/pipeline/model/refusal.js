export class Refusal extends Error {
    name = 'Refusal';
    code;
    /**
     * @param code permanent, for machines
     * @param message what, where, what to do; one line
     */
    constructor(code, message) {
        super(message);
        this.code = code;
    }
}
/** The code of a Node or SQLite error, or undefined. */
export function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
