import { z } from "zod";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { defineCommand } from "../define-command";
import { withDatabase } from "../with-database";

export const registerJob = defineCommand({
	usage: "job [name]",
	summary: "立即执行一个定时任务；不带名称则列出全部 · Run a scheduled job now; without a name, list them",
	options: z.object({}),
	async run({ args: [name], output }) {
		const { portalJobs } = await import("../jobs");
		if (!name) {
			const rows = portalJobs.map(({ name, cron }) => ({ name, cron: cron ?? null }));
			return {
				data: { jobs: rows },
				text: rows.map((row) => `${row.name.padEnd(36)}${row.cron ?? "–"}`).join("\n"),
			};
		}
		const job = portalJobs.find((one) => one.name === name && one.cron);
		if (!job)
			throw new OperatorError(`没有名为 ${name} 的定时任务。`, `There is no scheduled job named ${name}.`);
		await withDatabase("portal job", output, () =>
			job.run({}, { signal: AbortSignal.timeout(job.expireInSeconds * 1000) }),
		);
		return { data: { job: name, done: true }, text: `${name}：已完成。\n${name}: done.` };
	},
});
