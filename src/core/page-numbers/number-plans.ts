import type { makeDecide } from './decide';
import type { Reader } from './plans';

/** The name by which `numbers/main.ts`, once loaded into the worker, is found there. */
export const numberPlansName = 'decidePageNumbersFor';
export type NumberPlans = (reader: Reader) => ReturnType<typeof makeDecide>;
