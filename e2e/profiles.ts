/** What the server is called in them. */
export const serverName = 'Main office';

/** A profile of one telephone system whose gateways are these, the first of them the primary. */
export function profileFor(...urls: readonly [string, ...string[]]) {
  const [Address, ...secondary] = urls;
  const failover = secondary.length > 0 ? { AutoFailover: true, SecondaryAddress: secondary } : {};
  return {
    IP_Office_Server_Profile: [{ Name: serverName, Address, AccountsToken: false, ...failover }],
  };
}
