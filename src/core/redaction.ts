const secretHeaders =
  /^((?:proxy-)?authorization|(?:www|proxy)-authenticate|(?:proxy-)?authentication-info|challenge-(?:www|proxy))\s*:.*$/gim;
const secretFields =
  /\b(\w*(?:password|passwd|credential|secret|token)\w*|code_verifier|\w*nonce|opaque|rspauth|response)(["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;&"']+)/gi;
// The code and the state of a sign-on, in the address that its window ends at or in what is sent for it.
const codes = /([?&](?:code|state)=)[^&\s"]+/g;
const bearer = /\bBearer\s+[\w.~+/=-]+/gi;
const jwt = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const uriUserDigits = /\b((?:sips?|callto):(?=[^\s;>?]*@)|tel:)([^\s@;>?]+)/gi;
// A dot or a colon inside digits is of an address, a port or a time; at their end it is of the sentence.
const bareNumber = /(?<![\w-]|\d[.:])\+?\d{7,}(?![\w-]|[.:]\d)/g;

/**
 * Takes out of a text whatever must not be read by others before it is written anywhere: passwords, authorization headers,
 * tokens, TURN credentials. Telephone numbers are shortened to their last four digits, so that support can still tell two calls apart.
 */
export function redact(text: string): string {
  return text
    .replace(secretHeaders, '$1: …')
    .replace(bearer, 'Bearer …')
    .replace(jwt, '…')
    .replace(codes, '$1…')
    .replace(secretFields, '$1$2…')
    .replace(uriUserDigits, (_, scheme: string, user: string) => scheme + shortenNumber(user))
    .replace(bareNumber, shortenNumber);
}

/** "+4930123456" becomes "…3456"; four digits or fewer, and names, stay as they are. */
export function shortenNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  const isNumber = /^[+*#\d().\s-]+$/.test(number);
  return isNumber && digits.length > 4 ? `…${digits.slice(-4)}` : number;
}
