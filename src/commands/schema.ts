// wangge schema <name>: the JSON Schema of what a run prints under --json; without a name, which there are.
import { SCHEMAS } from '../views/schemas/index.ts';
import { type Context, EXIT, type ExitCode, UsageError } from './context.ts';

const NAMES = Object.keys(SCHEMAS);
const WIDTH = Math.max(...NAMES.map((name) => name.length));

export async function schema(context: Context, name: string): Promise<ExitCode> {
  if (name === '' && !context.json) {
    for (const [one, { title }] of Object.entries(SCHEMAS)) context.out(`${one.padEnd(WIDTH)}  ${title}\n`);
    return EXIT.done;
  }
  const { publishedSchema } = await import('../views/schemas/published.ts');
  const found = await publishedSchema(name);
  if (found === null) {
    const wrong = name === '' ? '请写明是哪个命令的' : `没有“${name}”的 JSON Schema`;
    throw new UsageError(`${wrong}，可选：${NAMES.join('、')}`);
  }
  context.out(`${JSON.stringify(found, null, 2)}\n`);
  return EXIT.done;
}
