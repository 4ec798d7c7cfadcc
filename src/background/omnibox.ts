import type { Bus } from '../bus/bus';
import { browser } from '../platform/browser';
import { readCallRecords } from '../store/call-log';
import { callByPreferredClient } from './hand-over';

const SEARCHED = 300;
const MOST_SUGGESTED = 6;

/** "call" and a blank in the address bar, then a number, or a part of a name or number of earlier calls. */
export function watchOmnibox(bus: Bus): void {
  const { getMessage } = browser.i18n;
  chrome.omnibox.setDefaultSuggestion({ description: getMessage('omniboxCall') });
  chrome.omnibox.onInputChanged.addListener((text, suggest) => void suggestCalls(text).then(suggest));
  chrome.omnibox.onInputEntered.addListener((text) => void callByPreferredClient(bus, text.trim(), {}));
}

async function suggestCalls(text: string): Promise<chrome.omnibox.SuggestResult[]> {
  const wanted = fold(text);
  const digits = text.replace(/\D/g, '');
  const records = await readCallRecords({ limit: SEARCHED });
  const parties = new Map(records.map((record) => [record.typed, record]));
  return [...parties.values()]
    .filter(
      ({ displayName, typed, sent }) =>
        (wanted !== '' && fold(displayName).includes(wanted)) ||
        (digits !== '' && `${sent} ${typed.replace(/\D/g, '')}`.includes(digits)),
    )
    .slice(0, MOST_SUGGESTED)
    .map(({ displayName, typed }) => ({
      content: typed,
      description: [displayName, typed].filter(Boolean).map(escapeMarkup).join(' · '),
    }));
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Descriptions are XML. */
const escapeMarkup = (text: string) =>
  text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[^\x20-\ud7ff\ue000-\uffff]/g, '');
