// Says by its exit code whether the process of this container is ready. The slim image has no curl.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
