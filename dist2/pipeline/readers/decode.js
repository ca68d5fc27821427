/**
 * Bytes → characters, by looking at the bytes: byte-order marks first, then strict UTF-8, then UTF-16 without a mark, then
 * GB18030 (which holds GBK and GB2312). Hard because almost any bytes decode as GB18030: the outcome has to look like Chinese.
 */
import { Refusal } from '../model/refusal.js';
/** A reading with more than this share of unreadable characters is not believed. */
const toleratedDamage = 0.002;
/** GB18030 is believed when at least this share of its Chinese characters are everyday ones. */
const everydayShare = 0.12;
const everyday = new Set('的一是在不有和人这中大为上个国我以要年部门预算决支出收入资金项目单位管理工作情况市区县局万元务安全会政府本及等数用度标绩效');
/**
 * @param bytes the whole file
 * @param file its name, for the message
 * @throws Refusal `empty`, `binary` or `unknown-encoding`
 */
export function decode(bytes, file) {
    const marked = byMark(bytes);
    const decoded = marked ?? strictUtf8(bytes) ?? unmarkedUtf16(bytes) ?? gb18030(bytes) ?? damagedUtf8(bytes);
    if (decoded !== null && !decoded.text.includes('\0')) {
        if (decoded.text.trim() === '')
            throw new Refusal('empty', `${file}: the file holds no text`);
        return decoded;
    }
    if (bytes.subarray(0, 65536).includes(0))
        throw new Refusal('binary', `${file}: binary data, not a text; nothing was read`);
    throw new Refusal('unknown-encoding', `${file}: neither UTF-8, UTF-16 nor GB18030; save it as UTF-8 and try again`);
}
function read(bytes, encoding, fatal) {
    try {
        const text = new TextDecoder(encoding, { fatal }).decode(bytes);
        const undecodable = fatal ? 0 : (text.match(/\ufffd/g)?.length ?? 0);
        return { text, encoding, undecodable };
    }
    catch (error) {
        if (error instanceof TypeError)
            return null;
        throw error;
    }
}
function byMark(bytes) {
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
        return believable(read(bytes, 'utf-8', false));
    if (bytes[0] === 0xff && bytes[1] === 0xfe)
        return believable(read(bytes, 'utf-16le', false));
    if (bytes[0] === 0xfe && bytes[1] === 0xff)
        return believable(read(bytes, 'utf-16be', false));
    return null;
}
function strictUtf8(bytes) {
    const decoded = read(bytes, 'utf-8', true);
    return decoded?.text.includes('\0') ? null : decoded;
}
const damagedUtf8 = (bytes) => believable(read(bytes, 'utf-8', false));
function believable(decoded) {
    return decoded !== null && decoded.undecodable <= decoded.text.length * toleratedDamage ? decoded : null;
}
/** Chinese UTF-16 without a mark: an even length, line ends as 0A 00 or 00 0A, and a text that looks Chinese. */
function unmarkedUtf16(bytes) {
    if (bytes.length % 2 !== 0)
        return null;
    const little = read(bytes, 'utf-16le', true);
    if (little !== null && looksChinese(little.text))
        return little;
    const big = read(bytes, 'utf-16be', true);
    return big !== null && looksChinese(big.text) ? big : null;
}
function gb18030(bytes) {
    const decoded = believable(read(bytes, 'gb18030', false));
    return decoded !== null && looksChinese(decoded.text) ? decoded : null;
}
/** Judged by the first part of the text: enough everyday characters, few that no report holds. */
function looksChinese(text) {
    let han = 0;
    let known = 0;
    let odd = 0;
    for (const sign of text.slice(0, 20000)) {
        const code = sign.codePointAt(0) ?? 0;
        if (code >= 0x4e00 && code <= 0x9fff) {
            han++;
            if (everyday.has(sign))
                known++;
        }
        else if (code < 9 || (code > 13 && code < 32) || (code >= 0xe000 && code < 0xf900) || code > 0xffff)
            odd++;
    }
    return han >= 2 && known >= han * everydayShare && odd <= han * 0.02;
}
