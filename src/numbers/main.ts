import metadata from 'libphonenumber-js/min/metadata';
import { makeDecide } from '../core/page-numbers/decide';
import { type NumberPlans, numberPlansName } from '../core/page-numbers/number-plans';

// A classic script shares nothing with the worker that loads it but the global object.
const plans: NumberPlans = (reader) => makeDecide(metadata, reader);
Reflect.set(globalThis, numberPlansName, plans);
