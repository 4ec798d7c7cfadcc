import '../ui/fake-i18n';
import { render } from 'preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BERLIN, DENVER } from '../core/dial/make-rules';
import { areSameRules, type DialRules } from '../core/dial/rules';
import { parseProfile } from '../core/profile/parse-profile';
import { noPolicy } from '../core/settings/policy';
import { emptySnapshot } from '../core/snapshot';
import { speak } from '../ui/fake-i18n';
import type { PageState } from '../ui/page-state';
import { RulesSection } from './rules-section';

let used: DialRules[];
let isSaved: boolean;
const useRules = async (rules: DialRules) => {
  used.push(rules);
  return isSaved;
};

function stateWith(fields: object, ownRules?: DialRules): PageState {
  const server = { Name: 'Main', Address: 'pbx.example.com', EmergencyNumbers: '5555', ...fields };
  const text = JSON.stringify({ IP_Office_Server_Profile: [server] });
  const result = parseProfile(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const profile = { text, profiles: result.profiles };
  return {
    snapshot: emptySnapshot,
    profile,
    account: undefined,
    missedCount: 0,
    signOnFailure: undefined,
    sources: {},
    policy: noPolicy,
    ownRules,
  };
}

const drawn = () => new Promise((resolve) => setTimeout(resolve));
const draw = async (state: PageState) => {
  render(<RulesSection state={state} intents={{ useRules }} />, document.body);
  await drawn();
};
const labelled = (name: string) => {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent?.startsWith(name),
  );
  const found = label?.htmlFor
    ? document.getElementById(label.htmlFor)
    : label?.querySelector('input, textarea, select');
  if (!(found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement))
    throw new Error(`no ${name}`);
  return found;
};
const write = async (name: string, typed: string) => {
  const field = labelled(name);
  field.value = typed;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await drawn();
};
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name));
const press = async (name: string) => {
  button(name)?.click();
  await drawn();
};
const results = () =>
  [...document.querySelectorAll('.results tbody tr:first-child td:nth-child(2)')].map(
    ({ textContent }) => textContent,
  );

beforeEach(() => {
  speak('en');
  used = [];
  isSaved = true;
  render(null, document.body);
});

it('asks for a profile as long as there is none', async () => {
  await draw({ ...stateWith({}), profile: undefined });
  expect(document.body.textContent).toContain('Load a server profile first');
});

describe('rules of the profile', () => {
  const locked = stateWith({ DialRule: true, OutsidePrefix: '9', CountryCode: '1', NationalLength: '10' });

  it('can be read and not written', async () => {
    await draw(locked);
    expect(document.body.textContent).toContain('Set by your telephone system’s profile');
    expect(document.querySelector('.rules-list')?.textContent).toContain('Outside prefix9');
    expect(document.querySelectorAll('input')).toHaveLength(0);
  });

  it('can be tried otherwise, with the same numbers, and nothing is saved', async () => {
    await draw(locked);
    await write('Numbers', '2125550123');
    expect(results()).toEqual(['92125550123']);
    await press('Try other rules');
    await write('Outside prefix', '8');
    expect(results()).toEqual(['82125550123']);
    await press('Back to the rules in force');
    expect(results()).toEqual(['92125550123']);
    expect(used).toEqual([]);
  });

  it('never touch the emergency numbers, which are named', async () => {
    await draw(locked);
    expect(document.body.textContent).toContain('112, 911, 5555');
    await write('Numbers', '5555');
    expect(document.querySelector('.emergency-row')?.textContent).toContain('emergency call');
  });
});

describe('rules that are off', () => {
  it('are said to be, and leave numbers as they are', async () => {
    await draw(stateWith({}));
    expect(document.body.textContent).toContain('Off in your telephone system’s profile');
    await write('Numbers', '(123) 456-7890');
    expect(results()).toEqual(['1234567890']);
  });
});

describe('rules of one’s own', () => {
  const own = { DialRule: false, OutsidePrefix: '9', CountryCode: '1' };

  it('begin with those of the profile, and are saved as a whole', async () => {
    await draw(stateWith(own));
    expect(labelled('Outside prefix').value).toBe('9');
    await write('Length of extensions', '3 4');
    expect(document.body.textContent).toContain('Not saved yet');
    await press('Save the rules');
    expect(used).toMatchObject([{ outsidePrefix: '9', countryCode: '1', extensionLengths: [3, 4] }]);
    expect(document.querySelector('.note-good')?.textContent).toContain('in force');
  });

  it('with a mistake are not saved, and what was typed stays', async () => {
    await draw(stateWith(own));
    await write('Outside prefix', 'nine');
    await write('Country code', '49');
    await press('Save the rules');
    expect(used).toEqual([]);
    expect(document.querySelector('.note-bad')?.textContent).toContain('Nothing has been saved');
    expect([labelled('Outside prefix').value, labelled('Country code').value]).toEqual(['nine', '49']);
    expect(document.activeElement).toBe(labelled('Outside prefix'));
  });

  it('that could not be saved say so and stay in the form', async () => {
    isSaved = false;
    await draw(stateWith(own));
    await write('Outside prefix', '0');
    await press('Save the rules');
    expect(document.querySelector('.note-bad')?.textContent).toContain('could not be saved');
    expect(labelled('Outside prefix').value).toBe('0');
  });

  it('stay in the form while something else on the page changes', async () => {
    await draw(stateWith(own));
    await write('Outside prefix', '0');
    await draw({ ...stateWith(own, DENVER), missedCount: 3 });
    expect(labelled('Outside prefix').value).toBe('0');
  });

  it('are shown as saved in whatever order the browser keeps their fields', async () => {
    const reversed: DialRules = JSON.parse(
      JSON.stringify(Object.fromEntries(Object.entries(BERLIN).reverse())),
    );
    expect(areSameRules(reversed, BERLIN)).toBe(true);
    await draw(stateWith(own, reversed));
    expect(labelled('Area codes').value).toBe('30');
    expect(document.body.textContent).not.toContain('Not saved yet');
  });

  it('are mended by a click where it is clear how', async () => {
    await draw(stateWith(own));
    await write('Length of national', '9-11');
    await press('Write 9,10,11');
    expect(labelled('Length of national').value).toBe('9, 10, 11');
  });

  it('are tried as they are written, and by the last without mistakes while one is wrong', async () => {
    await draw(stateWith(own));
    await write('Numbers', '411');
    await write('Outside prefix', '8');
    expect(results()).toEqual(['8411']);
    await write('Outside prefix', '8a');
    expect(results()).toEqual(['8411']);
    expect(document.querySelector('.note-warning')?.textContent).toContain('still needs attention');
  });

  it('are filled in from a country, and what no country tells stays', async () => {
    await draw(stateWith({ ...own, ExtensionLength: '4' }));
    await press('Fill in by country');
    await vi.waitFor(() => expect(document.querySelector('.wizard select')).not.toBeNull());
    const country = document.querySelector<HTMLSelectElement>('.wizard select');
    expect(country?.value).toBe('US');
    if (country) country.value = 'FR';
    country?.dispatchEvent(new Event('change', { bubbles: true }));
    await drawn();
    expect(document.querySelector('.examples')?.textContent).toContain('+33');
    await press('Fill in');
    expect(labelled('Country code').value).toBe('33');
    expect(labelled('International prefix').value).toBe('00');
    expect(labelled('Outside prefix').value).toBe('9');
    expect(labelled('Length of extensions').value).toBe('4');
    expect(used).toEqual([]);
  });
});

it('says by which field each part of a result came about', async () => {
  await draw(
    stateWith({
      DialRule: true,
      OutsidePrefix: '9',
      CountryCode: '1',
      InternationalPrefix: '011',
      ApplyToPlusNumber: true,
    }),
  );
  await write('Numbers', '+44 20 7946 0018\t123');
  const steps = [...document.querySelectorAll('.trace')].map((trace) =>
    [...trace.querySelectorAll('li')].map(({ textContent }) => textContent),
  );
  expect(steps[0]).toEqual([
    'not your countryCountry code',
    '9Outside prefix',
    '011International prefix',
    '442079460018',
  ]);
  expect(results()).toEqual(['9011442079460018', '9123']);
});
