import { runAccessCommand } from '@jejaring/transports/access-command';

process.exitCode = await runAccessCommand(process.argv.slice(2));
