#!/usr/bin/env node
import { main } from './cli/main.js';

// A reader that has seen enough (`heyue check … | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: process.stdin,
  color: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  width: process.stdout.isTTY ? process.stdout.columns : 100,
});
