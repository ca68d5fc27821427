/** Picture files of every kind that is read: the same drawing comes out of each; what is cut off or too large does not. */
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { headerOf } from '../../../pipeline/readers/scan/picture-header.ts';
import { countPictures, openPicture } from '../../../pipeline/readers/scan/pictures.ts';
import type { Raster } from '../../../pipeline/readers/scan/raster.ts';
import { greyOf } from '../../../pipeline/readers/scan/raster.ts';
import { mirrored, quarterTurned, resized, turnedBy } from '../../../pipeline/readers/scan/resample.ts';
import { tiffOf } from '../../../pipeline/readers/scan/tiff.ts';

const [width, height] = [48, 32];
/** A bar and a dot below its left half, [x0, x1) by [y0, y1). */
const ink = [
  [8, 4, 40, 16],
  [20, 24, 24, 28],
] as const;
const isInk = (x: number, y: number) => ink.some(([x0, y0, x1, y1]) => x >= x0 && x < x1 && y >= y0 && y < y1);
const drawing: Raster = {
  ...{ width, height, scale: 1 },
  grey: Uint8Array.from({ length: width * height }, (_, i) => (isInk(i % width, Math.floor(i / width)) ? 0 : 255)),
};

const canvas = createCanvas(width, height);
const context = canvas.getContext('2d');
context.fillStyle = '#fff';
context.fillRect(0, 0, width, height);
context.fillStyle = '#000';
for (const [x0, y0, x1, y1] of ink) context.fillRect(x0, y0, x1 - x0, y1 - y0);
const png = new Uint8Array(canvas.encodeSync('png'));
const jpeg = new Uint8Array(canvas.encodeSync('jpeg', 95));
const webp = new Uint8Array(canvas.encodeSync('webp', 100));

/** 24 bits a pixel, rows from below. */
function bitmap(): Uint8Array {
  const bytes = Buffer.alloc(54 + width * height * 3, 255);
  bytes.write('BM');
  bytes.fill(0, 2, 54);
  for (const [at, value] of [
    [2, bytes.length],
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
    [26, 1 + (24 << 16)],
    [38, 11811],
  ] as const)
    bytes.writeUInt32LE(value, at);
  for (const [x0, y0, x1, y1] of ink)
    for (let y = y0; y < y1; y++) {
      const row = 54 + (height - 1 - y) * width * 3;
      bytes.fill(0, row + x0 * 3, row + x1 * 3);
    }
  return bytes;
}

/** A JPEG whose camera says how it was held. */
function heldBy(orientation: number): Uint8Array {
  const exif = Buffer.alloc(36);
  exif.set([0xff, 0xe1, 0, 34], 0);
  exif.write('Exif\0\0MM\0*', 4, 'latin1');
  exif.set([0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation], 14);
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

/** The same drawing as other programs compress it. */
const tiffs = [
  [
    'fax of group 4',
    'SUkqABgAAADzMGr/////x/yIf/j4AIAIDwAAAQMAAQAAADAAAAABAQMAAQAAACAAAAACAQMAAQAAAAEAAAADAQMAAQAAAAQAAAAGAQMAAQAAAAAAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAACAAAAAXAQQAAQAAABAAAAAcAQMAAQAAAAEAAAApAQMAAgAAAAAAAQA+AQUAAgAAAAIBAAA/AQUABgAAANIAAAAAAAAAhetRAAAAgADD9agAAAAAAs3MTAAAAAABzcxMAAAAgADNzEwAAAAAAo/C9QAAAAAQNxqgAAAAAAIrhwoAAAAgAA==',
  ],
  [
    'fax of group 3',
    'SUkqAIQAAAAAAQsAAQsAAQsAAQsAAZg1TAABmDVMAAGYNUwAAZg1TAABmDVMAAGYNUwAAZg1TAABmDVMAAGYNUwAAZg1TAABmDVMAAGYNUwAAQsAAQsAAQsAAQsAAQsAAQsAAQsAAQsAARDUAAEQ1AABENQAARDUAAELAAELAAELAAELEAAAAQMAAQAAADAAAAABAQMAAQAAACAAAAACAQMAAQAAAAEAAAADAQMAAQAAAAMAAAAGAQMAAQAAAAAAAAAKAQMAAQAAAAEAAAARAQQAAQAAAAgAAAASAQMAAQAAAAEAAAAVAQMAAQAAAAEAAAAWAQMAAQAAACAAAAAXAQQAAQAAAHwAAAAcAQMAAQAAAAEAAAAkAQQAAQAAAAQAAAApAQMAAgAAAAAAAQA+AQUAAgAAAHoBAAA/AQUABgAAAEoBAAAAAAAAhetRAAAAgADD9agAAAAAAs3MTAAAAAABzcxMAAAAgADNzEwAAAAAAo/C9QAAAAAQNxqgAAAAAAIrhwoAAAAgAA==',
  ],
  [
    'LZW',
    'SUkqAOYAAACAP+BACCQWDQeEQmFQuGQ2HQ+IRGJQeBP+JxeMRmNRuOACKx2QSGRSOGx+SSeUSmLyaMAGXSqYSGWSuBxmXAGYzmNzOJzyJTedUGaRaMz6I0ChUmH0aIUyH0ilVGFU6HVSG1CpVmC1aGVyF1itVmvVOay2X2Gw2OE2qEWC0Uq2RSyxe3W+hXGDXiC3W7Tq9QS/gC+X2Y4HA4TET254nGSfD43IWSiZHKR3H5XK5fMZHNZvG53PYnQSfB6O4YvEaXUaHTSPVZPQ1vV33X7G5bDbbmEa3dWLZ73bbzgUqAgQAAABAwABAAAAMAAAAAEBAwABAAAAIAAAAAIBAwADAAAArAEAAAMBAwABAAAABQAAAAYBAwABAAAAAgAAAAoBAwABAAAAAQAAABEBBAABAAAACAAAABIBAwABAAAAAQAAABUBAwABAAAAAwAAABYBAwABAAAAIAAAABcBBAABAAAA3gAAABwBAwABAAAAAQAAACkBAwACAAAAAAABAD0BAwABAAAAAgAAAD4BBQACAAAA4gEAAD8BBQAGAAAAsgEAAAAAAAAIAAgACACF61EAAACAAMP1qAAAAAACzcxMAAAAAAHNzEwAAACAAM3MTAAAAAACj8L1AAAAABA3GqAAAAAAAiuHCgAAACAA',
  ],
  [
    'PackBits',
    'SUkqAIgAAADR/9H/0f/R//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5//n/4QD5/9H/0f/R/9H/0f/R/9H/0f/t//0A6f/t//0A6f/t//0A6f/t//0A6f/R/9H/0f/R/w8AAAEDAAEAAAAwAAAAAQEDAAEAAAAgAAAAAgEDAAEAAAAIAAAAAwEDAAEAAAAFgAAABgEDAAEAAAABAAAACgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAAAgAAAAFwEEAAEAAACAAAAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAEAPgEFAAIAAAByAQAAPwEFAAYAAABCAQAAAAAAAIXrUQAAAIAAw/WoAAAAAALNzEwAAAAAAc3MTAAAAIAAzcxMAAAAAAKPwvUAAAAAEDcaoAAAAAACK4cKAAAAIAA=',
  ],
  [
    'Deflate',
    'SUkqADQAAAB42vvPQBr4P0jVMxKpblT9qHps6okFo+ppr54RjzlDQT2tw4ea6gHtaS/hABAAAAEDAAEAAAAwAAAAAQEDAAEAAAAgAAAAAgEDAAEAAAAIAAAAAwEDAAEAAAAIAAAABgEDAAEAAAABAAAACgEDAAEAAAABAAAAEQEEAAEAAAAIAAAAEgEDAAEAAAABAAAAFQEDAAEAAAABAAAAFgEDAAEAAAAgAAAAFwEEAAEAAAArAAAAHAEDAAEAAAABAAAAKQEDAAIAAAAAAAEAPQEDAAEAAAACAAAAPgEFAAIAAAAqAQAAPwEFAAYAAAD6AAAAAAAAAIXrUQAAAIAAw/WoAAAAAALNzEwAAAAAAc3MTAAAAIAAzcxMAAAAAAKPwvUAAAAAEDcaoAAAAAACK4cKAAAAIAA=',
  ],
  [
    'JPEG',
    'SUkqALIBAAD/2P/AABEIACAAMANSEQBHEQBCEQD/2gAMA1IARwBCAAA/AP1Tr9U6/VOvyr/4fnf9UT/8uv8A+4q/Kv8A4fnf9UT/APLr/wDuKvyr/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALio/wCH53/VE/8Ay6//ALir9VK/VSv1Uooor+Vev5V6/lXooooooooor+qiv6qK/qooooooooooooooooooooooooor5V/bn/YY/wCG0f8AhCf+K2/4Q7/hGvt3/MJ+3faftH2f/pvFs2/Z/fO7tjn5V/bn/YY/4bR/4Qn/AIrb/hDv+Ea+3f8AMJ+3faftH2f/AKbxbNv2f3zu7Y5+Vf25/wBhj/htH/hCf+K2/wCEO/4Rr7d/zCft32n7R9n/AOm8Wzb9n987u2Ofqqvqqvqqiiiiiiv/2QAQAAABAwABAAAAMAAAAAEBAwABAAAAIAAAAAIBAwADAAAAeAIAAAMBAwABAAAABwAAAAYBAwABAAAAAgAAAAoBAwABAAAAAQAAABEBBAABAAAACAAAABIBAwABAAAAAQAAABUBAwABAAAAAwAAABYBAwABAAAAIAAAABcBBAABAAAAqQEAABwBAwABAAAAAQAAACkBAwACAAAAAAABAD4BBQACAAAA0AMAAD8BBQAGAAAAoAMAAFsBBwAhAQAAfgIAAAAAAAAIAAgACAD/2P/bAEMAAwICAwICAwMDAwQDAwQFCAUFBAQFCgcHBggMCgwMCwoLCw0OEhANDhEOCwsQFhARExQVFRUMDxcYFhQYEhQVFP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/ZAIXrUQAAAIAAw/WoAAAAAALNzEwAAAAAAc3MTAAAAIAAzcxMAAAAAAKPwvUAAAAAEDcaoAAAAAACK4cKAAAAIAA=',
  ],
] as const;
const gif =
  'R0lGODlhMAAgAPABAAAAAP///yH5BAAAAAAAIf8LSW1hZ2VNYWdpY2sOZ2FtbWE9MC40NTQ1NDUALAAAAAAwACAAAAJKjI+py+0Po5y02uuA3rz7z1HgSHZiiYJnym5ry74wKs9kbatTnuK8ufvdgkId5ohMKpfMpvMJjUqn1ESoyrhiFdotousNi8dkSAEAOw==';
const fromText = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

const files: readonly (readonly [string, Uint8Array])[] = [
  ['PNG', png],
  ['JPEG', jpeg],
  ['WebP', webp],
  ['GIF', fromText(gif)],
  ['BMP', bitmap()],
  ['TIFF', tiffOf([drawing], 300)],
  ...tiffs.map(([name, text]) => [`TIFF, ${name}`, fromText(text)] as const),
];

/** Lossy formats blur edges: ink is what is nearer to black. */
const drawn = ({ width: wide, grey }: Raster) =>
  Array.from({ length: grey.length / wide }, (_, y) =>
    Array.from(grey.subarray(y * wide, (y + 1) * wide), (shade) => (shade < 128 ? '#' : '.')).join(''),
  ).join('\n');

describe('a picture file', () => {
  it.each(files)('%s is read as it was drawn', async (name, bytes) => {
    expect(countPictures(bytes, name)).toBe(1);
    expect(drawn(await openPicture(bytes, name, 0))).toBe(drawn(drawing));
  });

  it.each(files)('%s that is cut off is refused', async (name, bytes) => {
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.7));
    await expect(openPicture(cut, name, 0)).rejects.toThrow(/: a picture that cannot be (?:read|opened)/);
  });

  it.each([
    [1, drawing],
    [3, quarterTurned(drawing, 2)],
    [5, quarterTurned(mirrored(drawing), 3)],
    [6, quarterTurned(drawing, 1)],
    [8, quarterTurned(drawing, 3)],
  ])('is turned as the camera says: %s', async (orientation, turned) => {
    expect(drawn(await openPicture(heldBy(orientation), 'held.jpg', 0))).toBe(drawn(turned));
    // Field 274 in the place of one that says nothing here: how many samples a pixel has.
    const tiff = Buffer.from(tiffOf([drawing], 300));
    tiff.writeUInt16LE(274, 10 + 6 * 12);
    tiff.writeUInt16LE(orientation, 10 + 6 * 12 + 8);
    expect(drawn(await openPicture(tiff, 'held.tif', 0))).toBe(drawn(turned));
  });

  it('says how large it is before it is unpacked, and is refused when that is too large', async () => {
    const large = Buffer.from(png);
    large.writeUInt32BE(60_000, 16);
    large.writeUInt32BE(60_000, 20);
    expect(headerOf(large)).toMatchObject({ width: 60_000, height: 60_000 });
    await expect(openPicture(large, 'large.png', 0)).rejects.toThrow('large.png: a picture of 60000 by 60000 pixels');
    const tiff = Buffer.from(tiffOf([drawing], 300));
    tiff.writeUInt32LE(60_000, 10 + 8);
    tiff.writeUInt32LE(60_000, 10 + 12 + 8);
    await expect(openPicture(tiff, 'large.tif', 0)).rejects.toThrow('large.tif: a picture of 60000 by 60000 pixels');
  });

  it('says its resolution, where it makes a sheet of paper', async () => {
    const page: Raster = { width: 1240, height: 1754, scale: 1, grey: new Uint8Array(1240 * 1754).fill(255) };
    expect((await openPicture(tiffOf([page], 150), 'page.tif', 0)).scale).toBeCloseTo(150 / 72, 5);
    expect(headerOf(bitmap())?.density).toBeCloseTo(300, 0);
  });

  it('whose directories lead in a circle or out of it is refused or ends', async () => {
    const circle = Buffer.from(tiffOf([drawing], 300));
    circle.writeUInt32LE(8, 10 + 12 * 12);
    expect(countPictures(circle, 'circle.tif')).toBe(1);
    const out = Buffer.from(tiffOf([drawing], 300));
    out.writeUInt32LE(1_000_000, 4);
    expect(() => countPictures(out, 'out.tif')).toThrow('out.tif: a picture that cannot be read');
  });
});

describe('shades of grey', () => {
  it('stay what they are when grey, and seals are paler than print', () => {
    const [black, middle, red] = greyOf(Uint8Array.from([0, 0, 0, 255, 77, 77, 77, 255, 255, 0, 0, 255]));
    expect([black, middle]).toEqual([0, 77]);
    expect(red).toBeGreaterThan(120);
  });

  it.each([0.4, 0.77, 1.5, 2])('resized by %s keep their places and their paper', (factor) => {
    const other = resized(drawing, factor);
    expect([other.width, other.height]).toEqual([Math.round(48 * factor), Math.round(32 * factor)]);
    expect(other.scale).toBe(factor);
    const at = (x: number, y: number) => other.grey[Math.floor(y * factor) * other.width + Math.floor(x * factor)];
    expect([at(2, 2), at(44, 30)]).toEqual([255, 255]);
    expect(at(24, 10)).toBeLessThan(20);
  });

  it('turned by quarters come back, turned by little stay where they are', () => {
    expect(quarterTurned(quarterTurned(drawing, 1), 3)).toEqual(drawing);
    expect(quarterTurned(quarterTurned(drawing, 2), 2)).toEqual(drawing);
    expect(turnedBy(drawing, 0)).toEqual(drawing);
    expect(drawn(turnedBy(drawing, 180))).toBe(drawn(quarterTurned(drawing, 2)));
  });
});
