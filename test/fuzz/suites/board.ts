import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzBoard } from '../board.ts';
import { makeTemplate } from '../world/unit.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    steps: { type: 'string', default: '30' },
    path: { type: 'string' },
  },
});
const template = await makeTemplate();
try {
  const { total, failure } = await fuzzBoard(template, {
    ...{ seed: Number(values.seed), runs: Number(values.runs), steps: Number(values.steps) },
    ...(values.path === undefined ? {} : { path: values.path }),
  });
  if (failure !== null) console.error(failure);
  console.log(JSON.stringify(total));
  process.exitCode = failure === null ? 0 : 1;
} finally {
  rmSync(dirname(template), { recursive: true, force: true });
}
process.exit();
