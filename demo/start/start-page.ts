import { html } from 'hono/html';
import { examples, tours } from './tours.js';

/** The start page: where to look, whom to book as, how to stop. `url` is its own address. */
export function startPage(url: URL) {
  const port = url.port ? `:${url.port}` : '';
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Opus Booking</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/start/start.css" />
      </head>
      <body>
        <header>
          <h1>Opus Booking</h1>
          <p>
            Patients book their dentist here, on the clinic’s own page. Everything below runs on
            this machine, with real times in a real database. Messages to patients never leave it.
          </p>
        </header>
        <main>
          <section aria-labelledby="pages">
            <h2 id="pages">Book as a patient</h2>
            <a class="wide card" href="/homepage/">
              <span class="words">
                <strong>A clinic’s own home page</strong>
                <span>
                  The widget as most patients meet it: one script and one element, inside a design
                  that knows nothing of it.
                </span>
              </span>
              <span class="go" aria-hidden="true">→</span>
            </a>
            <ul class="accounts">
              ${tours.map(
                ({ account, name, country, note }) =>
                  html`<li>
                    <a class="card" href="${url.protocol}//${account}.${url.hostname}${port}/">
                      <img src="/v1/accounts/${account}/logo" alt="${name}" height="36" />
                      <span>${note}</span>
                      <small>${country}</small>
                    </a>
                  </li>`,
              )}
            </ul>
          </section>

          <section aria-labelledby="staff">
            <h2 id="staff">Set up as the clinic</h2>
            <p>
              The console of each clinic, signed in as a sample person of any role: settings beside
              the real widget, staff and rights, history with undo.
            </p>
            <ul class="links">
              ${tours.map(
                ({ account, name, country }) =>
                  html`<li>
                    <a href="${url.protocol}//console.${url.hostname}${port}/${account}">${name}</a>
                    <span>${country}</span>
                  </li>`,
              )}
            </ul>
          </section>

          <section id="embed-section" aria-labelledby="embed" data-domain="${url.hostname}">
            <h2 id="embed">Put it on your own website</h2>
            <p>
              Inside a page, behind a button, floating, or in a frame: choose, look, and copy the
              code. The console of each clinic has the same under
              <i>Administration › Embed code</i>.
            </p>
            <div class="choices">
              <label>
                Clinic
                <select name="account">
                  ${tours.map(({ account, name }) => html`<option value="${account}">${name}</option>`)}
                </select>
              </label>
              <label>
                Language of the form
                <select name="language">
                  <option value="en">English</option>
                  <option value="nb">Norsk</option>
                  <option value="sv">Svenska</option>
                  <option value="fi">Suomi</option>
                  <option value="da">Dansk</option>
                </select>
              </label>
            </div>
            <opus-embed-generator></opus-embed-generator>
            <p>
              Whole pages of each way:
              ${examples.map(
                ({ file, name }, index) =>
                  html`${index ? ', ' : ''}<a href="/examples/${file}">${name}</a>`,
              )}.
            </p>
            <script type="module" src="/console/opus-embed-generator.js"></script>
            <script type="module" src="/start/embed.js"></script>
          </section>

          <section aria-labelledby="people">
            <h2 id="people">Somebody to book as</h2>
            <p>
              National IDs from each country’s public test series, which belong to nobody. Mobile
              number and e-mail address may be anything that looks right.
            </p>
            <dl class="people">
              <div>
                <dt>Norway</dt>
                <dd>15915010064</dd>
              </div>
              <div>
                <dt>Sweden</dt>
                <dd>19850709-9805</dd>
              </div>
              <div>
                <dt>Finland</dt>
                <dd>010190-900P</dd>
              </div>
              <div>
                <dt>Denmark</dt>
                <dd>251248-9996</dd>
              </div>
            </dl>
          </section>

          <section aria-labelledby="behind">
            <h2 id="behind">Behind it</h2>
            <ul class="links">
              <li>
                <a href="/demo/inbox">Inbox</a>
                <span>every SMS and e-mail to patients, confirmation codes among them</span>
              </li>
              <li>
                <a href="/openapi.json">The booking API</a>
                <span>OpenAPI 3.1, made from the schemas that check every request</span>
              </li>
              <li>
                <a href="/v1/accounts/opusdentalklinikken">An account</a>
                <span>the one request that the first step needs</span>
              </li>
            </ul>
          </section>
        </main>
        <footer>
          <p>
            To stop, press <kbd>Ctrl</kbd> + <kbd>C</kbd> in the terminal where
            <code>npm start</code> runs. What is booked stays for the next start.
          </p>
        </footer>
      </body>
    </html>`;
}
