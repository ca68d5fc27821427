/** What happened to the files, as lines for people and as plain records for machines. */
import { basename } from 'node:path';
export function recordOf(outcome) {
    const base = { file: basename(outcome.path), path: outcome.path, status: outcome.status };
    switch (outcome.status) {
        case 'refused':
            return { ...base, code: outcome.refusal.code, message: outcome.refusal.message };
        case 'failed':
            return { ...base, code: 'bug', message: `${outcome.path}: a bug stopped the reading: ${outcome.error.message}` };
        case 'duplicate':
            return { ...base, same_as: outcome.sameAs };
        case 'unchanged':
            return base;
        case 'stored':
        case 'replaced': {
            const { facts, sections, mentions, tables, findings, pages } = outcome.rows;
            return {
                ...base,
                title: facts.title,
                kind: facts.kind,
                agency: facts.agency,
                fiscal_year: facts.fiscalYear,
                pages: pages.length,
                sections: sections.length - 1,
                tables: tables.length,
                amounts: mentions.length,
                warnings: findings.filter(([, severity]) => severity !== 'info').length,
            };
        }
    }
}
export function fileLine(record) {
    if (record.message !== undefined)
        return `✗ ${record.message}`;
    if (record.status === 'unchanged')
        return `= ${record.file}: unchanged`;
    if (record.status === 'duplicate')
        return `= ${record.file}: the same content as ${record.same_as}`;
    const what = [record.agency ?? 'unknown agency', record.fiscal_year ?? 'unknown year', record.kind].join(' ');
    const replaced = record.status === 'replaced' ? ', replaced' : '';
    const warnings = record.warnings ? `, ${record.warnings} warning${record.warnings === 1 ? '' : 's'}` : '';
    return `✓ ${record.file}: ${what}, ${record.sections} sections,${record.tables ? ` ${record.tables} tables,` : ''} ${record.amounts} amounts${warnings}${replaced}`;
}
export function summaryOf(records) {
    const total = (pick) => records.reduce((sum, record) => sum + pick(record), 0);
    const is = (...statuses) => total(({ status }) => (statuses.includes(status) ? 1 : 0));
    return {
        documents: is('stored', 'replaced'),
        unchanged: is('unchanged', 'duplicate'),
        failed: is('refused', 'failed'),
        sections: total(({ sections }) => sections ?? 0),
        tables: total(({ tables }) => tables ?? 0),
        amounts: total(({ amounts }) => amounts ?? 0),
    };
}
export function summaryLines(summary, leftOut, database) {
    const { documents, unchanged, failed, sections, tables, amounts } = summary;
    const counts = [
        `${documents} documents read`,
        `${sections} sections`,
        `${tables} tables`,
        `${amounts} amounts`,
        `${unchanged} unchanged`,
        `${failed} failed`,
    ];
    const others = [...leftOut].map(([ending, count]) => `${count} ${ending}`).join(', ');
    return [
        '',
        counts.join(' · '),
        ...(others === '' ? [] : [`left out of the folders, not read by this version: ${others}`]),
        ...(documents + unchanged === 0
            ? []
            : [
                `database: ${database}`,
                `try: mingzhang query "select file, text, amount_yuan from v_amount_mention order by amount_yuan desc limit 10" --db ${database}`,
            ]),
    ];
}
