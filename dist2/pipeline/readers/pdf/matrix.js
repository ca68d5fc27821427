export const identity = [1, 0, 0, 1, 0, 0];
/** First `inner`, then `outer`. */
export function multiply(outer, inner) {
    const [a, b, c, d, e, f] = outer;
    const [p, q, r, s, t, u] = inner;
    return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
export function transform([a, b, c, d, e, f], x, y) {
    return [a * x + c * y + e, b * x + d * y + f];
}
/** The matrix in an operator's arguments; engines give arrays, typed arrays, or objects with numbered members. */
export function toMatrix(values) {
    return [values[0] ?? 1, values[1] ?? 0, values[2] ?? 0, values[3] ?? 1, values[4] ?? 0, values[5] ?? 0];
}
