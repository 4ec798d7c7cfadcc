import type { AddressSource, Sources } from './sources';

/** The address to fetch from: the policy's, and without one the person's. */
export function addressToFetch({ policy, address }: Sources): AddressSource | undefined {
  if (policy) return policy.kind === 'address' ? policy : undefined;
  return address;
}

/** Whether there is an address where nobody has been yet, or only without success. */
export function needsFetching(sources: Sources): boolean {
  return addressToFetch(sources)?.copy === null;
}
