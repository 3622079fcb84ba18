// Holds this to be true: each parameter one step off and each comparison flipped is caught by some test.
//   node tests/mutants/run.mjs [--only <part of a path>]…
// Works on a copy of the tree. Exits 1 when a mutant survives that equivalent.json does not explain.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeOf } from './judge.mjs';
import { mutantsOf } from './mutants.mjs';

const { only = [''] } = parseArgs({ options: { only: { type: 'string', multiple: true } } }).values;
const isAsked = ({ file }) => only.some((part) => file.includes(part));
const equivalents = JSON.parse(readFileSync(join(import.meta.dirname, 'equivalent.json'), 'utf8'));
const same = (a, b) => a.file === b.file && a.before === b.before && a.after === b.after;
const isEquivalent = (mutant) => equivalents.some((one) => same(one, mutant));
const shown = ({ file, line, before, after }) => `${file}:${line}\n  - ${before}\n  + ${after}`;

const judge = await judgeOf(join(import.meta.dirname, '../..'));
/** Asked before the first mutant and after the last: else a kill means nothing. */
async function unchangedPasses() {
  if (await judge.unchangedPasses()) return;
  await judge.close();
  throw new Error('the tests fail without a mutant');
}

await unchangedPasses();
const mutants = mutantsOf(judge.copy).filter(isAsked);
const survivors = [];
for (const [index, mutant] of mutants.entries()) {
  const survived = await judge.survives(mutant);
  if (survived) survivors.push(mutant);
  if (survived && !isEquivalent(mutant)) console.error(`${index + 1}/${mutants.length} survived ${shown(mutant)}`);
}
await unchangedPasses();
await judge.close();

const unexplained = survivors.filter((mutant) => !isEquivalent(mutant));
const stale = equivalents.filter((one) => isAsked(one) && !survivors.some((mutant) => same(one, mutant)));
for (const mutant of unexplained) console.log(shown(mutant));
for (const one of stale) console.log(`explained in equivalent.json, but killed or gone: ${one.file}: ${one.after}`);
console.log(
  `mutants ${mutants.length}, killed ${mutants.length - survivors.length}, survived ${unexplained.length}, ` +
    `equivalent ${survivors.length - unexplained.length}`,
);
process.exitCode = unexplained.length + stale.length > 0 ? 1 : 0;
