/** The engine's own half, which pdf.js publishes without types; it is imported for its effect alone. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
