import { defineConfig } from 'vitest/config';

/** Editions are YAML documents; the bundle and the tests both take them as text. */
const yamlAsText = {
  name: 'yaml-as-text',
  transform: (code: string, id: string) =>
    id.endsWith('.yaml') ? `export default ${JSON.stringify(code)}` : undefined,
};

export default defineConfig({
  plugins: [yamlAsText],
  // Left alone it keeps one processor free: half of two. Test files share what they import: reading it anew for each took a
  // tenth of the time, and nothing tested keeps state.
  test: {
    include: ['tests/**/*.test.ts'],
    maxWorkers: '100%',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
