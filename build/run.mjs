#!/usr/bin/env node
// `npm test`, `npm run portal|bench|e2e|dev`: the same set-up as `npm start`, then a TypeScript program on Node 24.
import { unsupportedNode } from './setup/version.mjs';

const problem = unsupportedNode(process.version);
if (problem !== null) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./setup/index.mjs').then(({ run }) => run(process.argv[2] || '', process.argv.slice(3)));
}
