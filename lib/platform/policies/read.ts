import "server-only";
import type { z } from "zod";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PolicyKind } from "@/lib/platform/db/generated/client";
import { AppError } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

export type PolicyInForce<Document> = {
	version: number;
	document: Document;
	/** SHA-256 of the canonical JSON, lower-case hex. */
	documentHash: string;
	effectiveFrom: Day;
};

type Where = { effectiveFrom: { lte: Date } } | { version: number };

/**
 * The policy of a kind in force on a business day: the one that took effect last.
 * @throws AppError POLICY_MISSING when none is in force, POLICY_UNREADABLE when its document does not fit `schema`
 */
export function readPolicyInForce<S extends z.ZodType>(
	kind: PolicyKind,
	day: Day,
	schema: S,
	client: Tx = db(),
): Promise<PolicyInForce<z.output<S>>> {
	return readPolicy(kind, { effectiveFrom: { lte: new Date(`${day}T00:00:00Z`) } }, schema, client);
}

/** One version of a policy, such as the one an application agreed to. @throws as `readPolicyInForce` */
export function readPolicyVersion<S extends z.ZodType>(
	kind: PolicyKind,
	version: number,
	schema: S,
	client: Tx = db(),
): Promise<PolicyInForce<z.output<S>>> {
	return readPolicy(kind, { version }, schema, client);
}

async function readPolicy<S extends z.ZodType>(
	kind: PolicyKind,
	where: Where,
	schema: S,
	client: Tx,
): Promise<PolicyInForce<z.output<S>>> {
	const row = await client.policy.findFirst({
		where: { kind, ...where },
		orderBy: [{ effectiveFrom: "desc" }, { version: "desc" }],
	});
	if (!row) throw new AppError("POLICY_MISSING");
	const parsed = schema.safeParse(row.document);
	if (!parsed.success) throw new AppError("POLICY_UNREADABLE", { cause: parsed.error });
	return {
		version: row.version,
		document: parsed.data,
		documentHash: row.documentHash,
		effectiveFrom: row.effectiveFrom.toISOString().slice(0, 10),
	};
}
