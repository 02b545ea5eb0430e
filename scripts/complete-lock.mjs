// Completes package-lock.json and bench/package-lock.json: node scripts/complete-lock.mjs [--check]
//
// A registry mirror may lack builds of a package for systems that nobody nearby uses. npm then leaves them out of
// the lock file without a word, and `npm ci` refuses the file on every machine ("Missing: … from lock file").
// Their names and exact versions are known from the package that wants them, so they are written down here; npm
// looks at them only on the system they are for.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32', 'arm'];

const LOCKS = ['package-lock.json', 'bench/package-lock.json'];

/** Whether Node would find `name` from the package at `from`, looking outwards. */
function present(lock, from, name) {
  const folders = from.split('/node_modules/');
  for (let depth = folders.length; depth > 0; depth -= 1) {
    if (lock.packages[`${folders.slice(0, depth).join('/node_modules/')}/node_modules/${name}`] !== undefined)
      return true;
  }
  return lock.packages[`node_modules/${name}`] !== undefined;
}

function entryFor(name, version, parent) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((word) => words.includes(word));
  const cpu = PROCESSORS.find((word) => words.some((part) => part === word || part.startsWith(`${word}-`)));
  const musl = words.some((word) => word.startsWith('musl'));
  const gnu = words.some((word) => word.startsWith('gnu'));
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(parent.dev ? { dev: true } : {}),
    ...(os === 'linux' && (musl || gnu) ? { libc: [musl ? 'musl' : 'glibc'] } : {}),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}

/** Writes down what is missing; with `check`, only tells it. @returns what was missing */
function complete(name, check) {
  const file = new URL(`../${name}`, import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const added = [];
  for (const [from, parent] of Object.entries(lock.packages)) {
    for (const [wanted, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (present(lock, from, wanted)) continue;
      if (!/^\d+\.\d+\.\d+[\w.-]*$/.test(version))
        throw new Error(`${from} wants ${wanted}@${version}: not one version`);
      lock.packages[`node_modules/${wanted}`] = entryFor(wanted, version, parent);
      added.push(`${wanted}@${version}`);
    }
  }
  if (added.length > 0 && !check) {
    const { '': root, ...others } = lock.packages;
    const sorted = Object.keys(others).sort((a, b) => a.localeCompare(b, 'en'));
    lock.packages = { '': root, ...Object.fromEntries(sorted.map((key) => [key, others[key]])) };
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  }
  return added;
}

const check = process.argv.includes('--check');
for (const name of LOCKS) {
  const added = complete(name, check);
  if (check && added.length > 0) {
    process.stderr.write(`${name} lacks: ${added.join(', ')}\nRun: node scripts/complete-lock.mjs\n`);
    process.exitCode = 1;
  }
  process.stdout.write(`${name}: ${added.length} entries ${check ? 'missing' : 'added'}\n`);
}
