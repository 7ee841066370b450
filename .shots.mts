import { createRequire } from 'node:module';
const { chromium } = createRequire('/work/main/package.json')('@playwright/test');
const base = 'http://console.localhost:4571/opusdentalklinikken';
const [,, who = 'Ingrid', lang = 'nb', ...hashes] = process.argv;
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const width of [360, 768, 1280]) {
  const p = await b.newPage({ viewport: { width, height: 900 }, locale: lang });
  p.on('console', (m: any) => m.type() === 'error' && console.log('console:', m.text()));
  p.on('pageerror', (e: any) => console.log('pageerror:', e.message));
  await p.goto(base);
  await p.getByRole('button', { name: new RegExp(who) }).waitFor();
  if (who === 'Ingrid') await p.screenshot({ path: `/tmp/shots-msgs/signin-${width}-${lang}.png` });
  await p.getByRole('button', { name: new RegExp(who) }).click();
  for (const h of hashes) { await p.goto(`${base}#${h}`); await p.waitForTimeout(1200); await p.screenshot({ path: `/tmp/shots-msgs/${h.replace(/\//g,'_')}-${width}-${lang}.png`, fullPage: true }); }
  await p.close();
}
await b.close();
