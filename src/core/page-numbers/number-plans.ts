import metadata from 'libphonenumber-js/min/metadata';
import { makeDecide } from './decide';
import type { Reader } from './plans';

/** Decides by the numbering plans of the world, which weigh more than the rest of the worker: it imports this file when a page asks. */
export const decideByPlans = (reader: Reader): ReturnType<typeof makeDecide> => makeDecide(metadata, reader);
