/** A PDF's pages as pictures with what was read drawn over them, so that a wrong step can be seen. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Layout, Page, SourceFile } from '../model/layout.ts';
import type { Outline } from '../model/outline.ts';
import type { Box } from '../model/printed-page.ts';
import { Refusal } from '../model/refusal.ts';
import type { Span } from '../model/span.ts';
import { fileType } from '../readers/file-type.ts';
import { defaultEngine, openPdf } from '../readers/pdf-engine.ts';
import type { ReadOptions } from '../readers/read-layout.ts';
import { readDocument } from '../run.ts';

interface Mark {
  readonly page: number;
  readonly box: Box;
  readonly color: string;
  readonly width: number;
}

/** Pixels a point. */
const scale = 1.5;
const colors = {
  line: '#7fb3ff',
  furniture: '#999999',
  cell: '#ff5a5a',
  table: '#b00020',
  heading: '#00a050',
} as const;

/**
 * @param folder made when it is not there
 * @yields the path of each picture
 * @throws Refusal when the file is no PDF
 */
export async function* drawDocument(source: SourceFile, folder: string, options: ReadOptions): AsyncGenerator<string> {
  const { layout, outline } = await readDocument(source, options);
  if ((await fileType(source.bytes)) !== 'pdf')
    throw new Refusal('unsupported-format', `${source.path}: only the pages of a PDF can be drawn`);
  mkdirSync(folder, { recursive: true });
  const marks = [...blockMarks(layout), ...headingMarks(layout, outline)];
  const pdf = await openPdf(options.engine ?? defaultEngine, source.bytes, source.path, options.password);
  try {
    for (let page = 1; page <= pdf.pageCount; page++) {
      const picture = await pdf.picture(page, scale, (context) => {
        context.setTransform(...asItLies(layout.pages[page - 1]));
        for (const { page: at, box, color, width } of marks) {
          if (at !== page) continue;
          context.strokeStyle = color;
          context.lineWidth = width / scale;
          context.strokeRect(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
        }
      });
      const file = join(
        folder,
        `${basename(source.file).replace(/\.[^.]*$/, '')}-${String(page).padStart(3, '0')}.png`,
      );
      writeFileSync(file, picture);
      yield file;
    }
  } finally {
    await pdf.close();
  }
}

/** From points of the page as it was read to pixels of it as it lies: recognition may have turned it. */
function asItLies(page: Page | undefined): readonly [number, number, number, number, number, number] {
  const [width, height] = [(page?.width ?? 0) * scale, (page?.height ?? 0) * scale];
  const turned = page?.recognized?.turned ?? 0;
  if (turned === 1) return [0, -scale, scale, 0, 0, width];
  if (turned === 2) return [-scale, 0, 0, -scale, width, height];
  return turned === 3 ? [0, scale, -scale, 0, height, 0] : [scale, 0, 0, scale, 0, 0];
}

function* blockMarks(layout: Layout): Generator<Mark> {
  for (const block of layout.blocks) {
    if (block.kind === 'paragraph') for (const span of block.passage.spans) yield* markOf(layout, span, colors.line, 1);
    else if (block.kind === 'furniture') yield* markOf(layout, block.span, colors.furniture, 1);
    else {
      const outlines = new Map<number, Box>();
      for (const { page, box } of block.cells) {
        if (page === null || box === null) continue;
        yield { page, box, color: colors.cell, width: 1 };
        const whole = outlines.get(page) ?? box;
        outlines.set(page, {
          x0: Math.min(whole.x0, box.x0),
          y0: Math.min(whole.y0, box.y0),
          x1: Math.max(whole.x1, box.x1),
          y1: Math.max(whole.y1, box.y1),
        });
      }
      for (const [page, box] of outlines) yield { page, box, color: colors.table, width: 3 };
    }
  }
}

function* headingMarks(layout: Layout, outline: Outline): Generator<Mark> {
  for (const { heading, label } of outline.sections) {
    for (const span of [...(label?.spans ?? []), ...(heading?.spans ?? [])])
      yield* markOf(layout, span, colors.heading, 2);
  }
}

function* markOf(layout: Layout, span: Span, color: string, width: number): Generator<Mark> {
  const box = layout.boxOf(span);
  if (box !== null && span.page !== null) yield { page: span.page, box, color, width };
}
