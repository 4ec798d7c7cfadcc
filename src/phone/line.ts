import type { UserAgent } from 'sip.js';

/** What a call is placed through: an agent, and the gateway that its requests go to right now, null while there is none. */
export type Line = { readonly ua: UserAgent; readonly gatewayUrl: string | null };
