import { startPage } from '../ui/start-page';
import { CallLog } from './call-log';
import { beginReading } from './read-log';

// The first calls are on their way from the disk while the page still learns who is signed in.
const first = beginReading();
startPage('call log', 'callLogTitle', (state, intents) => (
  <CallLog state={state} intents={intents} first={first} />
));
