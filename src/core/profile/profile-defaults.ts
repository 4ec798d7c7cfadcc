/** What applies where a document says nothing. */
import type { Profile } from './profile';

export const ACCOUNTS_ADDRESS = 'https://accounts.avayacloud.com';
export const STUN_PORT = 3478;
export const WEB_SOCKET_PATH = '/ws';
export const WEB_SOCKET_PORTS: Readonly<Record<Profile['kind'], number>> = { 'ip-office': 9443, aura: 443 };
export const VOICEMAIL_NUMBERS: Readonly<Record<Profile['kind'], string>> = { 'ip-office': '*17', aura: '' };
