export { boundMemory, boundProcess } from './bounded.ts';
export { ProcessPool, type ProcessPoolOptions } from './process-pool.ts';
