/** The ways `mingzhang check` tells what it found: for a person, for a program, for a page. */
import type { Audit, AuditedCheck } from '../model/audit.ts';

type Format = (audits: readonly Audit[], lang: string) => string;

export const checkFormats: Readonly<Record<string, Format>> = {
  table: (audits, lang) => audits.map((audit) => asText(audit, lang)).join('\n\n'),
  json: (audits, lang) =>
    JSON.stringify(
      audits.map((audit) => asRecord(audit, lang)),
      null,
      1,
    ),
  sarif: (audits, lang) => JSON.stringify(asSarif(audits, lang), null, 1),
  html: asHtml,
};

/** Operands printed with a contradiction; a sum of forty rows is not told row by row. */
const operandsTold = 6;

const words = (check: AuditedCheck, lang: string) => (lang === 'en' ? check.english : check.message);
const failures = ({ checks }: Audit) => checks.filter(({ status }) => status === 'fail');

function placeOf({ page, box }: AuditedCheck['operands'][number]): string {
  const at = box === null ? '' : ` (${[box.x0, box.y0, box.x1, box.y1].map((n) => n.toFixed(0)).join(' ')})`;
  return `${page === null ? '' : `p${page}`}${at}`;
}

function summary({ figures, checked, checks }: Audit, lang: string): string {
  if (figures === 0 && checks.length === 0)
    return lang === 'en'
      ? 'no figure was read, nothing to check; mingzhang show says why'
      : '没有读出任何数，无可核对；原因见 mingzhang show';
  const count = (status: string) => checks.filter((check) => check.status === status).length;
  const share = figures === 0 ? 0 : Math.round((100 * checked) / figures);
  return lang === 'en'
    ? `${count('pass')} checks passed, ${count('fail')} failed, ${count('skipped')} skipped; ${checked} of ${figures} figures (${share} %) took part`
    : `核对${checks.length}项，相符${count('pass')}，矛盾${count('fail')}，未能核对${count('skipped')}；${figures}个数中有${checked}个（${share}%）参加了核对`;
}

function asText(audit: Audit, lang: string): string {
  const lines = failures(audit).flatMap((check) => [
    `✗ ${check.rule}${check.page === null ? '' : `  p${check.page}`}  ${words(check, lang)}`,
    ...check.operands.slice(0, operandsTold).map((operand) => `    ${placeOf(operand)}  ${operand.quote}`),
    ...(check.operands.length === 0 && check.quote !== null ? [`    ${check.quote}`] : []),
  ]);
  return [`${audit.file}${lang === 'en' ? ': ' : '：'}${summary(audit, lang)}`, ...lines].join('\n');
}

function asRecord({ checks, ...audit }: Audit, lang: string) {
  return {
    ...audit,
    checks: checks.map(({ english, message, operands, ...check }) => ({
      ...{ ...check, message: lang === 'en' ? english : message },
      operands: operands.map((operand) => ({ quote: operand.quote, place: placeOf(operand) })),
    })),
  };
}

/** SARIF 2.1.0 (OASIS), for programs that show findings beside the file. */
function asSarif(audits: readonly Audit[], lang: string) {
  const rules = [...new Set(audits.flatMap(({ checks }) => checks.map(({ rule }) => rule)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mingzhang', rules: rules.map((id) => ({ id })) } },
        results: audits.flatMap((audit) => failures(audit).map((check) => sarifResult(audit.file, check, lang))),
      },
    ],
  };
}

function sarifResult(file: string, check: AuditedCheck, lang: string) {
  const artifactLocation = { uri: encodeURIComponent(file) };
  return {
    ruleId: check.rule,
    level: check.severity === 'error' ? 'error' : 'warning',
    message: { text: words(check, lang) },
    locations: [
      {
        physicalLocation: { artifactLocation },
        ...(check.page === null ? {} : { logicalLocations: [{ name: `page ${check.page}` }] }),
      },
    ],
    properties: { quote: check.quote },
  };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function asHtml(audits: readonly Audit[], lang: string): string {
  const row = (check: AuditedCheck) =>
    [
      check.rule,
      String(check.page ?? ''),
      words(check, lang),
      check.operands.map(placeOf).join('; '),
      check.quote ?? '',
    ]
      .map((cell) => `<td>${escaped(cell)}</td>`)
      .join('');
  const body = audits.map(
    (audit) =>
      `<h2>${escaped(audit.file)}</h2><p>${escaped(summary(audit, lang))}</p><table>${failures(audit)
        .map((check) => `<tr>${row(check)}</tr>`)
        .join('')}</table>`,
  );
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>mingzhang</title><style>body{font-family:sans-serif}td{border-bottom:1px solid #ccc;padding:.3em;vertical-align:top}</style>${body.join('')}</html>`;
}
