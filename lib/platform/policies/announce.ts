import "server-only";
import type { Tx } from "@/lib/platform/db/client";
import type { PolicyKind } from "@/lib/platform/db/generated/client";
import type { Locale } from "@/lib/platform/i18n/config";
import { newId } from "@/lib/platform/id/id";
import type { Day } from "@/lib/platform/time";

type Announcement = {
	kind: PolicyKind;
	policyId: string;
	version: number;
	effectiveOn: Day;
	/** The version the changes, in words, are told against. */
	comparedWith: number;
	changes: Readonly<Record<Locale, readonly string[]>>;
	now: Date;
};

/** The public notice of a version: what it changes, in both languages, and from which day. Answers the notice's id. */
export async function announcePolicy(
	tx: Tx,
	{ kind, policyId, version, effectiveOn, comparedWith, changes, now }: Announcement,
): Promise<string> {
	const id = newId("ntc");
	await tx.publicNotice.create({
		data: {
			...{ id, kind: "RULES", subjectId: policyId, publishedAt: now },
			params: {
				...{ kind, version, effectiveOn, comparedWith },
				...{ changesZh: [...changes["zh-CN"]], changesEn: [...changes.en] },
			},
			effectiveOn: new Date(`${effectiveOn}T00:00:00Z`),
		},
	});
	return id;
}
