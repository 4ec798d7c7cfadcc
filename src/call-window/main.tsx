import { startPage } from '../ui/start-page';
import { announcedCall } from './announced-call';
import { CallWindow } from './call-window';

startPage('call-window', 'callStateIncoming', ({ snapshot }, intents) => {
  const call = announcedCall(snapshot);
  if (call) return <CallWindow call={call} intents={intents} />;
  window.close();
  return null;
});
