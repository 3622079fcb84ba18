#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { main } from '../dist/cli.js';

// Cells and rows of a large sheet live for a moment. Where V8 comes to believe that they stay, it puts them straight
// among the old objects: half as much memory again, and a third more time.
setFlagsFromString('--no-allocation-site-pretenuring');
// Whoever reads may stop reading: `wangge check 2021-07 | head`.
process.stdout.on('error', ({ code }) => process.exit(code === 'EPIPE' ? 0 : 4));
process.exitCode = await main(process.argv.slice(2));
