// Starts what the test asks for and then only waits, to be killed.
const [module, call, options] = process.argv.slice(2);
const { [call]: start } = await import(module);
const started = await start(JSON.parse(options));
process.stdout.write(`${started?.pid ?? process.pid}\n`);
setInterval(() => {}, 60_000);
