import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SmtpConnection from 'nodemailer/lib/smtp-connection';

/** Milliseconds until a server that could not be asked is asked again. */
const askAgain = 60_000;

/**
 * Asks a mail server by EHLO what it can do (RFC 5321, 2.2.1), over TLS where it offers that, every minute until it answers.
 * `ready` resolves after the first try; `timeout` in milliseconds.
 */
export function askExtensions(url: string, timeout: number) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const asking = {
    extensions: undefined as readonly string[] | undefined,
    ready: Promise.resolve(),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
  const ask = async () => {
    asking.extensions = await extensionsOf(url, timeout);
    if (asking.extensions || isStopped) return;
    timer = setTimeout(() => void ask(), askAgain).unref();
  };
  asking.ready = ask();
  return asking;
}

/** The extensions that a server names in its answer to EHLO; undefined where it cannot be asked. */
function extensionsOf(url: string, timeout: number): Promise<readonly string[] | undefined> {
  const options = { connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout };
  return new Promise((resolve) => {
    const connection = new SmtpConnection({ ...parseConnectionUrl(url), ...options });
    connection.on('error', () => resolve(undefined));
    connection.on('end', () => resolve(undefined));
    connection.connect(() => {
      // nodemailer tells nobody but itself; a test asks servers with and without SMTPUTF8.
      const { _supportedExtensions: names = [] } = connection as {
        _supportedExtensions?: string[];
      };
      resolve([...names]);
      connection.quit();
    });
  });
}
