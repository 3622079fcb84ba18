// Runs the built program many times in one process: reads [{ folder, args }] from standard input and prints
// [{ status, out, err }].
import { readFileSync } from 'node:fs';
import { main } from '../../dist/cli.js';

const runs = JSON.parse(readFileSync(0, 'utf8'));
const results = [];
const streams = [
  ['out', process.stdout],
  ['err', process.stderr],
].map(([name, stream]) => ({ name, stream, write: stream.write }));
for (const { folder, args } of runs) {
  const told = { out: '', err: '' };
  for (const { name, stream } of streams) {
    stream.write = (text) => {
      told[name] += text;
      return true;
    };
  }
  process.chdir(folder);
  const status = await main(args);
  for (const { stream, write } of streams) stream.write = write;
  results.push({ status, ...told });
}
process.stdout.write(JSON.stringify(results));
