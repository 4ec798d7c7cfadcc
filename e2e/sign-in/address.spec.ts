import type { Page } from '@playwright/test';
import { type DocumentServer, startDocumentServer } from '../document-server';
import { test as base, expect } from '../fixtures';
import type { Gateway } from '../gateway/gateway';
import { alice, callCard, dial, hangUp, pasteProfile, registration, signedInPopup, signOut } from '../person';
import { profileFor } from '../profiles';
import { text } from '../texts';

const test = base.extend<{ site: DocumentServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see what a fixture asks for
  site: async ({}, use) => {
    const site = await startDocumentServer({});
    await use(site);
    await site.close();
  },
});

const named = (name: string, { url }: Gateway) => {
  const [server] = profileFor(url).IP_Office_Server_Profile;
  return JSON.stringify({ IP_Office_Server_Profile: [{ ...server, Name: name }] });
};
const settingsFor = ({ port }: Gateway) => `## written by an IP Office
IF $MODEL4 SEQ 9611 GOTO OTHERS
SET SIPDOMAIN gateway.example
SET SIP_CONTROLLER_LIST "127.0.0.1:${port};transport=tls"
COMPLETELY UNKNOWN
GET more.txt
# OTHERS
`;
const inForce = (options: Page) => options.locator('.in-force').getByRole('heading', { level: 4 });

async function lookAt(options: Page, address: string): Promise<void> {
  await options.getByLabel(text('addressLabel')).fill(address);
  await options.getByRole('button', { name: text('addressLook') }).click();
}

test('a profile from an address is in force, fetched again at each sign-in, and lost by no failure', async ({
  offhook,
  gateway,
  site,
}) => {
  site.texts.set('/offhook.json', named('First', gateway));
  const options = await offhook.options();
  await lookAt(options, `${site.url}/offhook.json`);
  await options.getByRole('button', { name: text('addressUse') }).click();
  await expect(options.getByText(text('addressInForce'))).toBeVisible();
  await expect(inForce(options)).toHaveText('First');
  await expect(options.getByText(`${site.url}/offhook.json`)).toBeVisible();

  const popup = await signedInPopup(offhook, alice);
  await expect(() => expect(site.asked.at(-1)).toBe('/offhook.json 304')).toPass();

  // A document that changes during a call takes effect after it.
  await dial(popup, '600');
  await expect(callCard(popup, 'active')).toBeVisible();
  site.texts.set('/offhook.json', named('Second', gateway));
  await options.getByRole('button', { name: text('sourceFetchNow') }).click();
  await expect(inForce(options)).toHaveText('Second');
  await expect(callCard(popup, 'active')).toBeVisible();
  await expect(registration(popup, 'registered')).toContainText('201 · First');
  await hangUp(popup);
  await expect(registration(popup, 'registered')).toContainText('201 · Second');

  site.status = 503;
  await options.getByRole('button', { name: text('sourceFetchNow') }).click();
  await expect(options.getByText(text('addressStatus', '503'))).toBeVisible();
  await expect(inForce(options)).toHaveText('Second');
  await signOut(popup);
  await popup.close();
  const again = await signedInPopup(offhook, alice);
  await expect(registration(again, 'registered')).toContainText('201 · Second');
  await signOut(again);

  await options.getByRole('button', { name: text('sourceStopAddress') }).click();
  await expect(options.getByText(text('profileNone'))).toBeVisible();
});

test('a list of settings files is chosen from by name, and each value is shown with its line', async ({
  offhook,
  gateway,
  site,
}) => {
  const entry = (name: string, path: string) => ({
    Profile_Name: name,
    Client_Settings_File_Url: site.url + path,
  });
  const list = { Client_Settings_File_Address: [entry('West', '/west.txt'), entry('East', '/46xx.txt')] };
  site.texts.set('/list.json', JSON.stringify(list));
  site.texts.set('/46xx.txt', settingsFor(gateway));
  site.texts.set('/more.txt', 'SET PHNCC 44\nSET PHNOL 9\n');
  const options = await offhook.options();
  await pasteProfile(options, list);
  await options.getByRole('button', { name: 'East' }).click();

  const rows = options.locator('.settings-file details').first().getByRole('row');
  await expect(rows.filter({ hasText: 'SIPDOMAIN' })).toHaveText(/^3SIPDOMAINgateway\.exampleSIPDomain$/);
  await expect(rows.filter({ hasText: 'PHNCC' })).toContainText(text('problemInFile', 'more.txt', '1'));
  await expect(options.getByRole('cell', { name: 'COMPLETELY UNKNOWN' })).toBeVisible();
  await options.getByRole('button', { name: text('addressUse') }).click();
  await expect(inForce(options)).toHaveText('East');
  expect(site.asked.filter((path) => path === '/west.txt')).toEqual([]);

  await lookAt(options, `${site.url}/list.json`);
  await expect(options.getByRole('heading', { name: text('listHeading') })).toBeVisible();
});

test('an address is refused with its reason', async ({ offhook, site }) => {
  const options = await offhook.options();
  site.texts.set('/key.json', '{"systemId": "a", "publicKey": "b", "alg": "ES256"}');
  site.texts.set('/big.json', 'x'.repeat(1024 * 1024 + 1));
  await lookAt(options, 'http://phones.example.com/offhook.json');
  await expect(options.getByText(text('addressNotHttps'))).toBeVisible();
  await lookAt(options, `${site.url}/nothing.json`);
  await expect(options.getByText(text('addressStatus', '404'))).toBeVisible();
  await lookAt(options, `${site.url}/big.json`);
  await expect(options.getByText(text('addressTooBig'))).toBeVisible();
  await lookAt(options, `${site.url}/key.json`);
  await expect(options.getByText('This is the public key of an Aura Web Gateway.')).toBeVisible();
  await site.close();
  await lookAt(options, `${site.url}/offhook.json`);
  await expect(options.getByText(text('addressUnreachable'))).toBeVisible();
  await expect(options.getByText(text('profileNone'))).toBeVisible();
});
