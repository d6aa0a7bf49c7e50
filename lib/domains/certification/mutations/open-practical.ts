import "server-only";
import type { PoolClient } from "pg";
import { readExamPolicyVersion } from "@/lib/domains/certification/data/exam-policy";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** A passed paper of a level with a practical part waits for it, in the transaction that ends the paper. */
export async function openPractical(
	client: PoolClient,
	{ id, policyVersion }: { id: string; policyVersion: number },
	now: Date,
): Promise<void> {
	const { document } = await readExamPolicyVersion(policyVersion);
	await client.query("INSERT INTO exam_practicals (sitting_id, due_on) VALUES ($1, $2)", [
		id,
		addDays(businessDayOf(now), document.practical.dueDays),
	]);
}
