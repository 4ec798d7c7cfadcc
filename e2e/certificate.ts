import { createSelfSignedCertificate } from 'werift';
import type { Tls } from './gateway/websocket-door';

/** A certificate that nobody trusts, made anew by the media library, which needs such ones for DTLS. */
export async function makeCertificate(): Promise<Tls> {
  // ECDSA with SHA-256, in the numbers of TLS (RFC 5246 §7.4.1.4.1).
  const { keyPem, certPem } = await createSelfSignedCertificate({ signature: 3, hash: 4 });
  return { key: keyPem, cert: certPem };
}
