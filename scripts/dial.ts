/** `npm run dial -- --profile FILE [--name NAME] NUMBER…`: what the phone makes of numbers, and why. */
import { runAsProcess } from './as-process';
import { explainDialling } from './explain-dialling';

await runAsProcess(explainDialling);
