import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { fillCallLog, makeUpCalls } from '../made-up-calls';
import type { Offhook } from '../offhook';
import { callCard, dial, hangUp, talkTo } from '../person';
import { text } from '../texts';
import { expectToolbar } from '../toolbar';

const openCallLog = (offhook: Offhook) => offhook.open('src/call-log/index.html');
const people = (log: Page) => log.locator('[data-kind=person] strong');
const about = (log: Page, name: string) =>
  log.locator('[data-kind=person]', { hasText: name }).locator('.about');

test('tells of a call how it sounded, by which gateway it went, and what was typed and sent', async ({
  offhook,
  popup,
  gateway,
}) => {
  await talkTo(popup, '600');
  await expect.poll(() => offhook.heard(), 'the echo is heard').not.toBeNull();
  await hangUp(popup);
  await expect(callCard(popup, 'active')).toHaveCount(0);
  const log = await openCallLog(offhook);
  await about(log, '600').click();
  const details = log.locator('.details');
  await expect(details).toContainText(text('outcomeOutbound'));
  await expect(details).toContainText(new URL(gateway.url).host);
  await expect(details).toContainText(/MOS [1-4](\.\d)?/);
  await expect(details).toContainText(/opus|PCM[UA]/);

  await details.getByRole('button', { name: text('callBack'), exact: true }).click();
  await expect(callCard(log, 'active')).toBeVisible();
  await hangUp(log);
  await expect(people(log)).toHaveText(['Echo(2)']);
});

test('says why a call failed, keeps a note about it, and finds it by the note after a reload', async ({
  offhook,
  popup,
}) => {
  await dial(popup, '9404');
  await expect(callCard(popup, 'ended')).toBeVisible();
  const log = await openCallLog(offhook);
  await about(log, '9404').click();
  await expect(log.locator('.figures')).toContainText(text('causeNotFound'));
  await expect(log.locator('.figures')).toContainText('404');
  await log.getByLabel(text('note'), { exact: true }).fill('wrong number from the web page');
  await expect(log.locator('.has-note')).toHaveText('wrong number from the web page');
  await log.reload();
  await log.getByLabel(text('callLogSearch')).fill('WEB page');
  await expect(people(log)).toHaveText(['9404']);
  await log.getByLabel(text('callLogSearch')).fill('nobody');
  await expect(log.getByText(text('callLogNothingFound'))).toBeVisible();
});

test('takes missed calls off the toolbar when they are looked at, and calls back', async ({
  offhook,
  popup,
  gateway,
}) => {
  const call = await gateway.callFrom('202', '201', { name: 'Bob Brown' });
  await call.reaches('ringing');
  call.hangUp();
  await expectToolbar(popup, { title: 'toolbarMissed', words: ['1'], badge: '1' });
  const log = await openCallLog(offhook);
  await expectToolbar(popup, { title: 'toolbarRegistered', badge: '' });
  await log.getByRole('button', { name: text('filterMissed'), exact: true }).click();
  await expect(people(log)).toHaveText(['Bob Brown']);
  await log.getByRole('button', { name: text('callParty', 'Bob Brown') }).click();
  await gateway.waitFor(/201 → gw +INVITE sip:202@/);
});

test('deletes one call or all of them, and takes that back', async ({ offhook }) => {
  const log = await openCallLog(offhook);
  await expect(log.getByText(text('recentEmpty'))).toBeVisible();
  await fillCallLog(log, makeUpCalls(30, Date.now()));
  await log.reload();
  await expect(log.locator('.count')).toHaveText(text('callLogCount', '30'));
  await log.locator('.delete-it').first().click();
  await expect(log.locator('.count')).toHaveText(text('callLogCount', '29'));
  await log.getByRole('button', { name: text('undo') }).click();
  await expect(log.locator('.count')).toHaveText(text('callLogCount', '30'));

  await log.locator('.overview details').evaluate((details) => details.setAttribute('open', ''));
  await log.getByRole('button', { name: text('deleteAllCalls') }).click();
  await expect(log.getByText(text('recentEmpty'))).toBeVisible();
  await log.reload();
  await expect(log.getByText(text('recentEmpty'))).toBeVisible();
});

test('goes out as a file and comes in again, whole or not at all', async ({ offhook }) => {
  const log = await openCallLog(offhook);
  await expect(log.getByText(text('recentEmpty'))).toBeVisible();
  await fillCallLog(log, makeUpCalls(30, Date.now()));
  await log.reload();
  await log.locator('.overview details').evaluate((details) => details.setAttribute('open', ''));
  const downloading = log.waitForEvent('download');
  await log.getByRole('button', { name: text('callsExportJson') }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^offhook-calls-\d{4}-\d\d-\d\d\.json$/);
  const json = readFileSync(await file.path(), 'utf8');
  await log.getByRole('button', { name: text('deleteAllCalls') }).click();
  await expect(log.getByText(text('recentEmpty'))).toBeVisible();

  const choose = (content: string) =>
    log
      .locator('input[type=file]')
      .setInputFiles({ name: 'calls.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await choose(json.replace('"direction":"inbound"', '"direction":"sideways"'));
  await expect(log.getByRole('alert')).toContainText('direction');
  await expect(log.getByText(text('recentEmpty'))).toBeVisible();
  await choose(json);
  await expect(log.getByText(text('callsImported', '30', '0'))).toBeVisible();
  await log
    .locator('.log-files')
    .getByRole('button', { name: text('undo') })
    .click();
  await expect(log.getByText(text('recentEmpty'))).toBeVisible();
  await choose(json);
  await expect(log.getByText(text('callsImported', '30', '0'))).toBeVisible();
  await expect(log.locator('.count')).toHaveText(text('callLogCount', '30'));
  await choose(json);
  await expect(log.getByText(text('callsImported', '0', '30'))).toBeVisible();
});

test('says when the disk is full, lets the call go on, and has it in the log when there is room again', async ({
  offhook,
  popup,
}) => {
  const engine = await offhook.engine();
  await engine.evaluate(`globalThis.realPut = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') };`);
  await talkTo(popup, '600');
  await expect(popup.getByText(text('callsNotKeptFull'))).toBeVisible();
  await expect(callCard(popup, 'active')).toBeVisible();
  await engine.evaluate('IDBObjectStore.prototype.put = globalThis.realPut');
  await hangUp(popup);
  await expect(popup.getByText(text('callsNotKeptFull'))).toHaveCount(0);
  const log = await openCallLog(offhook);
  await about(log, '600').click();
  await expect(log.locator('.details')).toContainText(text('outcomeOutbound'));
});
