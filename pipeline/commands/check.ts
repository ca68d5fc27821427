/** `mingzhang check`: what a report says that must hold, and does not; for a finance office before it publishes. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Figure } from '../model/figure.ts';
import type { DocumentReading } from '../model/reading.ts';
import { Refusal } from '../model/refusal.ts';
import type { Verdict } from '../model/verdict.ts';
import { readSource } from '../readers/read-source.ts';
import { readDocument } from '../run.ts';

export interface CheckCommandOptions {
  readonly maxBytes: number;
  readonly password?: string;
  /** Only rules whose id begins so. */
  readonly rule?: string;
  readonly format: string;
  readonly lang: string;
  readonly failOn?: string;
}

interface Checked {
  readonly file: string;
  readonly reading: DocumentReading;
  readonly verdicts: readonly Verdict[];
}

/** @returns 1 when contradictions were found and `--fail-on fail` asks for it */
export async function runCheck(paths: readonly string[], options: CheckCommandOptions): Promise<number> {
  const checked: Checked[] = [];
  for (const path of paths) {
    if (!existsSync(path) || !statSync(path).isFile()) throw new Refusal('document-unknown', `${path}: no such file`);
    const source = await readSource(resolve(path), options.maxBytes);
    const reading = await readDocument(source, options.password === undefined ? {} : { password: options.password });
    const { rule } = options;
    const verdicts = reading.verdicts.filter((verdict) => rule === undefined || verdict.rule.startsWith(rule));
    checked.push({ file: source.file, reading, verdicts });
  }
  process.stdout.write(`${formats[options.format]?.(checked, options.lang) ?? ''}\n`);
  const failed = checked.some(({ verdicts }) => verdicts.some(({ status }) => status === 'fail'));
  return failed && options.failOn === 'fail' ? 1 : 0;
}

const formats: Readonly<Record<string, (checked: readonly Checked[], lang: string) => string>> = {
  table: (checked, lang) => checked.map((one) => asText(one, lang)).join('\n\n'),
  json: (checked, lang) =>
    JSON.stringify(
      checked.map((one) => asRecord(one, lang)),
      null,
      1,
    ),
  sarif: (checked, lang) => JSON.stringify(asSarif(checked, lang), null, 1),
  html: asHtml,
};

const words = (verdict: Verdict, lang: string) => (lang === 'en' ? verdict.english : verdict.message);
const failures = ({ verdicts }: Checked) => verdicts.filter(({ status }) => status === 'fail');

/** How many figures took part in a check, of how many: a check of nothing is no comfort. */
function coverage({ reading, verdicts }: Checked): { readonly figures: number; readonly checked: number } {
  const figures =
    reading.prose.length + [...reading.tables.values()].reduce((all, table) => all + table.figures.length, 0);
  const part = verdicts.filter(({ status }) => status !== 'skipped');
  return { figures, checked: new Set(part.flatMap((verdict) => verdict.figures)).size };
}

function placeOf({ layout }: DocumentReading, figure: Figure): string {
  const [span] = figure.words.spans;
  const box = layout.boxOf(span);
  const at = box === null ? '' : ` (${[box.x0, box.y0, box.x1, box.y1].map((n) => n.toFixed(0)).join(' ')})`;
  return `${span.page === null ? '' : `p${span.page}`}${at}`;
}

function asText(one: Checked, lang: string): string {
  const { file, reading, verdicts } = one;
  const { figures, checked } = coverage(one);
  const count = (status: string) => verdicts.filter((verdict) => verdict.status === status).length;
  const share = figures === 0 ? 0 : Math.round((100 * checked) / figures);
  const head =
    lang === 'en'
      ? `${file}: ${count('pass')} checks passed, ${count('fail')} failed, ${count('skipped')} skipped; ${checked} of ${figures} figures (${share} %) took part`
      : `${file}：核对${verdicts.length}项，相符${count('pass')}，矛盾${count('fail')}，未能核对${count('skipped')}；${figures}个数中有${checked}个（${share}%）参加了核对`;
  const lines = failures(one).flatMap((verdict) => [
    `✗ ${verdict.rule}${verdict.span?.page == null ? '' : `  p${verdict.span.page}`}  ${words(verdict, lang)}`,
    ...verdict.figures.slice(0, 6).map((figure) => `    ${placeOf(reading, figure)}  ${figure.quote}`),
    ...(verdict.figures.length === 0 && verdict.quote !== null ? [`    ${verdict.quote}`] : []),
  ]);
  return [head, ...lines].join('\n');
}

function asRecord(one: Checked, lang: string) {
  return {
    file: one.file,
    ...coverage(one),
    checks: one.verdicts.map((verdict) => ({
      ...{ rule: verdict.rule, status: verdict.status, outcome: verdict.outcome, severity: verdict.severity },
      ...{ message: words(verdict, lang), stated: verdict.stated, expected: verdict.expected },
      ...{ difference: verdict.difference, page: verdict.span?.page ?? null, quote: verdict.quote },
      operands: verdict.figures.map((figure) => ({ quote: figure.quote, place: placeOf(one.reading, figure) })),
    })),
  };
}

/** SARIF 2.1.0, for programs that show findings beside the file. */
function asSarif(checked: readonly Checked[], lang: string) {
  const rules = [...new Set(checked.flatMap(({ verdicts }) => verdicts.map(({ rule }) => rule)))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mingzhang', rules: rules.map((id) => ({ id })) } },
        results: checked.flatMap((one) =>
          failures(one).map((verdict) => ({
            ruleId: verdict.rule,
            level: verdict.severity === 'error' ? 'error' : 'warning',
            message: { text: words(verdict, lang) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: encodeURI(one.file) },
                  region: { charOffset: verdict.span?.start ?? 0, snippet: { text: verdict.quote ?? '' } },
                },
                ...(verdict.span?.page == null ? {} : { logicalLocations: [{ name: `page ${verdict.span.page}` }] }),
              },
            ],
          })),
        ),
      },
    ],
  };
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function asHtml(checked: readonly Checked[], lang: string): string {
  const body = checked.map((one) => {
    const { figures, checked: part } = coverage(one);
    const rows = failures(one).map(
      (verdict) =>
        `<tr><td>${escaped(verdict.rule)}</td><td>${verdict.span?.page ?? ''}</td><td>${escaped(words(verdict, lang))}</td><td>${escaped(verdict.quote ?? '')}</td></tr>`,
    );
    return `<h2>${escaped(one.file)}</h2><p>${part} / ${figures}</p><table>${rows.join('')}</table>`;
  });
  return `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>mingzhang</title><style>body{font-family:sans-serif}td{border-bottom:1px solid #ccc;padding:.3em;vertical-align:top}</style>${body.join('')}</html>`;
}
