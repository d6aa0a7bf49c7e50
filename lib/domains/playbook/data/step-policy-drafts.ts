import "server-only";
import { stepPolicyFormSchema, stepPolicySchema } from "@/lib/domains/playbook/schema/step-policy";
import type { StepPolicyDocument, StepPolicyForm } from "@/lib/domains/playbook/types/step-policy";
import { db, type Tx } from "@/lib/platform/db/client";
import { findOpenDraft, type OpenDraft } from "@/lib/platform/policies/drafts";
import { listPolicyVersions, type PublishedVersion } from "@/lib/platform/policies/versions";
import type { Day } from "@/lib/platform/time";

/** A published version with its document read. */
export type StepPolicyVersion = Omit<PublishedVersion, "document"> & { document: StepPolicyDocument };

/** Every version of the step policy, newest first. */
export async function listStepPolicyVersions(day: Day, client: Tx = db()): Promise<StepPolicyVersion[]> {
	const versions = await listPolicyVersions("steps", day, client);
	return versions.map((one) => ({ ...one, document: stepPolicySchema.parse(one.document) }));
}

export type StepPolicyDraft = Omit<OpenDraft, "document" | "proposal"> & { form: StepPolicyForm };

/** The open draft of the step policy as it was left. */
export async function findStepPolicyDraft(client: Tx = db()): Promise<StepPolicyDraft | null> {
	const draft = await findOpenDraft("steps", client);
	if (!draft) return null;
	const { document, proposal: _proposal, ...head } = draft;
	return { ...head, form: stepPolicyFormSchema.parse(document) };
}
