import { startPage } from '../ui/start-page';
import { announcedCall } from './announced-call';
import { CallWindow } from './call-window';

startPage('call-window', 'callStateIncoming', (state, intents) => {
  const call = announcedCall(state.snapshot);
  if (call) return <CallWindow state={state} call={call} intents={intents} />;
  window.close();
  return null;
});
