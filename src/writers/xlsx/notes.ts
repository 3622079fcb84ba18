// Notes of cells as large as their text: exceljs gives every note one small size, in which most of a sentence is hidden.
import type { Comment } from 'exceljs';
import { lineCount } from './measure.ts';
import { cellText } from './text.ts';

/** A note as it is placed: 0-based row and column of its cell. */
export interface PlacedNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Of the sheet under the notes: widths in characters, heights in points. */
export interface Grid {
  readonly widthOf: (column: number) => number;
  readonly heightOf: (row: number) => number;
}

/** Notes written to a sheet, and the sheet under them. */
export interface Noted {
  readonly notes: readonly PlacedNote[];
  readonly grid: Grid;
}

/** A note as exceljs takes it. */
export const noteOf = (text: string): Comment => ({
  texts: [{ font: { name: '宋体', size: 9 }, text: cellText(text) }],
});

/** The part of a workbook that holds the notes of a sheet, counted from 0. */
export const notesPart = (sheet: number): string => `xl/drawings/vmlDrawing${sheet + 1}.vml`;

const NOTE_WIDTH = 300;
/** Half-width characters on a line of a note at its font's size. */
const NOTE_CHARACTERS = 44;
const LINE = 17;
const EDGE = 12;
const TALLEST = 600;

const widthPixels = (characters: number): number => Math.trunc(characters * 7 + 5);
const heightPixels = (points: number): number => Math.round((points * 4) / 3);

/** The track `length` pixels behind the start of `from`, and how far into it. */
function reach(from: number, length: number, sizeOf: (track: number) => number): readonly [number, number] {
  let [track, left] = [from, length];
  while (left >= sizeOf(track)) {
    left -= sizeOf(track);
    track += 1;
  }
  return [track, left];
}

/** `x:Anchor`: left column and offset, top row and offset, right, bottom. */
function anchorOf({ row, column, text }: PlacedNote, { widthOf, heightOf }: Grid): string {
  const height = Math.min(TALLEST, lineCount(text, NOTE_CHARACTERS) * LINE + EDGE);
  const top = Math.max(row - 1, 0);
  const [right, rightOffset] = reach(column + 1, EDGE + NOTE_WIDTH, (track) => widthPixels(widthOf(track)));
  const [bottom, bottomOffset] = reach(top, EDGE + height, (track) => heightPixels(heightOf(track)));
  return [column + 1, EDGE, top, EDGE, right, rightOffset, bottom, bottomOffset].join(', ');
}

const SHAPE = /<x:Anchor>[^<]*<\/x:Anchor>([\s\S]*?<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>)/g;

/** The drawing of a sheet's notes with each note in its size. */
export function withNoteSizes(xml: string, notes: readonly PlacedNote[], grid: Grid): string {
  const byCell = new Map(notes.map((note) => [`${note.row},${note.column}`, note]));
  return xml.replace(SHAPE, (shape: string, rest: string, row: string, column: string) => {
    const note = byCell.get(`${row},${column}`);
    return note ? `<x:Anchor>${anchorOf(note, grid)}</x:Anchor>${rest}` : shape;
  });
}
