import type { FarCall } from './call';
import type { Invitation } from './invitation';
import type { PlaceOptions } from './place';

export interface Surroundings {
  /** Places a call from this far end. */
  callBack(number: string, to: string, options: PlaceOptions): Promise<FarCall>;
}

export interface FarEnd {
  /** Display name of the far end. */
  readonly name: string;
  /** What it does with a call. */
  take(invitation: Invitation, surroundings: Surroundings): Promise<void>;
}

const farEnds: Readonly<Record<string, FarEnd>> = {
  600: {
    name: 'Echo',
    async take(invitation) {
      invitation.ring();
      await invitation.answer('echo');
    },
  },
  601: {
    name: 'Tone 440 Hz',
    async take(invitation) {
      invitation.ring();
      await invitation.answer({ hz: 440 });
    },
  },
  602: {
    name: 'Tone meter',
    async take(invitation) {
      invitation.ring();
      await invitation.answer('silence');
    },
  },
  603: { name: 'Always busy', take: async (invitation) => invitation.decline(486) },
  604: {
    name: 'Declines',
    async take(invitation) {
      invitation.ring();
      invitation.decline(603);
    },
  },
  605: { name: 'Rings on', take: async (invitation) => invitation.ring() },
  606: {
    name: 'Hangs up',
    async take(invitation) {
      invitation.ring();
      await invitation.answer({ hz: 440 });
      if (await invitation.call.lasts(3000)) invitation.call.hangUp();
    },
  },
  607: {
    name: 'Early media',
    async take(invitation) {
      await invitation.progress({ hz: 440 });
      if (await invitation.call.lasts(3000)) await invitation.answer({ hz: 440 });
    },
  },
  608: {
    name: 'Callback',
    async take(invitation, { callBack }) {
      const { call } = invitation;
      invitation.ring();
      await invitation.answer('silence');
      if (await call.lasts(500)) call.hangUp();
      await call.lasts(2000);
      await callBack(call.number, call.other, { name: 'Callback' });
    },
  },
};

/** The far end with this number. `9NNN` gives the final response NNN, 400 to 699, so that each can be seen. */
export function farEndAt(number: string): FarEnd | undefined {
  const status = /^9([4-6]\d\d)$/.exec(number)?.[1];
  if (status === undefined) return Object.hasOwn(farEnds, number) ? farEnds[number] : undefined;
  return { name: `Response ${status}`, take: async (invitation) => invitation.decline(Number(status)) };
}

/** Number and name of each far end that answers calls. */
export const farEndNames: ReadonlyMap<string, string> = new Map(
  Object.entries(farEnds).map(([number, { name }]) => [number, name]),
);
