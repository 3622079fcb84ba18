import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Editions are YAML documents; the bundle and the tests both take them as text. */
const yamlAsText = {
  name: 'yaml-as-text',
  transform: (code: string, id: string) =>
    id.endsWith('.yaml') ? `export default ${JSON.stringify(code)}` : undefined,
};

/** What only `npm run prove` takes: LibreOffice calculates every formula again, `close` is killed at random moments. */
const LONGER = process.env.WANGGE_ALL === '1' ? [] : ['tests/recalc/**', 'tests/crash/**'];

/** What takes minutes begins first: whoever begins last ends alone. */
const LONG = ['mess/mess', 'oracle/agreement', 'oracle/assessment', 'run/parameters', 'archive/close'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((name) => moduleId.includes(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  plugins: [yamlAsText],
  // Left alone it keeps one processor free: half of two. Test files share what they import: reading it anew for each took a
  // tenth of the time, and nothing tested keeps state.
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...LONGER],
    maxWorkers: '100%',
    // Most of what tests make lives for a moment.
    execArgv: ['--max-semi-space-size=64'],
    sequence: { sequencer: LongFirst },
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
