import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import type { Offhook } from '../offhook';
import { alice, callCard, dial, hangUp, recentCalls, signedInPopup, useProfile } from '../person';
import { profileFor } from '../profiles';
import { type TextKey, text } from '../texts';

const denver = {
  OutsidePrefix: '9',
  CountryCode: '1',
  CityCode: '303',
  PbxPrefix: '538',
  LongDistancePrefix: '1',
  InternationalPrefix: '011',
  ExtensionLength: '5',
  NationalLength: '10',
  RemoveAreaCode: true,
  ApplyToPlusNumber: true,
};

const profileWith = (url: string, rules: object) => ({
  IP_Office_Server_Profile: profileFor(url).IP_Office_Server_Profile.map((server) => ({
    ...server,
    ...rules,
  })),
});

const rule = (options: Page, label: TextKey) => options.getByLabel(text(label), { exact: true });
const preview = (popup: Page) => popup.locator('.preview');
const results = (options: Page) => options.locator('.results tbody > tr:first-child');

/** The popup where alice is signed in at a server with these rules. */
async function popupWith(offhook: Offhook, url: string, rules: object): Promise<Page> {
  await useProfile(offhook, profileWith(url, rules));
  return await signedInPopup(offhook, alice);
}

test('sets rules of one’s own, which each number then goes by', async ({ offhook, gateway }) => {
  const popup = await popupWith(offhook, gateway.url, { DialRule: false });
  const options = await offhook.options();
  await rule(options, 'ruleOutsidePrefix').fill('nine');
  await rule(options, 'ruleExtensionLengths').fill('3');
  await options.getByRole('button', { name: text('rulesSave') }).click();
  await expect(options.getByText(text('rulesRefused'))).toBeVisible();
  await expect(rule(options, 'ruleOutsidePrefix')).toBeFocused();
  await expect(rule(options, 'ruleOutsidePrefix')).toHaveValue('nine');
  await rule(options, 'ruleOutsidePrefix').fill('9');
  await options.getByRole('button', { name: text('rulesSave') }).click();
  await expect(options.getByText(text('rulesSaved'))).toBeVisible();

  await popup.getByLabel(text('numberLabel')).fill('50-3');
  await expect(preview(popup)).toHaveText('');
  await popup.getByLabel(text('numberLabel')).fill('555 0142');
  await expect(preview(popup)).toContainText(text('previewSends', '95550142'));
  await expect(preview(popup)).toContainText(text('reasonOutsideLine'));
  await popup.keyboard.press('Enter');
  await gateway.waitFor(/201 → gw +INVITE sip:95550142@/);
  await expect(callCard(popup, 'ended')).toContainText(text('causeNotFound'));

  await options.reload();
  await expect(rule(options, 'ruleOutsidePrefix')).toHaveValue('9');
  await expect(rule(options, 'ruleExtensionLengths')).toHaveValue('3');
});

test('shows what is sent while a number is typed, and why', async ({ offhook, gateway }) => {
  const popup = await popupWith(offhook, gateway.url, { DialRule: true, ...denver });
  const field = popup.getByLabel(text('numberLabel'));
  await field.pressSequentially('212-555-012');
  await expect(preview(popup)).toContainText(text('previewSends', '9212555012'));
  await field.press('3');
  await expect(preview(popup)).toContainText(text('previewSends', '912125550123'));
  await expect(preview(popup)).toContainText(`${text('reasonOutsideLine')}, ${text('reasonLongDistance')}`);
  await field.fill('12345');
  await expect(preview(popup)).toHaveText('');
  await field.fill('9-911');
  await expect(preview(popup)).toContainText(text('callEmergency'));
  await expect(preview(popup)).toContainText(text('emergencyLocation'));
});

test('dials one number as it is typed, and repeats that call as it was', async ({ offhook, gateway }) => {
  const popup = await popupWith(offhook, gateway.url, { DialRule: true, ...denver });
  await popup.getByLabel(text('numberLabel')).fill('9503');
  await expect(preview(popup)).toContainText(text('previewSends', '99503'));
  await popup.getByLabel(text('asTyped')).check();
  await expect(preview(popup)).toHaveText('');
  await popup.getByLabel(text('numberLabel')).press('Enter');
  await gateway.waitFor(/201 → gw +INVITE sip:9503@/);
  await expect(callCard(popup, 'ended')).toContainText(text('causeServerBusy'));
  await expect(popup.getByLabel(text('asTyped'))).not.toBeChecked();

  const after = gateway.lines.length;
  await (await recentCalls(popup)).first().getByRole('button').click();
  await gateway.waitFor(/201 → gw +INVITE sip:9503@/, { after });
  await popup.getByRole('tab', { name: text('tabDial') }).click();
  await expect(callCard(popup, 'ended')).toBeVisible();
  await dial(popup, '9503');
  await gateway.waitFor(/201 → gw +INVITE sip:99503@/, { after });
});

test('calls back a number to which the server had put the outside prefix, with one prefix, and writes both as people do', async ({
  offhook,
  gateway,
}) => {
  const popup = await popupWith(offhook, gateway.url, { DialRule: true, ...denver });
  const inbound = await gateway.callFrom('912125550123', '201', { cancelAfterMs: 300 });
  await inbound.reaches('ended');
  const line = (await recentCalls(popup)).first();
  await expect(line).toContainText('(212) 555-0123');
  await line.getByRole('button').click();
  await gateway.waitFor(/201 → gw +INVITE sip:912125550123@/);
  await expect(callCard(popup).first()).toContainText('(212) 555-0123');
});

test('tells of locked rules whose they are, tries a list by them, and others that are never saved', async ({
  offhook,
  gateway,
}) => {
  await useProfile(offhook, profileWith(gateway.url, { DialRule: true, ...denver }));
  const options = await offhook.options();
  await expect(options.getByText(text('rulesLocked'))).toBeVisible();
  await expect(options.locator('#rules input')).toHaveCount(0);

  const numbers = options.getByLabel(text('testerNumbers'));
  await numbers.fill(['+44 20 7946 0018', '303-538-1234', '911', 'Bob'].join('\n'));
  await expect(results(options).locator('td:nth-child(2)')).toHaveText([
    '9011442079460018',
    '81234',
    '911',
    '9262',
  ]);
  await expect(options.locator('.trace').first().locator('li')).toHaveText([
    `${text('stepOtherCountry')}${text('ruleCountryCode')}`,
    `9${text('ruleOutsidePrefix')}`,
    `011${text('ruleInternationalPrefix')}`,
    '442079460018',
  ]);
  const saved = options.waitForEvent('download');
  await options.getByRole('button', { name: text('testerExport', '4') }).click();
  const csv = readFileSync(await (await saved).path(), 'utf8').split('\r\n');
  expect(csv).toHaveLength(6);
  expect(csv[1]).toMatch(/^\+44 20 7946 0018,9011442079460018,,false,/);

  await options.getByRole('button', { name: text('rulesTry') }).click();
  await rule(options, 'ruleOutsidePrefix').fill('0');
  await expect(results(options).locator('td:nth-child(2)').first()).toHaveText('0011442079460018');
  await options.getByRole('button', { name: text('rulesTryEnd') }).click();
  await expect(results(options).locator('td:nth-child(2)').first()).toHaveText('9011442079460018');
});

test('tries hundreds of numbers at once and follows each change of a rule', async ({ offhook, gateway }) => {
  await useProfile(offhook, profileWith(gateway.url, { DialRule: false, ...denver }));
  const options = await offhook.options();
  const list = Array.from({ length: 500 }, (_, index) => `212-555-${String(index).padStart(4, '0')}`);
  await options.getByLabel(text('testerNumbers')).fill(list.join('\n'));
  await expect(results(options)).toHaveCount(500);
  await expect(results(options).last()).toContainText('912125550499');
  await rule(options, 'ruleLongDistancePrefix').fill('77');
  await expect(results(options).last()).toContainText('9772125550499');
});

test('fills in the rules from a country and an area code', async ({ offhook, gateway }) => {
  await useProfile(
    offhook,
    profileWith(gateway.url, { DialRule: false, OutsidePrefix: '0', ExtensionLength: '3' }),
  );
  const options = await offhook.options();
  await options.getByRole('button', { name: text('wizardOpen') }).click();
  await options.getByLabel(text('wizardCountry')).selectOption('DE');
  await options.getByLabel(text('wizardAreaCode')).fill('(030)');
  await expect(options.locator('.examples')).toContainText('030');
  await options.getByRole('button', { name: text('wizardTake') }).click();
  for (const [label, value] of [
    ['ruleCountryCode', '49'],
    ['ruleCityCodes', '30'],
    ['ruleLongDistancePrefix', '0'],
    ['ruleInternationalPrefix', '00'],
    ['ruleOutsidePrefix', '0'],
    ['ruleExtensionLengths', '3'],
  ] as const) {
    await expect(rule(options, label), label).toHaveValue(value);
  }
  await options.getByRole('button', { name: text('testerExamples') }).click();
  await expect(results(options).last()).toContainText('110');
});

test('says that rules are off, and sends digits as they are typed', async ({ offhook, gateway }) => {
  const popup = await popupWith(offhook, gateway.url, {});
  const options = await offhook.options();
  await expect(options.getByText(text('rulesOff'))).toBeVisible();
  await expect(popup.getByLabel(text('asTyped'))).toHaveCount(0);
  await dial(popup, '(6) 0-0');
  await gateway.waitFor(/201 → gw +INVITE sip:600@/);
  await hangUp(popup);
});
