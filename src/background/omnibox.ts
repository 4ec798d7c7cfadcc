import type { Bus } from '../bus/bus';
import { browser } from '../platform/browser';
import { log } from '../platform/log';
import { readCallRecords } from '../store/call-log';
import { callByPreferredClient } from './hand-over';
import { readMatching } from './matching';

const SEARCHED = 300;
const MOST_SUGGESTED = 6;

type Line = { name: string; number: string };

/** "call" and a blank in the address bar, then a number, or a part of a name or number from the directory or of earlier calls. */
export function watchOmnibox(bus: Bus): void {
  const { getMessage } = browser.i18n;
  chrome.omnibox.setDefaultSuggestion({ description: getMessage('omniboxCall') });
  chrome.omnibox.onInputChanged.addListener((text, suggest) => void suggestCalls(text).then(suggest));
  chrome.omnibox.onInputEntered.addListener((text) => void callByPreferredClient(bus, text.trim(), {}));
}

async function suggestCalls(text: string): Promise<chrome.omnibox.SuggestResult[]> {
  const lines = [...(await findInDirectory(text)), ...(await findInLog(text))];
  const byNumber = new Map<string, Line>();
  for (const line of lines) {
    const key = line.number.replace(/[^\d+*#\p{L}@]/gu, '');
    if (!byNumber.has(key)) byNumber.set(key, line);
  }
  return [...byNumber.values()].slice(0, MOST_SUGGESTED).map(({ name, number }) => ({
    content: number,
    description: [name, number].filter(Boolean).map(escapeMarkup).join(' · '),
  }));
}

/** People of the directory, as the popup's field finds them; nobody when it cannot be read. */
async function findInDirectory(text: string): Promise<readonly Line[]> {
  try {
    const [{ findSuggestions, readFamiliar }, matching] = await Promise.all([
      import('../store/look-up'),
      readMatching(),
    ]);
    const familiar = await readFamiliar(matching);
    return await findSuggestions(text, { familiar, matching, limit: MOST_SUGGESTED });
  } catch (error) {
    log.warn('directory not read', { why: String(error) });
    return [];
  }
}

async function findInLog(text: string): Promise<readonly Line[]> {
  const wanted = fold(text);
  const digits = text.replace(/\D/g, '');
  const records = await readCallRecords({ limit: SEARCHED });
  return records
    .filter(
      ({ displayName, typed, sent }) =>
        (wanted !== '' && fold(displayName).includes(wanted)) ||
        (digits !== '' && `${sent} ${typed.replace(/\D/g, '')}`.includes(digits)),
    )
    .map(({ displayName, typed }) => ({ name: displayName, number: typed }));
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Descriptions are XML. */
const escapeMarkup = (text: string) =>
  text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\x20-\ud7ff\ue000-\uffff]/g, '');
