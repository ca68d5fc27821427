/** The words of a layout in order: paragraphs, and tables cell by cell, so that nothing runs from one cell into the next. */
export function passagesOf({ blocks }) {
    return blocks.flatMap((block) => {
        if (block.kind === 'paragraph')
            return [block.passage];
        return block.kind === 'grid' ? block.cells.flatMap((cell) => cell.passage ?? []) : [];
    });
}
