/** What an administrator's document says about one telephone system, every default filled in. */
import type { DialRules } from '../dial/rules';

/** A STUN or TURN server in the shape that `RTCPeerConnection` takes. */
export type IceServer = {
  readonly urls: string;
  readonly username?: string;
  readonly credential?: string;
};

/** One server of a profile document, normalised. */
export type Profile = {
  readonly kind: 'ip-office' | 'aura';
  readonly name: string;
  /** WebSocket addresses in order of preference; `ws:` only for loopback. */
  readonly gateways: readonly [string, ...string[]];
  readonly sipDomain: string;
  readonly accountsToken: boolean;
  /** A whole address without a slash at its end, such as `https://accounts.avayacloud.com`. */
  readonly accountsAddress: string;
  readonly accountsClientId: string | null;
  readonly logDownload: boolean;
  readonly autoFailover: boolean;
  /** Empty when the document names no STUN or TURN server: then none is asked. */
  readonly iceServers: readonly IceServer[];
  /** `profile`: the document's rules, locked; `own`: each person's; `off`: no rules. */
  readonly dialRule: 'profile' | 'own' | 'off';
  readonly rules: DialRules;
  /** On top of the country's own. */
  readonly emergencyNumbers: readonly string[];
  /** Empty when there is none. */
  readonly voicemailNumber: string;
};

/** One change of the text; offsets and lengths count UTF-16 code units. */
export type Edit = { readonly offset: number; readonly length: number; readonly text: string };

/** A change that we are sure of, which a person takes with one click. */
export type Fix = { readonly label: string; readonly edits: readonly Edit[] };

/** One thing that is wrong in a document. `line` and `column` count from 1, `offset` from 0. */
export type Problem = {
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  readonly offset: number;
  readonly length: number;
  /** The file that a settings file led to by `GET`, when the problem is in that one. */
  readonly file?: string;
  /** Such as `IP_Office_Server_Profile[1].Address`; empty for the document as a whole. */
  readonly path: string;
  /** Stable, the key for translations of `message`; `args` fill its placeholders. */
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  readonly fix?: Fix;
};

/** Either every profile of the document, or every problem (warnings included) and no profile. */
export type ProfileResult =
  | { readonly ok: true; readonly profiles: readonly Profile[]; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
