// Reads one file after another as the parent asks. It is killed when it takes too long.
import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { compare } from './compare.mjs';

const { openFile } = await import(process.argv[2]);

const OPTIONS = { type: 'buffer', dense: true, cellFormula: false, cellHTML: false, cellText: false };

async function byUs(bytes, file) {
  const book = await openFile(bytes, file);
  let cells = 0;
  for (const sheet of book.sheets) {
    for await (const batch of sheet.rows) for (const row of batch) cells += row.cells.length;
  }
  return { sheets: book.sheets.length, cells };
}

const TASKS = {
  ours: byUs,
  theirs: (bytes) => ({ sheets: read(bytes, OPTIONS).SheetNames.length }),
  compare: async (bytes, file) => compare(await openFile(bytes, file), read(bytes, OPTIONS)),
};

process.on('message', async ({ task, file }) => {
  try {
    process.send({ outcome: 'read', ...(await TASKS[task](readFileSync(file), file)) });
  } catch (error) {
    const known = task === 'theirs' || error?.name === 'UnreadableFile';
    const detail = String(error?.detail ?? error?.message ?? error).slice(0, 200);
    process.send({ outcome: known ? 'refused' : 'crashed', reason: error?.reason ?? null, detail });
  }
});
process.send({ outcome: 'ready' });
