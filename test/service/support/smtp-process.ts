// A mail server as a process of its own: prints its port, then each mail that it took as a line of JSON.
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  secure: process.env.SMTP_SECURE === '1',
  disabledCommands: process.env.SMTP_STARTTLS === '1' ? [] : ['STARTTLS'],
  authOptional: false,
  hideSMTPUTF8: process.env.SMTP_UTF8 !== '1',
  onAuth({ username, password }, _session, done) {
    const isRight = username === 'user' && password === 'right';
    done(isRight ? null : new Error('no'), isRight ? { user: username } : undefined);
  },
  onRcptTo({ address }, _session, done) {
    const [code] = /^\d{3}/.exec(address) ?? [];
    // Servers like to name the recipient.
    done(
      code
        ? Object.assign(new Error(`<${address}> refused`), { responseCode: Number(code) })
        : null,
    );
  },
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope;
      console.log(
        JSON.stringify({
          from: mailFrom && mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          isSecure: session.secure,
          raw: Buffer.concat(chunks).toString(),
        }),
      );
      done();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.server.address() as { port: number };
  console.log(`ready ${port}`);
});
