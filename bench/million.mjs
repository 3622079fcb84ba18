// A sheet of 1,000,000 rows × 8 columns through `wangge check`, against exceljs' streaming reader merely reading it, in one
// run. Prints wall times, their ratio and the peak memory of both processes: node bench/million.mjs [rounds]
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeBigSheet } from './big-sheet.mjs';

const ROWS = 1_000_000;
const DAYS = 31;
const WANGGE = fileURLToPath(new URL('../bin/wangge.js', import.meta.url));
const JULY = 44_378; // serial day of 2021-07-01

const pad = (number, width) => String(number).padStart(width, '0');
const person = (index) => [`G${pad(index, 6)}`, `网格员${pad(index, 6)}`];

const PEOPLE = 300;

/** Several rows a person and day, which add up. */
function* patrol() {
  yield ['日期', '工号', '姓名', '在线率', '在线时长（分钟）', '巡查里程（米）', '重点人员走访', '重点场所走访'];
  for (let row = 0; row < ROWS; row++) {
    const day = Math.floor(row / PEOPLE) % DAYS;
    const figures = [(80 + (row % 21)) / 100, 240 + (row % 97), 3000 + ((row * 7919) % 4001), 1 + (row % 3), row % 5];
    yield [{ date: JULY + day }, ...person(row % PEOPLE), ...figures];
  }
}

async function writeOffice(folder) {
  const month = join(folder, '2021-07');
  await mkdir(month, { recursive: true });
  const everybody = Array.from({ length: PEOPLE }, (_, index) => index);
  const roster = everybody.map((index) => `${person(index).join(',')},专职网格员,W${pad(index, 6)}`);
  await writeFile(join(month, '花名册.csv'), ['工号,姓名,角色,网格编号', ...roster].join('\n'));
  await writeFile(join(month, '信息.csv'), '编号,工号,上报时间,是否有效\n');
  await writeFile(join(month, '派单.csv'), '编号,类型,工号,派单时间,截止时间,完成时间\n');
  await writeFile(join(month, '例会.csv'), '日期,工号,签到\n');
  await writeBigSheet(join(month, '巡查.xlsx'), patrol);
}

const READ_BY_EXCELJS = `
  import ExcelJS from 'exceljs';
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(process.argv[1], { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' });
  let cells = 0;
  for await (const sheet of reader) for await (const row of sheet) row.eachCell(() => { cells += 1; });
  console.log(cells);
`;

/** Runs node and reports the seconds it took and the highest resident memory Linux saw, in MiB. */
async function measured(args, cwd) {
  const started = process.hrtime.bigint();
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0;
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 20);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, peak, code, output };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const peaksOf = (runs) => runs.map(({ peak }) => peak.toFixed(0)).join(', ');

async function compare(rounds) {
  const folder = await mkdtemp(join(tmpdir(), 'million-'));
  try {
    await writeOffice(folder);
    const [ours, theirs] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(await measured([WANGGE, 'check', '2021-07', '-C', folder, '--json'], folder));
      theirs.push(
        await measured(
          ['--input-type=module', '-e', READ_BY_EXCELJS, join(folder, '2021-07/巡查.xlsx')],
          fileURLToPath(new URL('..', import.meta.url)),
        ),
      );
    }
    const { code, output } = ours.at(-1);
    const { read, used, inError } = JSON.parse(output).tables.find(({ kind }) => kind === 'patrol');
    console.log(`check: exit ${code}, ${read} rows read = ${used} used + ${inError} in error`);
    const shown = (runs) => `${median(runs.map(({ seconds }) => seconds)).toFixed(2)} s, ${peaksOf(runs)} MiB`;
    console.log(`check   ${shown(ours)}`);
    console.log(`exceljs ${shown(theirs)}`);
    console.log(
      `ratio   ${(median(ours.map(({ seconds }) => seconds)) / median(theirs.map(({ seconds }) => seconds))).toFixed(2)}`,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const rounds = Number(process.argv[2] ?? 3);
await compare(rounds);
