import './fake-i18n';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { languages, speak } from './fake-i18n';
import { SignOn } from './sign-on';

Object.assign(globalThis.browser, { identity: { getRedirectURL: () => 'https://offhook.chromiumapp.org/' } });

const offer = {
  accountsToken: true,
  accountsAddress: 'https://accounts.example.com:8443',
  accountsClientId: 'offhook',
};

async function draw(server: Parameters<typeof SignOn>[0]['server'], isWaiting = false) {
  let clicks = 0;
  await act(() =>
    render(
      <SignOn server={server} isBusy={false} isWaiting={isWaiting} onSignOn={() => (clicks += 1)} />,
      document.body,
    ),
  );
  const button = document.querySelector('button');
  return { button, said: document.body.textContent ?? '', clicks: () => clicks };
}

afterEach(() => {
  render(null, document.body);
  speak('en');
});

describe('single sign-on', () => {
  it('is offered with the host that it leads to', async () => {
    const { button, said, clicks } = await draw(offer);
    expect(said).toContain('accounts.example.com:8443');
    button?.click();
    expect(clicks()).toBe(1);
  });

  it('cannot be begun twice', async () => {
    const { button } = await draw(offer, true);
    expect(button?.disabled).toBe(true);
  });

  it('is not there where the profile does not offer it', async () => {
    expect((await draw({ ...offer, accountsToken: false })).said).toBe('');
  });

  it.each(languages)(
    'without a client id tells in %s what the administrator has to add, and where',
    async (language) => {
      speak(language);
      const { button, said } = await draw({ ...offer, accountsClientId: null });
      expect(button).toBeNull();
      expect(said).toContain('AccountsClientId');
      expect(said).toContain('https://offhook.chromiumapp.org/');
    },
  );
});
