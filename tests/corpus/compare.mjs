// Two readings of one workbook, cell by cell. Differences whose cause is known are counted by cause.

const ERRORS = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
/** How many differences without a known cause are listed for a file. */
const LISTED = 20;

const column = (index) =>
  (index < 26 ? '' : column(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

const unescaped = (text) => text.replace(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
const lines = (text) => text.replace(/\r\n?/g, '\n');
const spaces = (text) => text.replace(/\s+/g, ' ').trim();

/** What SheetJS says of a cell: a kind and a value; null for nothing. */
function theirsOf(cell) {
  if (cell === undefined || cell.t === 'z' || cell.v === undefined || cell.v === '') return null;
  if (cell.t === 's') return { kind: 'text', value: String(cell.v) };
  if (cell.t === 'n') return { kind: 'number', value: cell.v };
  if (cell.t === 'b') return { kind: 'boolean', value: cell.v };
  if (cell.t === 'e') return { kind: 'error', value: ERRORS[cell.v] ?? String(cell.v) };
  return { kind: cell.t, value: cell.v };
}

function oursOf(cell) {
  if (cell === undefined || cell.kind === 'pending') return null;
  if (cell.kind === 'number') return { kind: 'number', value: Number(cell.raw), raw: cell.raw };
  return { kind: cell.kind, value: cell.kind === 'boolean' ? cell.value : cell.text };
}

/** Null where both say the same, else why they do not. */
function causeOf(ours, theirs) {
  if (ours === null && theirs === null) return null;
  if (ours?.kind === theirs?.kind && Object.is(ours.value, theirs.value)) return null;
  if (ours?.kind === 'number' && theirs?.kind === 'number') {
    if (ours.value === theirs.value) return null; // 0 and -0
    if (Number.isNaN(ours.value)) return 'a number that is none, cut short by SheetJS';
    return Math.abs(ours.value - theirs.value) < 1e-7 ? 'dates and times in ISO 8601, rounded by SheetJS' : 'other';
  }
  if (ours?.kind === 'error' && ['#REF!', '#VALUE!'].includes(ours.value)) return 'a contradiction, an error here';
  if (ours?.kind === 'error' && theirs === null) return 'an error that SheetJS does not know';
  if (ours?.kind !== 'text' || theirs?.kind !== 'text') return 'other';
  if (unescaped(theirs.value) === unescaped(ours.value)) return 'escapes like _x000D_';
  if (lines(ours.value) === lines(theirs.value)) return 'line ends';
  return spaces(ours.value) === spaces(theirs.value) ? 'white space' : 'other';
}

async function rowsOf(sheet) {
  const rows = new Map();
  for await (const batch of sheet.rows) {
    for (const { number, cells } of batch) rows.set(number, new Map(cells.map((cell) => [cell.column, cell])));
  }
  return rows;
}

/** Every place that either of them fills. */
function* places(rows, data) {
  for (const [number, cells] of rows) for (const at of cells.keys()) yield [number, at];
  for (const row of Object.keys(data)) {
    const cells = rows.get(Number(row) + 1);
    for (const at of Object.keys(data[row] ?? [])) if (!cells?.has(Number(at))) yield [Number(row) + 1, Number(at)];
  }
}

/** `book` as this program reads it, `workbook` as SheetJS does (dense, raw values). */
export async function compare(book, workbook) {
  const result = { cells: 0, causes: {}, others: [] };
  const count = (cause) => {
    result.causes[cause] = (result.causes[cause] ?? 0) + 1;
  };
  for (const sheet of book.sheets) {
    const rows = await rowsOf(sheet);
    const same = book.sheets.filter(({ name }) => name === sheet.name).length;
    const theirs = workbook.Sheets[sheet.name];
    if (theirs === undefined || same > 1) {
      count(same > 1 ? 'sheets of one name' : 'a sheet that SheetJS gave up');
      continue;
    }
    const data = theirs['!data'] ?? [];
    for (const [row, at] of places(rows, data)) {
      const [a, b] = [oursOf(rows.get(row)?.get(at)), theirsOf(data[row - 1]?.[at])];
      const cause = causeOf(a, b);
      result.cells += 1;
      if (cause === null) continue;
      count(cause);
      if (cause !== 'other' || result.others.length >= LISTED) continue;
      result.others.push({ sheet: sheet.name, cell: `${column(at)}${row}`, ours: a, theirs: b });
    }
  }
  return result;
}
