import { spawn } from 'node:child_process';
import { forgetProcess, noteProcess } from './leftovers.mjs';
import { stateDir } from './places.mjs';
import { Trouble } from './progress.mjs';

const running = new Set();

/** Runs npm, a compiler or the like, its output kept for the case that it fails. */
export function runTool({
  name,
  program,
  args,
  cwd,
  env = process.env,
  failure,
  onOutput = () => {},
}) {
  const shell = process.platform === 'win32';
  const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const note = `tool-${process.pid}`;
  if (child.pid !== undefined) noteProcess(stateDir, note, { pid: child.pid, entry: name });
  let output = '';
  const take = (chunk) => {
    onOutput(chunk);
    output = (output + chunk).slice(-6_000);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    child.once('error', () =>
      reject(new Trouble(`${program} was not found; install Node with npm.`)),
    );
    child.once('close', (code) => {
      running.delete(child);
      forgetProcess(stateDir, note);
      if (code === 0) resolve();
      else reject(new Trouble(`${failure}\n${output.trim()}`));
    });
  });
}

/** Ends tools still at work when the script is asked to stop; npm may take its time over a request. */
export function endTools() {
  for (const child of running) {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 2_000).unref();
  }
}
