/**
 * The words of one money expression → exact fen. What comes in is the print of an amount and nothing else
 * (“1,052.29 万元”, “50余万元”, “5万4千元”, “贰拾万元整”, “3至5万元”, “-12.5万元”, “558.08万元万元”); where an amount begins
 * and ends in running text is found by extractors/amounts, with the patterns below.
 */
import { toFen } from '../pipeline/model/money.js';
import { fold } from './fold.js';
import { readArabic, readHan, scalePowers } from './numerals.js';
/** Quantifiers are bounded, so that no text, however odd, makes a search slow. */
const gap = String.raw `\s{0,4}`;
const arabic = String.raw `(?:\d{1,3}(?:,\d{3}){1,7}(?!\d)|\d{1,24})(?:\.\d{1,12})?`;
const han = '[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億]';
const scale = '(?:万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百)';
const about = '(?:余|多|来)';
const coins = String.raw `(?:${gap}\d${gap}角(?:${gap}\d${gap}分)?)?`;
const hanCoins = '(?:[一二三四五六七八九壹贰叁肆伍陆柒捌玖]角(?:[一二三四五六七八九壹贰叁肆伍陆柒捌玖]分)?)?';
/** A doubled unit and 整; not 元旦 or 元月, not 整改, 整村推进 or 正在, which begin the next word. */
const closing = `(?:${gap}(?:万元|亿元|元(?![旦宵月])))*(?:${gap}(?:整(?![个体套治合理改修年月日村县乡镇区车顿编齐装洁建])|正(?![在确向规式常])))?`;
/** Arabic digits up to 元, on folded words; scales and digits may alternate (3亿5000万元), units may be doubled. */
export const arabicAmount = String.raw `(?<!\d)${arabic}${gap}${about}?${gap}(?:${scale}${gap}${about}?${gap}(?:${arabic}${gap}${scale}${gap}){0,3}(?:${arabic}${gap})?)?元${coins}${closing}`;
/** A bracketed number before its unit: negative, as accountants print it. */
export const bracketedAmount = String.raw `\(${gap}-?${gap}${arabic}${gap}\)${gap}${scale}?${gap}元`;
/** Chinese numerals up to 元: 三万元, 五十余万元, 三点五万元. */
export const hanAmount = `(?<!${han})${han}{1,32}(?:点${han}{1,12})?(?:${about}[万亿]?)?元${hanCoins}${closing}`;
/** An amount whose 元 is left out: 3.57亿. Only words around it can tell that it is money. */
export const bareAmount = String.raw `(?<!\d)${arabic}${gap}${about}?${gap}(?:万亿|亿|千万|百万|万)`;
/** The lower end of a range whose unit stands only at the upper end, or at both: 3至, 3万—. */
export const rangeStart = `(?:${arabic}|${han}{1,6})${gap}${scale}?${gap}元?${gap}(?:至|到|-|~|—{1,2}|–)${gap}`;
/** 三至五万元, 十万至二十万元: the lower end takes the scale of the upper one where it has none. */
const hanRangeShape = new RegExp(`^(${han}+)元?(?:至|到|-|~|—{1,2}|–)${han}*?([万亿]?)元`);
/**
 * @param words the print of one amount, any width and spacing; of a range, the lower end is read
 * @returns fen with the printed precision, or null when the words are no amount
 */
export function readMoney(words) {
    let plain = fold(words).replace(/\s+/g, '');
    const negative = /^(?:-|负)/.test(plain) || /^\(-?[\d.,]+\)/.test(plain);
    plain = plain.replace(/^(?:-|负)/, '').replace(/^\(-?([\d.,]+)\)/, '$1');
    const range = /^([\d.,]+)([十百千万亿]*)元?(?:至|到|-|~|—{1,2}|–)[\d.,]+([十百千万亿]*)元/.exec(plain);
    if (range !== null)
        plain = `${range[1]}${range[2] || range[3]}元`;
    const hanRange = hanRangeShape.exec(plain);
    if (hanRange !== null)
        plain = `${hanRange[1]}${/[万亿]$/.test(hanRange[1] ?? '') ? '' : (hanRange[2] ?? '')}元`;
    const approximate = /余|多|来/.test(plain);
    plain = plain.replace(/[余多来]/g, '').replace(/[整正]$/, '');
    const parts = /^([^元]*)(?:元(?:万元|亿元|元)*(?:(.)角(?:(.)分)?)?)?$/.exec(plain);
    const yuan = parts?.[1];
    if (yuan === undefined)
        return null;
    const whole = /^\d/.test(yuan) ? readMixed(yuan) : readHan(yuan);
    if (whole === null)
        return null;
    return moneyOf(whole, smallCoins(parts?.[2], parts?.[3]), negative, approximate);
}
/** 5万4千, 3亿5000万, 1052.29万: digits and scales in turn, the scales falling. */
function readMixed(words) {
    const pieces = [...words.matchAll(/([\d.,]+)([十百千万亿]*)/g)];
    if (pieces.map((piece) => piece[0]).join('') !== words)
        return null;
    let digits = 0n;
    let exponent = 0;
    let place = 0;
    let ceiling = Number.POSITIVE_INFINITY;
    for (const [, figure = '', scales = ''] of pieces) {
        const number = readArabic(figure);
        if (number === null)
            return null;
        const power = [...scales].reduce((sum, sign) => sum + (scalePowers[sign] ?? 0), 0);
        if (power >= ceiling)
            return null;
        ceiling = power;
        const at = number.exponent + power;
        const low = Math.min(exponent, at);
        digits = digits * 10n ** BigInt(exponent - low) + number.digits * 10n ** BigInt(at - low);
        exponent = low;
        place = number.place + power;
    }
    return { digits, exponent, place };
}
function smallCoins(jiao, fen) {
    if (jiao === undefined)
        return null;
    const tens = coin(jiao);
    const ones = fen === undefined ? 0n : coin(fen);
    return tens === null || ones === null ? null : { fen: tens * 10n + ones, place: fen === undefined ? -1 : -2 };
}
function coin(sign) {
    return (/^\d$/.test(sign) ? readArabic(sign) : readHan(sign))?.digits ?? null;
}
/** SQLite's largest integer: beyond it no amount can be kept. */
const largestFen = 2n ** 63n - 1n;
/** Rounds half up to a fen where the print is finer than that, and says so. */
function moneyOf(yuan, coins, negative, approximate) {
    const shift = yuan.exponent + 2;
    const unit = 10n ** BigInt(Math.abs(shift));
    const size = shift >= 0 ? yuan.digits * unit : (yuan.digits + unit / 2n) / unit;
    const exact = shift >= 0 || yuan.digits % unit === 0n;
    const fen = size + (coins?.fen ?? 0n);
    if (fen > largestFen)
        return null;
    return { fen: toFen(negative ? -fen : fen), place: coins?.place ?? yuan.place, approximate, exact };
}
