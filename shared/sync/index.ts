export * from './admin.ts';
export * from './audit.ts';
export * from './bundle.ts';
export * from './mutation.ts';
export * from './packed.ts';
export * from './permit.ts';
export * from './update.ts';
export * from './wire.ts';
