import { describeMainJob } from './main-job.ts';

describeMainJob(process.env.BANTHAO_SHELL === 'electron' ? 'electron' : 'browser');
