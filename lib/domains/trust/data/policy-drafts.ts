import "server-only";
import { trustPolicyFormSchemas, trustPolicySchemas } from "@/lib/domains/trust/schema/policies";
import type { TrustDocument, TrustPolicyForm, TrustPolicyKind } from "@/lib/domains/trust/types/policy";
import { db, type Tx } from "@/lib/platform/db/client";
import { findOpenDraft, type OpenDraft } from "@/lib/platform/policies/drafts";
import { listPolicyVersions, type PublishedVersion } from "@/lib/platform/policies/versions";
import type { Day } from "@/lib/platform/time";

/** A published version with its document read. */
export type TrustPolicyVersion = Omit<PublishedVersion, "document"> & { document: TrustDocument };

/** Every version of a guarantee's policy, newest first. */
export async function listTrustPolicyVersions(
	kind: TrustPolicyKind,
	day: Day,
	client: Tx = db(),
): Promise<TrustPolicyVersion[]> {
	const versions = await listPolicyVersions(kind, day, client);
	return versions.map((one) => ({ ...one, document: trustPolicySchemas[kind].parse(one.document) }));
}

export type TrustPolicyDraft = Omit<OpenDraft, "document" | "proposal"> & { form: TrustPolicyForm };

/** The open draft of a guarantee's policy as it was left. */
export async function findTrustPolicyDraft(
	kind: TrustPolicyKind,
	client: Tx = db(),
): Promise<TrustPolicyDraft | null> {
	const draft = await findOpenDraft(kind, client);
	if (!draft) return null;
	const { document, proposal: _proposal, ...head } = draft;
	return { ...head, form: trustPolicyFormSchemas[kind].parse(document) };
}
