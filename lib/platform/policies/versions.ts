import "server-only";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PolicyKind } from "@/lib/platform/db/generated/client";
import type { Day } from "@/lib/platform/time";

export type PublishedVersion = {
	version: number;
	effectiveFrom: Day;
	publishedAt: Date;
	/** Null for the versions the portal came with. */
	publishedBy: string | null;
	/** Of a version that took two people: who proposed it, and why. */
	proposedBy: string | null;
	reason: string | null;
	isShipped: boolean;
	/** Whether it is in force, will be, was, or was replaced before its day came. */
	status: "inForce" | "upcoming" | "past" | "skipped";
	document: unknown;
};

/** Every version of a kind, newest first, as they stand on a business day. */
export async function listPolicyVersions(
	kind: PolicyKind,
	day: Day,
	client: Tx = db(),
): Promise<PublishedVersion[]> {
	const rows = await client.policy.findMany({ where: { kind }, orderBy: { version: "desc" } });
	const ids = rows.flatMap((row) => [row.publishedById ?? [], row.proposedById ?? []].flat());
	const people = await client.user.findMany({
		where: { id: { in: ids } },
		select: { id: true, name: true },
	});
	const versions = rows.map((row) => ({ ...row, day: row.effectiveFrom.toISOString().slice(0, 10) }));
	const inForce = versions
		.filter((row) => row.day <= day)
		.sort((a, b) => (a.day === b.day ? b.version - a.version : a.day < b.day ? 1 : -1))[0];
	const isSkipped = (row: (typeof versions)[number]) =>
		versions.some((other) => other.version > row.version && other.day <= row.day);
	return versions.map((row) => ({
		version: row.version,
		effectiveFrom: row.day,
		publishedAt: row.createdAt,
		publishedBy: people.find((person) => person.id === row.publishedById)?.name ?? null,
		proposedBy: people.find((person) => person.id === row.proposedById)?.name ?? null,
		reason: row.reason,
		isShipped: row.publishedById === null,
		status:
			row.version === inForce?.version
				? "inForce"
				: isSkipped(row)
					? "skipped"
					: row.day > day
						? "upcoming"
						: "past",
		document: row.document,
	}));
}
