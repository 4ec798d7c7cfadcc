/**
 * Measures the built extension in a real Chromium against the gateway on loopback. `npm run build && npm run bench`. Nothing else should
 * be running: a click to INVITE is a matter of milliseconds.
 */
import { measureCallLog } from './call-log';
import { measureCalls } from './calls';
import { measureDeadStun } from './dead-stun';
import { measureDirectory } from './directory';
import { measurePageScan } from './page-scan';
import { measurePopup } from './popup';
import { measurePreview } from './preview';
import { measureProfile } from './profile';
import { formatRows } from './report';
import { measureWeight } from './weight';

const rows = [
  ...measureWeight(),
  ...measurePreview(),
  ...measureProfile(),
  ...(await measurePopup()),
  ...(await measureCalls()),
  ...(await measureDeadStun()),
  ...(await measureDirectory()),
  ...(await measureCallLog()),
  ...(await measurePageScan()),
];
console.log(formatRows(rows));
process.exit(0);
