/** `npm run profile -- FILE [--mend]`: what the phone thinks of a profile document or a 46xxsettings.txt. */
import { runAsProcess } from './as-process';
import { checkProfile } from './check-profile';

await runAsProcess(checkProfile);
