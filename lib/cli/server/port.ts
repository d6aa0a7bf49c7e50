import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "@/lib/platform/env/operator-error";

/** Makes sure the web server will be able to listen; waits up to `patienceMs` for a port to be let go. */
export async function refuseTakenPort(host: string, port: number, patienceMs: number): Promise<void> {
	for (let waited = 0; ; waited += 250) {
		const code = await tryPort(host, port);
		if (!code) return;
		if (code !== "EADDRINUSE" || waited >= patienceMs) throw explain(code, host, port);
		await sleep(250);
	}
}

/** Why the port cannot be listened on; undefined when it can. */
function tryPort(host: string, port: number): Promise<string | undefined> {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		probe.listen(port, host, () => probe.close(() => resolve(undefined)));
	});
}

function explain(code: string, host: string, port: number): OperatorError {
	switch (code) {
		case "EADDRINUSE":
			return new OperatorError(
				`端口 ${port} 已被占用；请释放它，或换一个端口启动，例如 PORT=${port + 1} npm start。`,
				`Port ${port} is taken; free it or start on another one, for example PORT=${port + 1} npm start.`,
			);
		case "EACCES":
			return new OperatorError(
				`没有权限监听端口 ${port}；请用 PORT 选择 1024 以上的端口。`,
				`No permission to listen on port ${port}; choose one above 1024 with PORT.`,
			);
		default:
			return new OperatorError(
				`无法在 ${host}:${port} 监听（${code}）；请检查 HOST 与 PORT。`,
				`Cannot listen on ${host}:${port} (${code}); check HOST and PORT.`,
			);
	}
}
