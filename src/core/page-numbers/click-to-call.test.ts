import { describe, expect, it } from 'vitest';
import {
  clickToCallInForce,
  defaultClickToCall,
  mayFindNumbers,
  readClickToCallPolicy,
  toHost,
} from './click-to-call';

const own = {
  ...defaultClickToCall,
  sites: ['crm.example.com', 'localhost:8080'],
  excluded: ['example.org'],
};

describe('a page is searched for numbers', () => {
  it.each([
    ['https://spaces.avayacloud.com', true],
    ['https://crm.example.com', true],
    ['http://localhost:8080', true],
    ['http://localhost:8081', false],
    ['https://a.crm.example.com', false],
    ['https://example.net', false],
    ['chrome-extension://crm.example.com', false],
    ['null', false],
    ['', false],
  ])('or is not: %s', (origin, isSearched) => {
    expect(mayFindNumbers(origin, own)).toBe(isSearched);
  });

  it('everywhere but where it is not wanted, sub-domains included', () => {
    const everywhere = { ...own, everywhere: true };
    expect(mayFindNumbers('https://example.net', everywhere)).toBe(true);
    expect(mayFindNumbers('https://example.org', everywhere)).toBe(false);
    expect(mayFindNumbers('https://deep.down.example.org:8443', everywhere)).toBe(false);
    expect(mayFindNumbers('https://notexample.org', everywhere)).toBe(true);
    expect(
      mayFindNumbers('https://spaces.avayacloud.com', { ...everywhere, excluded: ['avayacloud.com'] }),
    ).toBe(false);
  });
});

it.each([
  ['example.com', 'example.com'],
  [' https://Example.com/path?x ', 'example.com'],
  ['*://*.example.com/*', 'example.com'],
  ['.example.com', 'example.com'],
  ['localhost:8080', 'localhost:8080'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['two words', null],
  ['*', null],
  ['me@example.com', null],
  ['', null],
])('takes %j for the host %s', (written, host) => {
  expect(toHost(written)).toBe(host);
});

it('puts the policy before the person, and its lists beside theirs', () => {
  const policy = readClickToCallPolicy({
    ClickToCallClient: 'workplace',
    ClickToCallSites: ['https://wiki.example.com/', 7],
    ClickToCallExcludedSites: ['*.bank.example'],
    ClickToCallEverywhere: 'yes',
    PageApiSites: ['https://crm.example.com/app', 'http://crm.example.com'],
    PageApiTrustedSites: ['https://desk.example.com'],
  });
  expect(policy.apiOrigins).toEqual(['https://crm.example.com', 'https://desk.example.com']);
  expect(policy.trustedOrigins).toEqual(['https://desk.example.com']);
  expect(clickToCallInForce(own, policy)).toEqual({
    client: 'workplace',
    everywhere: false,
    sites: ['wiki.example.com', 'crm.example.com', 'localhost:8080'],
    excluded: ['bank.example', 'example.org'],
  });
});

it('leaves everything to the person when there is no policy, or none that can be read', () => {
  expect(clickToCallInForce(own, readClickToCallPolicy({}))).toEqual(own);
  expect(
    clickToCallInForce(own, readClickToCallPolicy({ ClickToCallClient: {}, ClickToCallSites: 'x' })),
  ).toEqual(own);
});
