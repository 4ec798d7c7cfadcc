import { parseNameAddr } from '../sip/address';
import { header, respond } from '../sip/headers';
import type { Header, SipRequest, SipResponse } from '../sip/message';
import { reasonPhrase } from '../sip/reason-phrases';
import type { FarCall } from './call';
import type { PlaceOptions } from './place';

export interface ReferParts {
  readonly call: FarCall;
  readonly request: SipRequest;
  readonly respond: (response: SipResponse) => void;
  /** Places the call that the far end is sent to. */
  readonly dial: (uri: string, options: PlaceOptions) => Promise<FarCall>;
}

/**
 * A transfer: the far end calls whom it is told to and reports how that goes (RFC 3515, RFC 5589). The BYE of the old
 * call is left to the transferor.
 */
export async function takeRefer({ call, request, dial, ...parts }: ReferParts): Promise<void> {
  const target = parseNameAddr(header(request, 'Refer-To') ?? '').uri;
  if (!/^sips?:/i.test(target)) {
    parts.respond(respond(request, 400));
    return;
  }
  parts.respond(respond(request, 202));
  const notify = (status: number) => call.request('NOTIFY', report(status), () => undefined);
  notify(100);
  const [uri = '', query = ''] = target.split('?');
  const placed = await dial(uri, { headers: headersOf(query) });
  notify(await placed.outcome(180_000));
}

/** The headers that Refer-To wants in the new INVITE, Replaces above all (RFC 3261 §19.1.1, RFC 3891). */
function headersOf(query: string): Header[] {
  return [...new URLSearchParams(query.replaceAll('+', '%2B'))].map(([name, value]) => ({ name, value }));
}

function report(status: number) {
  const state = status < 200 ? 'active;expires=180' : 'terminated;reason=noresource';
  return {
    headers: [
      { name: 'Event', value: 'refer' },
      { name: 'Subscription-State', value: state },
      { name: 'Content-Type', value: 'message/sipfrag;version=2.0' },
    ],
    body: `SIP/2.0 ${status} ${reasonPhrase(status)}\r\n`,
  };
}
