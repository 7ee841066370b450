import type { StaffApi } from '../api/staff-api.js';

/** Makes a passkey on this device (C-02); false where the person has closed the browser's own window. */
export async function makePasskey(api: StaffApi, name: string): Promise<boolean> {
  const { data } = await api.call('beginPasskey');
  const { startRegistration } = await import('@simplewebauthn/browser');
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
  const optionsJSON = data.options as unknown as Options;
  const credential = await startRegistration({ optionsJSON }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'NotAllowedError') return undefined;
    throw error;
  });
  if (!credential) return false;
  await api.call('addPasskey', { body: { id: data.id, name, credential } });
  return true;
}
