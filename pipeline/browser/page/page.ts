/** The page: a file is dropped or chosen, read, shown; the next one takes its place. */
import { both, element } from './elements.ts';
import { readFile } from './reader.ts';
import { showReport } from './show-report.ts';
import { refusalWords, type Words } from './words.ts';

/** The last file dropped: an answer that comes after another was dropped is not shown. */
let wanted: File | null = null;

function part<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

const drop = part('drop', HTMLLabelElement);
const chosen = part('file', HTMLInputElement);
const status = part('status', HTMLParagraphElement);
const shown = part('report', HTMLElement);

function say(style: '' | 'wrong', words: Words, more: Node | '' = ''): void {
  status.className = style;
  status.replaceChildren(both(words), '　', more);
}

async function read(file: File, password: string | null = null): Promise<void> {
  wanted = file;
  shown.hidden = true;
  say('', [`正在读 ${file.name} …`, `Reading ${file.name} …`]);
  const answer = await readFile(file, password);
  if (wanted !== file) return;
  if ('report' in answer) {
    status.replaceChildren();
    shown.replaceChildren(showReport(answer.report));
    shown.hidden = false;
    return;
  }
  if ('bug' in answer) {
    say('wrong', ['程序出错：', 'A bug: '], element('pre', '', answer.bug));
    return;
  }
  const { code, message } = answer.refusal;
  say('wrong', refusalWords(code), code === 'encrypted' ? passwordField(file) : element('small', '', message));
}

function passwordField(file: File): HTMLElement {
  const field = element('input', '');
  field.type = 'password';
  field.addEventListener('change', () => void read(file, field.value));
  return element('label', '', both(['密码：', 'Password: ']), field);
}

chosen.addEventListener('change', () => {
  const [file] = chosen.files ?? [];
  if (file !== undefined) void read(file);
  // The same file may be chosen again once it is mended.
  chosen.value = '';
});

for (const kind of ['dragover', 'drop', 'dragleave'] as const) {
  addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle('over', kind === 'dragover');
    const [file] = kind === 'drop' ? (event.dataTransfer?.files ?? []) : [];
    if (file !== undefined) void read(file);
  });
}

const root = document.documentElement;
if (!navigator.language.startsWith('zh')) root.lang = 'en';
part('language', HTMLButtonElement).addEventListener('click', () => {
  root.lang = root.lang === 'en' ? 'zh-CN' : 'en';
});
