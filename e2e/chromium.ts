import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BrowserContext, type BrowserContextOptions, chromium } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.mjs';
import { encodeWav } from '../scripts/wav';
import { copyExtension, extensionIdOf } from './extension-copy';
import { Offhook } from './offhook';
import { makeTone } from './tone';

/** A microphone that hums at `hz`, the machine's own, or what else a person may have: a refusal, an unanswered question, no device at all. */
export type Microphone = { hz: number } | 'own' | 'denied' | 'not-asked' | 'no-device';

export type LaunchOptions = {
  /** The built extension; when missing, the environment's OFFHOOK_DIST, and without that `dist` of the project. */
  dist?: string;
  /** 440 Hz when missing. */
  microphone?: Microphone;
  /** Hosts that the person has let Offhook reach; loopback when missing. */
  hosts?: readonly string[];
  /** A key for the manifest in the place of the build's, and with it another id. */
  key?: string;
  /** Text of a content script of ours, to see what Offhook keeps from such a one. */
  contentScript?: string;
  /** A folder for the browser's profile that outlives the browser, to start it again as it was. */
  profileDir?: string;
  /** "de": the language of the browser, and so of Offhook. */
  locale?: string;
  colorScheme?: 'light' | 'dark';
  headless?: boolean;
  /** More flags for Chromium. */
  args?: readonly string[];
};

/** Starts a Chromium with Offhook installed. Close what it gives. */
export async function launchOffhook(options: LaunchOptions = {}): Promise<Offhook> {
  const folder = mkdtempSync(join(scratchFolder(), 'offhook-'));
  const extension = join(folder, 'extension');
  const dist = options.dist ?? process.env.OFFHOOK_DIST ?? fileURLToPath(new URL('../dist', import.meta.url));
  try {
    const { hosts = ['127.0.0.1', 'localhost'], contentScript, key } = options;
    const manifest = copyExtension(dist, extension, { hosts, contentScript, key });
    const extensionId = extensionIdOf(manifest);
    const { profileDir } = options;
    const isNew = !profileDir || readdirSync(profileDir).length === 0;
    const context = await launch(folder, extension, options);
    const offhook = new Offhook(context, extensionId, manifest, folder);
    // At once: a document whose question was dismissed goes on being refused for a while after leave was given.
    await setMicrophone(offhook, options.microphone);
    // It would come to the front of whatever the test has opened by then, and a tab behind another draws once a second.
    if (isNew) await offhook.firstPage();
    return offhook;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Memory where there is plenty: browsers that start one after another keep a disk busy. */
export function scratchFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 2 ** 31 ? memory : tmpdir();
}

async function launch(folder: string, extension: string, options: LaunchOptions): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('there is no Chromium; "node scripts/setup.mjs" installs it');
  const { locale, colorScheme, headless = true, microphone = { hz: 440 } } = options;
  return await chromium.launchPersistentContext(options.profileDir ?? join(folder, 'profile'), {
    executablePath,
    headless,
    // Whoever launches closes, at an interrupt too.
    handleSIGINT: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--autoplay-policy=no-user-gesture-required',
      '--allow-loopback-in-peer-connection',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(locale ? [`--lang=${locale}`] : []),
      ...microphoneFlags(folder, microphone),
      ...(options.args ?? []),
    ],
    env: environment(options),
    ...pageOptions(colorScheme, locale),
  });
}

function pageOptions(colorScheme: LaunchOptions['colorScheme'], locale?: string): BrowserContextOptions {
  return { viewport: null, ...(colorScheme ? { colorScheme } : {}), ...(locale ? { locale } : {}) };
}

function microphoneFlags(folder: string, microphone: Microphone): string[] {
  if (microphone === 'no-device' || microphone === 'own') return [];
  const flags = ['--use-fake-device-for-media-stream'];
  if (typeof microphone === 'string') return flags;
  const path = join(folder, 'microphone.wav');
  writeFileSync(path, encodeWav(makeTone(microphone.hz, 1, 48_000), 48_000));
  return [...flags, `--use-file-for-fake-audio-capture=${path}`];
}

function environment({ locale, microphone }: LaunchOptions): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    ...Object.fromEntries(inherited),
    // Chromium on Linux takes its language from here, and its flag for the pages only.
    ...(locale ? { LANGUAGE: locale } : {}),
    // A machine that has a microphone must not find it.
    ...(microphone === 'no-device' ? { PULSE_SERVER: '/dev/null', ALSA_CONFIG_PATH: '/dev/null' } : {}),
  };
}

/** Gives or takes the leave to use the microphone, or says nothing about it. */
export async function setMicrophone(offhook: Offhook, microphone: Microphone = { hz: 440 }): Promise<void> {
  if (microphone !== 'not-asked') await offhook.allowMicrophone(microphone !== 'denied');
}
