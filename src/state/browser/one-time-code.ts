/** The part of the WebOTP API that browsers have and TypeScript does not know yet. */
interface OneTimeCodeRequest extends CredentialRequestOptions {
  readonly otp: { readonly transport: readonly ['sms'] };
}

interface OneTimeCode extends Credential {
  readonly code?: string;
}

/**
 * Waits for the confirmation code in an SMS that is bound to this page (P-31, https://wicg.github.io/web-otp/): the
 * browser asks the patient first. Undefined when there is none, or it was not given, or the wait was aborted.
 */
export async function readOneTimeCode(signal: AbortSignal): Promise<string | undefined> {
  const request: OneTimeCodeRequest = { otp: { transport: ['sms'] }, signal };
  try {
    const credential: OneTimeCode | null = await navigator.credentials.get(request);
    return credential?.code;
  } catch {
    // Refused, timed out, or forbidden in this frame: the patient types it.
    return undefined;
  }
}
