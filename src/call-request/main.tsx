import { startPage } from '../ui/start-page';
import { CallRequestWindow } from './call-request-window';

/** A `tel:` link that Chrome hands over comes in the address of this page (`registerProtocolHandler`). */
const link = new URLSearchParams(location.search).get('link');

startPage('call-request', 'callRequestTitle', (state, intents) => (
  <CallRequestWindow state={state} intents={intents} link={link} />
));
