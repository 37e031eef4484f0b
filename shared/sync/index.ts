export * from './mutation.ts';
export * from './wire.ts';
