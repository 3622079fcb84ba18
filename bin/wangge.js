#!/usr/bin/env node
import { main } from '../dist/cli.js';

// Whoever reads may stop reading: `wangge check 2021-07 | head`.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 4));
process.exitCode = await main(process.argv.slice(2));
