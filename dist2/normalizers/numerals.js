/**
 * @param words Arabic digits with or without thousands separators and decimals, as `1,234.56`
 * @returns the number, or null when it is not one (`1,23`, `1.2.3`)
 */
export function readArabic(words) {
    const match = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(words);
    if (match === null)
        return null;
    const fraction = match[2] ?? '';
    const exponent = 0 - fraction.length;
    return { digits: BigInt((match[1] ?? '').replaceAll(',', '') + fraction), exponent, place: exponent };
}
const everyday = {
    〇: '零',
    两: '二',
    壹: '一',
    贰: '二',
    叁: '三',
    肆: '四',
    伍: '五',
    陆: '六',
    柒: '七',
    捌: '八',
    玖: '九',
    拾: '十',
    佰: '百',
    仟: '千',
    萬: '万',
    億: '亿',
};
/** What a scale multiplies by, as a power of ten. */
export const scalePowers = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
const digitOf = (sign) => BigInt('零一二三四五六七八九'.indexOf(sign ?? '零'));
/** Below 万: 千, 百, 十, ones. A lone digit after a skipped place needs its 零: 三百五 might be 350 or 305, so it is null. */
function readGroup(words) {
    const d = '[一二三四五六七八九]';
    const shape = new RegExp(`^(?:(${d})千)?(?:零?(${d})百)?(?:零?(${d})十)?(?:(零)?(${d}))?$`);
    const match = shape.exec(words.startsWith('十') ? `一${words}` : words);
    if (match === null || words === '' || words === '零')
        return words === '零' ? { value: 0n, place: 0 } : null;
    const [, thousand, hundred, ten, zero, one] = match;
    const skipsTens = one !== undefined && ten === undefined && (thousand !== undefined || hundred !== undefined);
    if (skipsTens && zero === undefined)
        return null;
    const place = one !== undefined ? 0 : ten !== undefined ? 1 : hundred !== undefined ? 2 : 3;
    return { value: digitOf(thousand) * 1000n + digitOf(hundred) * 100n + digitOf(ten) * 10n + digitOf(one), place };
}
/** Cuts at the last 亿, then at the last 万, and reads what stands on either side. */
function readScaled(words, scales) {
    const [scale, ...smaller] = scales;
    if (scale === undefined)
        return readGroup(words);
    const [sign, power] = scale;
    const at = words.lastIndexOf(sign);
    if (at < 0)
        return readScaled(words, smaller);
    const high = readScaled(words.slice(0, at), smaller);
    if (high === null || high.value === 0n)
        return null;
    const rest = words.slice(at + 1);
    const shifted = high.value * 10n ** BigInt(power);
    if (rest === '')
        return { value: shifted, place: high.place + power };
    if (/^[一二三四五六七八九]$/.test(rest))
        return null;
    const low = readScaled(/^零[^零]/.test(rest) ? rest.slice(1) : rest, smaller);
    return low === null ? null : { value: shifted + low.value, place: low.place };
}
/** 三点五万, 一百二十点零五: a point, digits, and one scale for both sides of it. */
function readPointed(words) {
    const match = /^([^点万亿]+|[^点]+(?=点[^万亿]+$))点([零一二三四五六七八九]+)([百千万亿]|万亿)?$/.exec(words);
    const whole = match === null ? null : readHan(match[1] ?? '');
    if (match === null || whole === null)
        return null;
    const fraction = [...(match[2] ?? '')].map((sign) => String(digitOf(sign))).join('');
    const power = [...(match[3] ?? '')].reduce((sum, sign) => sum + (scalePowers[sign] ?? 0), 0);
    const exponent = power - fraction.length;
    return { digits: whole.digits * 10n ** BigInt(fraction.length) + BigInt(fraction), exponent, place: exponent };
}
/**
 * Chinese numerals, everyday and financial (三万五千, 贰拾万, 十二, 一亿零五百万, 三点五万), or digits alone (二〇二三).
 * @returns the number, or null for what is none or leaves its amount open (百, 万, 三万五)
 */
export function readHan(words) {
    const plain = [...words].map((sign) => everyday[sign] ?? sign).join('');
    if (/^[零一二三四五六七八九]{2,}$/.test(plain)) {
        return { digits: BigInt([...plain].map((sign) => String(digitOf(sign))).join('')), exponent: 0, place: 0 };
    }
    if (plain.includes('点'))
        return readPointed(plain);
    const part = readScaled(plain, [
        ['亿', 8],
        ['万', 4],
    ]);
    return part === null ? null : { digits: part.value, exponent: 0, place: part.place };
}
