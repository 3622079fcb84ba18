// The built program in a thread that stays warm: takes the arguments of a run, answers with { status, out, err } and wakes
// who waits.
import { workerData } from 'node:worker_threads';
import { main } from '../../dist/cli.js';

const { port, answered } = workerData;
const streams = [
  ['out', process.stdout],
  ['err', process.stderr],
];
port.on('message', async (args) => {
  const told = { out: '', err: '' };
  for (const [name, stream] of streams) {
    stream.write = (text) => {
      told[name] += text;
      return true;
    };
  }
  const status = await main(args);
  port.postMessage({ status, ...told });
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
});
