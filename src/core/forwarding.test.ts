import { describe, expect, it } from 'vitest';
import { divertedFrom, forwardedTo } from './forwarding';

const history = '<sip:201@example.com>;index=1, <sip:202@example.com?Reason=SIP%3Bcause%3D302>;index=1.1';

describe('a call that was forwarded to us', () => {
  it('was first for whom the oldest Diversion names', () => {
    const diversion = [
      '"Doe, Jo" <sip:203@example.com>;reason=no-answer, <sip:204@example.com>',
      '<tel:+49371-5550123>',
    ];
    expect(divertedFrom({ diversion, historyInfo: [] })).toBe('+493715550123');
    expect(divertedFrom({ diversion: diversion.slice(0, 1), historyInfo: [] })).toBe('204');
  });

  it('was first for whom the history begins with', () => {
    expect(divertedFrom({ diversion: [], historyInfo: [history] })).toBe('201');
  });

  it('is none when the history has only us, or nothing can be read', () => {
    expect(divertedFrom({ diversion: [], historyInfo: ['<sip:201@example.com>;index=1'] })).toBeUndefined();
    expect(divertedFrom({ diversion: ['unknown', ''], historyInfo: [] })).toBeUndefined();
  });
});

describe('a call of ours that was forwarded', () => {
  it('goes to the contact of the redirection, or where the history ends', () => {
    expect(forwardedTo({ contact: ['<sip:205@example.com>;q=1'], historyInfo: [history] })).toBe('205');
    expect(forwardedTo({ contact: [], historyInfo: [history] })).toBe('202');
    expect(forwardedTo({ contact: [], historyInfo: [] })).toBeUndefined();
  });
});
