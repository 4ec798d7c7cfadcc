import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a person sees who is not known yet. */
export const signInPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Sign in</title>
<form method="post">
  <h1>Accounts</h1>
  <label>Name <input name="name" autofocus></label>
  <button>Sign in</button>
</form>`;

export async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(await text(request)));
}
