/**
 * What a document says of itself: title, kind, agency, region, year, caliber. All from the content; the file's name is a
 * hint that is compared and reported, because names of published files often lie.
 */
import { yearsIn } from '../../normalizers/fiscal-year.js';
import { compact } from '../../normalizers/fold.js';
import { matchRegion, regionNamesIn } from '../../normalizers/region.js';
import { findAgency } from './agency.js';
import { findCaliber, findKind, kindNames } from './kind.js';
import { printedTitle } from './title.js';
import { findFiscalYear } from './year.js';
/**
 * @param file the file's name, a hint only
 * @param note receives findings: what is unknown, what the file's name says otherwise
 */
export function findDocumentFacts(layout, outline, file, note) {
    const printed = printedTitle(outline);
    const kind = findKind(printed, outline);
    const fiscalYear = findFiscalYear(printed, layout, outline);
    const agency = findAgency(printed, layout, outline);
    const region = regionOf(agency, layout.text);
    const title = printed ?? inferredTitle(agency, fiscalYear, kindNames[kind]);
    const facts = {
        title,
        kind,
        caliber: findCaliber(title),
        agency,
        region: region.path,
        regionCode: region.code,
        fiscalYear,
    };
    report(facts, printed, note);
    compareWithFileName(facts, file, note);
    return facts;
}
function inferredTitle(agency, year, name) {
    return agency === null ? null : `${agency}${year === null ? '' : `${year}年度`}${name}`;
}
/** The division the agency's name begins with; a place the divisions' list does not know stays as printed, without a code. */
function regionOf(agency, text) {
    if (agency === null)
        return { path: null, code: null };
    const match = matchRegion(agency, regionNamesIn(text));
    if (match !== null)
        return { path: match.region.path, code: match.region.code };
    const printed = /^((?:[一-鿿]{2,4}?(?:省|自治区))?(?:[一-鿿]{2,5}?[市州盟])?(?:[一-鿿]{1,5}?[县区旗])?)/.exec(agency)?.[1] ?? '';
    const parts = printed.match(/[一-鿿]+?(?:自治区|[省市州盟县区旗])/g);
    return { path: parts?.join('/') ?? null, code: null };
}
function report(facts, printed, note) {
    if (printed === null && facts.title !== null)
        note({ code: 'title-inferred', message: `no title is printed; called “${facts.title}”`, span: null });
    if (facts.agency === null)
        note({ code: 'agency-unknown', message: 'no agency found as the author', span: null });
    if (facts.fiscalYear === null)
        note({ code: 'year-unknown', message: 'no fiscal year found', span: null });
    if (facts.kind === 'other')
        note({ code: 'kind-unknown', message: 'neither title nor headings tell what kind of report it is', span: null });
    if (facts.regionCode === null) {
        const message = facts.region === null ? 'no place named by the agency' : `“${facts.region}” is not in the list of divisions`;
        note({ code: 'region-unknown', message, span: null });
    }
}
function compareWithFileName(facts, file, note) {
    const name = compact(file.replace(/\.[A-Za-z0-9]{1,5}$/, ''));
    const differ = (what, hint, found) => note({
        code: 'file-name-disagrees',
        message: `${what}: the file name says ${hint}, the document ${found}`,
        span: null,
    });
    const years = yearsIn(name).map(({ year }) => year);
    if (facts.fiscalYear !== null && years.length > 0 && !years.includes(facts.fiscalYear)) {
        differ('year', years.join('、'), String(facts.fiscalYear));
    }
    const hinted = /自评/.test(name)
        ? 'performance_self_evaluation'
        : /决算/.test(name)
            ? 'final_accounts'
            : /预算(?!执行|绩效)/.test(name)
                ? 'budget'
                : null;
    if (hinted !== null && facts.kind !== 'other' && facts.kind !== hinted)
        differ('kind', kindNames[hinted], kindNames[facts.kind]);
    const agency = /[一-鿿]{2,}(?:局|厅|委员会|办公室|街道办事处)/.exec(name)?.[0].replace(/^.*年/, '');
    if (facts.agency !== null &&
        agency !== undefined &&
        !facts.agency.endsWith(agency.slice(-4)) &&
        !name.includes(facts.agency)) {
        differ('agency', agency, facts.agency);
    }
}
