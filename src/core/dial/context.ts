/**
 * A local number of a tel: URI in its phone-context (RFC 3966 §5.1.5), such as "+44" or "+1303". A context that
 * is the own country says nothing new; another comes in front, and a trunk zero between country code and number
 * goes, but for Italy's, which belongs to the number.
 */
export function inContext(number: string, context: string, ownCountryCode: string): string {
  if (context === '' || !/^\d+$/.test(number)) return number;
  const code = context.slice(1);
  if (code === ownCountryCode) return number;
  const hasTrunkZero = code.length <= 3 && code !== '39' && number.startsWith('0');
  return context + (hasTrunkZero ? number.slice(1) : number);
}
