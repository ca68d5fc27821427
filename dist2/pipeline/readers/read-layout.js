/** A source file → its layout, by what its bytes are. Further readers (Word, web pages, spreadsheets) join here. */
import { layOut } from '../layout/lay-out.js';
import { Refusal } from '../model/refusal.js';
import { fileType } from './file-type.js';
import { readText } from './read-text.js';
const unread = {
    zip: 'a Word, Excel or zip file',
    compound: 'an old Word or Excel file',
    html: 'a web page',
    image: 'a picture',
    rtf: 'an RTF file',
};
/**
 * @param note receives findings about the file's encoding, fonts and pages
 * @throws Refusal when the file is nothing this version reads
 */
export async function readLayout(source, options, note) {
    const type = fileType(source.bytes);
    if (type === 'text')
        return layOut(readText(source, note));
    if (type === 'pdf') {
        const { readPdf } = await import('./read-pdf.js');
        return readPdf(source, note, options.password);
    }
    throw new Refusal('unsupported-format', `${source.path}: ${unread[type]}; this version reads plain text and PDF`);
}
