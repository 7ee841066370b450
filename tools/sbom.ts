// "npm run sbom": what the package and the service are made of, as CycloneDX beside the built files. The same sources give the same
// bytes: without a time, and with a serial number that follows from the content.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  licenses?: readonly unknown[];
  externalReferences?: readonly { type: string }[];
}

/** A bill of materials, CycloneDX 1.5. */
export interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; component: Component & { purl: string } };
  components: readonly Component[];
  dependencies: readonly { ref: string; dependsOn: readonly string[] }[];
}

interface Package {
  name: string;
  version: string;
  dependencies: Record<string, string>;
}

/** What the lock file has for the package and its workspace, and for what builds and tests them. */
function locked(): Bom {
  // All of them: with `--omit dev` npm leaves out what a development package needs, too.
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm sbom ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as Bom;
}

/** Packages, as name@version, that only build and test, by the lock file: `npm ci --omit=dev` leaves them out. */
export function developmentPackages(): Set<string> {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string; dev?: boolean }>;
  };
  const entries = Object.entries(packages).filter(([, { dev }]) => dev);
  return new Set(
    entries.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`),
  );
}

/** The part of a bill that a package needs: what it lists, and all that follows from it. */
export function sbomOf(whole: Bom, { name, version, dependencies }: Package): Bom {
  const component = {
    ...whole.metadata.component,
    'bom-ref': `${name}@${version}`,
    name,
    version,
    purl: `pkg:npm/${name}@${version}`,
  };
  const edges = new Map(whole.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const direct = whole.components
    .filter((each) => dependencies[each.name] === each.version)
    .map((each) => each['bom-ref']);
  // Types for those who compile, which a package lists as optional and only the project's own tools bring.
  const development = developmentPackages();
  const needed = new Set(direct);
  for (const ref of needed) {
    edges.get(ref)?.forEach((next) => development.has(next) || needed.add(next));
  }
  const { timestamp: _time, ...metadata } = whole.metadata;
  const bom: Bom = {
    ...whole,
    metadata: { ...metadata, component },
    components: whole.components
      .filter((each) => needed.has(each['bom-ref']))
      // Where a package was fetched from is the builder's affair.
      .map(({ externalReferences = [], ...each }) => ({
        ...each,
        externalReferences: externalReferences.filter(({ type }) => type !== 'distribution'),
      })),
    dependencies: [
      { ref: component['bom-ref'], dependsOn: direct },
      ...whole.dependencies
        .filter(({ ref }) => needed.has(ref))
        .map(({ ref, dependsOn }) => ({
          ref,
          dependsOn: dependsOn.filter((to) => needed.has(to)),
        })),
    ],
  };
  return { ...bom, serialNumber: serialOf({ ...bom, serialNumber: '' }) };
}

/** A UUID (RFC 9562, version 8) that follows from the content. */
function serialOf(bom: Bom): string {
  const hex = createHash('sha256').update(JSON.stringify(bom)).digest('hex');
  const parts = [8, 4, 4, 4, 12].map((length, index, all) => {
    const from = all.slice(0, index).reduce((sum, each) => sum + each, 0);
    return hex.slice(from, from + length);
  });
  parts[2] = `8${parts[2]!.slice(1)}`;
  parts[3] = `8${parts[3]!.slice(1)}`;
  return `urn:uuid:${parts.join('-')}`;
}

const readPackage = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

/** The bills of the widget's package and of the service. */
export function sboms(): Record<'dist' | 'service/dist', Bom> {
  const whole = locked();
  return {
    dist: sbomOf(whole, readPackage('.')),
    'service/dist': sbomOf(whole, readPackage('service')),
  };
}

if (import.meta.filename === process.argv[1]) {
  for (const [folder, bom] of Object.entries(sboms())) {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'sbom.cdx.json');
    writeFileSync(file, `${JSON.stringify(bom, undefined, 2)}\n`);
    console.log(`${file}: ${bom.components.length} packages`);
  }
}
