import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("the jobs of every domain are registered: what is not has no queue and never runs", () => {
	const registry = readFileSync("lib/cli/jobs.ts", "utf8");
	const withJobs = readdirSync("lib/domains").filter(
		(domain) => existsSync(`lib/domains/${domain}/jobs.ts`) || existsSync(`lib/domains/${domain}/jobs`),
	);
	expect(withJobs).toContain("certification");
	const isRegistered = (domain: string) =>
		new RegExp(`import \\{ jobs as (\\w+) \\} from "@/lib/domains/${domain}/jobs"[^]*\\.\\.\\.\\1,`).test(
			registry,
		);
	expect(withJobs.filter((domain) => !isRegistered(domain))).toEqual([]);
});
