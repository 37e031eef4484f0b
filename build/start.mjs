#!/usr/bin/env node
// `npm start`. Only syntax and imports that an old Node reads: the check below must get to speak.
import { unsupportedNode } from './setup/version.mjs';

const problem = unsupportedNode(process.version);
if (problem !== null) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./setup/index.mjs').then(({ start }) => start(process.argv.slice(2)));
}
