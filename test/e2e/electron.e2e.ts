import { describe, it } from 'vitest';
import { electronProgram } from './electron-shell.ts';
import { describeMainJob } from './main-job.ts';

const program = electronProgram();

if ('file' in program) describeMainJob('electron');
else
  describe('the board in electron', () => {
    it.skip(`is not tried: ${program.missing}`, () => {});
  });
