// Finds what the broker needs on this machine and brings its jars. No dependency, runs on Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const pomFile = fileURLToPath(new URL('pom.xml', import.meta.url));
const oldestJava = 17;
const onWindows = process.platform === 'win32';

function versionPrintedBy(command, args, pattern) {
  const result = spawnSync(command, args, { encoding: 'utf8', shell: onWindows });
  if (result.error || result.status !== 0) return null;
  return pattern.exec(stripVTControlCharacters(`${result.stdout}${result.stderr}`))?.[1] ?? null;
}

function javaCommand() {
  const home = process.env.JAVA_HOME;
  return home && existsSync(join(home, 'bin')) ? join(home, 'bin', 'java') : 'java';
}

/** The pom's text carries the pinned versions, so that they are written once. */
export function kafkaVersion() {
  return /<kafka\.version>([^<]+)</.exec(readFileSync(pomFile, 'utf8'))[1];
}

/**
 * Says whether a broker can run here: `{ missing: null, java, javaVersion, mavenVersion }`,
 * or `missing` in words to print.
 */
export function findKafkaTools() {
  const java = javaCommand();
  const javaVersion = versionPrintedBy(java, ['-version'], /version "([^"]+)"/);
  const mavenVersion = versionPrintedBy('mvn', ['-version'], /Apache Maven (\S+)/);
  const found = { java, javaVersion, mavenVersion };
  if (javaVersion === null) return { ...found, missing: `Java ${oldestJava} or newer` };
  if (Number.parseInt(javaVersion, 10) < oldestJava) {
    return { ...found, missing: `Java ${oldestJava} or newer (this one is ${javaVersion})` };
  }
  if (mavenVersion === null) return { ...found, missing: 'Maven (the mvn command)' };
  return { ...found, missing: null };
}

function isInstalled(libs) {
  const marker = join(libs, 'installed');
  return existsSync(marker) && readFileSync(marker, 'utf8') === kafkaVersion();
}

function runMaven(outputDirectory, onProgress) {
  const goal = 'dependency:copy-dependencies';
  const settings = ['-DincludeScope=runtime', `-DoutputDirectory=${outputDirectory}`];
  const maven = spawn('mvn', ['-B', '-Dstyle.color=never', '-f', pomFile, goal, ...settings], {
    shell: onWindows,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const failures = [];
  createInterface({ input: maven.stdout }).on('line', (line) => {
    const jar = /Downloaded from .*\/([^/\s]+\.jar)/.exec(line)?.[1];
    if (jar) onProgress(jar);
    if (line.startsWith('[ERROR]')) failures.push(line.slice('[ERROR] '.length));
  });
  return new Promise((resolve, reject) => {
    maven.once('error', reject);
    maven.once('close', (code) => {
      if (code === 0) return resolve();
      reject(
        new Error(`Maven could not bring Apache Kafka: ${failures[0] ?? `exit code ${code}`}`),
      );
    });
  });
}

/**
 * Brings the broker's jars from Maven Central into `<dir>/libs`, once. They are copied beside it
 * and renamed, so a half-finished copy is never taken for an installation.
 */
export async function installKafka({ dir, onProgress = () => {} }) {
  const libs = join(dir, 'libs');
  if (isInstalled(libs)) return { libs, version: kafkaVersion() };
  const { missing } = findKafkaTools();
  if (missing) throw new Error(`Apache Kafka needs ${missing}, which was not found here.`);
  const copy = join(dir, `libs-${process.pid}-${Date.now()}`);
  mkdirSync(copy, { recursive: true });
  try {
    await runMaven(copy, onProgress);
    writeFileSync(join(copy, 'installed'), kafkaVersion());
    putInPlace(copy, libs);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  return { libs, version: kafkaVersion() };
}

function putInPlace(copy, libs) {
  // Another process may have finished first: its copy is as good, so ours is dropped.
  if (isInstalled(libs)) return;
  rmSync(libs, { recursive: true, force: true });
  renameSync(copy, libs);
}
