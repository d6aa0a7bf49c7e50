import "server-only";
import { type TierPolicy, tierPolicySchema } from "@/lib/domains/tiers/schema";
import { type TierPolicyForm, tierPolicyFormSchema } from "@/lib/domains/tiers/schema/policy-form";
import { db, type Tx } from "@/lib/platform/db/client";
import { findOpenDraft, type OpenDraft } from "@/lib/platform/policies/drafts";
import { listPolicyVersions, type PublishedVersion } from "@/lib/platform/policies/versions";
import type { Day } from "@/lib/platform/time";

/** A published version with its document read. */
export type TierPolicyVersion = Omit<PublishedVersion, "document"> & { document: TierPolicy };

/** Every version of the tier policy, newest first. */
export async function listTierPolicies(day: Day, client: Tx = db()): Promise<TierPolicyVersion[]> {
	const versions = await listPolicyVersions("tiers", day, client);
	return versions.map((one) => ({ ...one, document: tierPolicySchema.parse(one.document) }));
}

export type TierDraft = Omit<OpenDraft, "document"> & { form: TierPolicyForm };

/** The open draft of the tier policy as it was left. */
export async function findTierDraft(client: Tx = db()): Promise<TierDraft | null> {
	const draft = await findOpenDraft("tiers", client);
	if (!draft) return null;
	const { document, ...head } = draft;
	return { ...head, form: tierPolicyFormSchema.parse(document) };
}
