import { useEffect, useState } from 'preact/hooks';
import type { MicrophoneAccess } from '../core/microphone';

/** What the browser says before it is asked: a missing device counts for more than a permission for it. */
export function accessBeforeAsking(
  permission: PermissionState,
  hasDevice: boolean,
): Extract<MicrophoneAccess, 'granted' | 'not-asked' | 'no-device' | 'denied'> {
  if (permission === 'denied') return 'denied';
  if (!hasDevice) return 'no-device';
  return permission === 'granted' ? 'granted' : 'not-asked';
}

/** Calls back now, and whenever the permission changes or a device comes or goes, until the signal is aborted. */
export async function watchMicrophone(
  onChange: (access: ReturnType<typeof accessBeforeAsking>) => void,
  signal: AbortSignal,
): Promise<void> {
  const permission = await navigator.permissions.query({ name: 'microphone' });
  const look = async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const hasDevice = devices.some((device) => device.kind === 'audioinput');
    if (!signal.aborted) onChange(accessBeforeAsking(permission.state, hasDevice));
  };
  permission.addEventListener('change', look, { signal });
  navigator.mediaDevices.addEventListener('devicechange', look, { signal });
  await look();
}

/** Undefined until the browser has said it for the first time. */
export function useMicrophone(): ReturnType<typeof accessBeforeAsking> | undefined {
  const [access, setAccess] = useState<ReturnType<typeof accessBeforeAsking>>();
  useEffect(() => {
    const watching = new AbortController();
    void watchMicrophone(setAccess, watching.signal);
    return () => watching.abort();
  }, []);
  return access;
}
