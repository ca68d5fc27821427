/**
 * A printed place name → the administrative division it means (GB/T 2260 codes, from normalizers/vocab/regions.csv).
 * Hard because county names repeat (鼓楼区 four times) and reports leave out the province, sometimes the city.
 */
import { z } from 'zod';
import { readVocabulary } from './vocab/read.js';
let divisions;
function load() {
    const rows = readVocabulary('regions.csv', z.object({ code: z.string().regex(/^\d{6}$/), name: z.string().min(2) }));
    const list = rows.map(({ code, name }) => ({ code, name, names: namesOf(code, name) }));
    const byName = new Map();
    for (const division of list) {
        for (const name of division.names)
            byName.set(name, [...(byName.get(name) ?? []), division]);
    }
    return { byCode: new Map(list.map((division) => [division.code, division])), byName };
}
/** Provinces and regions are also printed short: 四川, 内蒙古, 广西; cities and counties are not. */
function namesOf(code, name) {
    if (!code.endsWith('0000'))
        return [name];
    const short = name.replace(/(?:维吾尔|壮族|回族)?自治区$|特别行政区$|[省市]$/, '');
    return name === short || name.endsWith('市') ? [name] : [name, short];
}
const levelOf = (code) => (code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3);
function within(code, parent) {
    return parent.endsWith('0000') ? code.startsWith(parent.slice(0, 2)) : code.startsWith(parent.slice(0, 4));
}
/**
 * The division that a name or an agency's name begins with.
 * @param text as `永州市应急管理局`, `自贡市贡井区`, `四川省攀枝花市仁和区应急管理局`
 * @param context names that occur around it and may decide between counties of one name
 * @returns the innermost division, or null when none is named or the name is shared and nothing decides
 */
export function matchRegion(text, context = new Set()) {
    divisions ??= load();
    const found = [];
    let at = 0;
    for (;;) {
        const outer = found.at(-1);
        const next = longestAt(text, at, outer?.code ?? null, divisions, context);
        if (next === null)
            break;
        found.push(next.division);
        at += next.length;
    }
    const inner = found.at(-1);
    return inner === undefined ? null : { region: regionOf(inner, divisions), length: at };
}
function longestAt(text, at, outer, { byName, byCode }, context) {
    for (let length = Math.min(15, text.length - at); length >= 2; length--) {
        const named = byName.get(text.slice(at, at + length)) ?? [];
        const inside = named.filter(({ code }) => outer === null || (within(code, outer) && levelOf(code) > levelOf(outer)));
        const decided = inside.length <= 1
            ? inside
            : inside.filter((one) => parentsOf(one, byCode).some((p) => p.names.some((n) => context.has(n))));
        const [division, ...rest] = decided;
        if (division !== undefined && rest.length === 0)
            return { division, length };
    }
    return null;
}
function parentsOf({ code }, byCode) {
    const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`].filter((parent) => parent !== code);
    return codes.flatMap((parent) => byCode.get(parent) ?? []);
}
function regionOf(division, { byCode }) {
    const names = [...new Set([...parentsOf(division, byCode), division].map((one) => one.name))];
    return { code: division.code, path: names.join('/') };
}
/** Names of provinces and cities that a text holds: what may decide between counties of one name. */
export function regionNamesIn(text) {
    divisions ??= load();
    const names = [...divisions.byName.entries()].filter(([, list]) => list.some(({ code }) => levelOf(code) < 3));
    return new Set(names.flatMap(([name]) => (text.includes(name) ? [name] : [])));
}
