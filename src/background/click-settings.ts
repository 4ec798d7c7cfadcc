import {
  type ClickToCall,
  type ClickToCallPolicy,
  clickToCallInForce,
  defaultClickToCall,
  readClickToCallPolicy,
} from '../core/page-numbers/click-to-call';
import { readManagedItems } from '../platform/managed';
import { readItem } from '../platform/storage';

/** What holds about numbers on pages at this moment. */
export async function readClickToCall(): Promise<{
  inForce: ClickToCall;
  policy: ClickToCallPolicy;
  own: ClickToCall;
}> {
  const [kept, managed] = await Promise.all([readItem('local', 'clickToCall'), readManagedItems()]);
  const own = { ...defaultClickToCall, ...kept };
  const policy = readClickToCallPolicy(managed);
  return { inForce: clickToCallInForce(own, policy), policy, own };
}
