// Runs every file of a folder through the reader, each within 20 s and 1 GB in a process of its own, and compares what
// is read of .xlsx and .xlsm with what SheetJS reads: npm run corpus -- <folder> [--json] [--jobs n]
import { fork } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const SECONDS = 20;
const HEAP_MIB = 1024;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The reader and its worker, bundled from the sources as they are. */
async function buildReader(outdir) {
  await build({
    entryPoints: {
      open: join(ROOT, 'src/run/open.ts'),
      'foreign-worker': join(ROOT, 'src/run/foreign-worker.ts'),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  await writeFile(join(outdir, 'package.json'), '{"type":"module"}');
  return pathToFileURL(join(outdir, 'open.js')).href;
}

/** A process that reads files, replaced when it hangs or dies. */
function reader(module) {
  let child = null;
  const start = () =>
    fork(fileURLToPath(new URL('./child.mjs', import.meta.url)), [module], {
      execArgv: [`--max-old-space-size=${HEAP_MIB}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  const answer = (seconds) =>
    new Promise((resolve) => {
      const settle = (result) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (result.outcome === 'hung' || result.died) {
          child.kill('SIGKILL');
          child = null;
        }
        resolve(result);
      };
      const timer = setTimeout(() => settle({ outcome: 'hung' }), seconds * 1000);
      child.once('message', settle);
      child.once('exit', (code, signal) =>
        settle({ outcome: 'crashed', died: true, detail: `exit ${code ?? signal}` }),
      );
    });
  return {
    async ask(task, file) {
      if (child === null) {
        child = start();
        await answer(SECONDS);
      }
      child?.send({ task, file });
      return child === null ? { outcome: 'crashed', detail: 'no process' } : answer(SECONDS);
    },
    end: () => child?.kill(),
  };
}

/** By content, as far as it matters here. */
async function isWorkbook(file) {
  return /\.xls[xm]$/i.test(file) && (await readFile(file)).subarray(0, 2).toString('latin1') === 'PK';
}

async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

async function examine(file, folder, process) {
  const ours = await process.ask('ours', file);
  const result = { file: relative(folder, file), xlsx: /\.xls[xm]$/i.test(file), ours };
  if (!result.xlsx) return result;
  result.theirs = await process.ask('theirs', file);
  if (ours.outcome === 'read' && result.theirs.outcome === 'read' && (await isWorkbook(file))) {
    result.compared = await process.ask('compare', file);
  }
  return result;
}

async function examineAll(files, folder, module, jobs) {
  const queue = [...files];
  const results = [];
  const work = async () => {
    const process = reader(module);
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      results.push(await examine(file, folder, process));
    }
    process.end();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results.sort((a, b) => (a.file < b.file ? -1 : 1));
}

const counted = (keys) => {
  const counts = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

const verdict = ({ outcome, reason }) => (outcome === 'refused' && reason ? `refused: ${reason}` : outcome);

function summaryOf(results) {
  const xlsx = results.filter((result) => result.xlsx);
  const compared = xlsx.filter(({ compared }) => compared?.outcome === 'read').map(({ compared }) => compared);
  const causes = {};
  for (const { causes: found } of compared) {
    for (const [cause, count] of Object.entries(found)) causes[cause] = (causes[cause] ?? 0) + count;
  }
  return {
    files: results.length,
    outcomes: counted(results.map(({ ours }) => verdict(ours))),
    xlsx: {
      files: xlsx.length,
      ours: counted(xlsx.map(({ ours }) => verdict(ours))),
      sheetjs: counted(xlsx.map(({ theirs }) => verdict(theirs))),
      compared: compared.length,
      agreeing: compared.filter(({ causes: found }) => Object.keys(found).length === 0).length,
      cells: compared.reduce((sum, { cells }) => sum + cells, 0),
      disagreements: causes,
    },
  };
}

const table = (title, counts) =>
  console.log(
    [title, ...Object.entries(counts).map(([key, count]) => `  ${String(count).padStart(9)}  ${key}`)].join('\n'),
  );

function print(results, summary) {
  for (const { file, ours, theirs, compared } of results) {
    const more = ours.outcome === 'refused' && theirs?.outcome === 'read' ? ', read by SheetJS' : '';
    if (ours.outcome !== 'read') console.log(`${verdict(ours)}${more}: ${file} (${ours.detail ?? ''})`);
    if (compared !== undefined && compared.outcome !== 'read')
      console.log(`not compared: ${file} (${compared.outcome})`);
    for (const { sheet, cell, ours: a, theirs: b } of compared?.others ?? []) {
      console.log(
        `differs: ${file} ${JSON.stringify(sheet)} ${cell} here ${JSON.stringify(a)} SheetJS ${JSON.stringify(b)}`,
      );
    }
  }
  const { xlsx } = summary;
  table(`All ${summary.files} files`, summary.outcomes);
  table(`.xlsx and .xlsm: ${xlsx.files}, read here`, xlsx.ours);
  table('… by SheetJS', xlsx.sheetjs);
  table(
    `Compared ${xlsx.compared}, in full agreement ${xlsx.agreeing}, cells ${xlsx.cells}, disagreements by cause`,
    xlsx.disagreements,
  );
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, jobs: { type: 'string' } },
  allowPositionals: true,
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error('npm run corpus -- <folder> [--json] [--jobs n]');
  process.exit(2);
}
const outdir = await mkdtemp(join(tmpdir(), 'corpus-'));
try {
  const jobs = Number(values.jobs ?? Math.min(4, availableParallelism()));
  const results = await examineAll(await filesIn(folder), folder, await buildReader(outdir), jobs);
  const summary = summaryOf(results);
  if (values.json) console.log(JSON.stringify({ summary, files: results }, null, 1));
  else print(results, summary);
  const broken = results.some(({ ours }) => ours.outcome === 'hung' || ours.outcome === 'crashed');
  process.exitCode = broken || (summary.xlsx.disagreements.other ?? 0) > 0 ? 1 : 0;
} finally {
  await rm(outdir, { recursive: true, force: true });
}
