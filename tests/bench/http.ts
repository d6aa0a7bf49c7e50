import { Agent, request } from "node:http";
import { median } from "./measure";

export type Target = { url: string; cookie: string };

/** One GET over a kept connection, body read to its end; milliseconds. @throws on any status but 200 */
function fetchOnce(agent: Agent, { url, cookie }: Target): Promise<number> {
	return new Promise((resolve, reject) => {
		const started = performance.now();
		const sent = request(url, { agent, headers: { cookie } }, (response) => {
			response.on("error", reject);
			response.on("end", () => {
				if (response.statusCode === 200) resolve(performance.now() - started);
				else reject(new Error(`${url} answered ${response.statusCode}`));
			});
			response.resume();
		});
		sent.on("error", reject);
		sent.end();
	});
}

/** The median latency of `count` requests, one after the other. */
export async function measureP50(target: Target, count: number): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	try {
		const latencies: number[] = [];
		for (let index = 0; index < count; index++) latencies.push(await fetchOnce(agent, target));
		return median(latencies);
	} finally {
		agent.destroy();
	}
}
