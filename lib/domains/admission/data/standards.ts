import "server-only";
import { type Agreement, agreementSchema } from "@/lib/domains/admission/schema/agreement";
import { type AdmissionPolicy, admissionPolicySchema } from "@/lib/domains/admission/schema/policy";
import {
	type AgreementForm,
	agreementFormSchema,
	type DraftedKind,
	type StandardsForm,
	standardsFormSchema,
} from "@/lib/domains/admission/schema/standards-form";
import type { TrackName } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import { findOpenDraft, type OpenDraft } from "@/lib/platform/policies/drafts";
import { type PolicyInForce, readPolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
import { listPolicyVersions, type PublishedVersion } from "@/lib/platform/policies/versions";
import type { Day } from "@/lib/platform/time";

/** The standards in force on a business day. */
export function readStandards(day: Day, client: Tx = db()): Promise<PolicyInForce<AdmissionPolicy>> {
	return readPolicyInForce("admission", day, admissionPolicySchema, client);
}

/** The standards an application agreed to and is judged by. */
export function readStandardsVersion(
	version: number,
	client: Tx = db(),
): Promise<PolicyInForce<AdmissionPolicy>> {
	return readPolicyVersion("admission", version, admissionPolicySchema, client);
}

/** The service-partner agreement in force on a business day. */
export function readAgreement(day: Day, client: Tx = db()): Promise<PolicyInForce<Agreement>> {
	return readPolicyInForce("agreement", day, agreementSchema, client);
}

/** The agreement a partner accepted. */
export function readAgreementVersion(version: number, client: Tx = db()): Promise<PolicyInForce<Agreement>> {
	return readPolicyVersion("agreement", version, agreementSchema, client);
}

export function listTracks(client: Tx = db()): Promise<TrackName[]> {
	return client.track.findMany({
		orderBy: { position: "asc" },
		select: { code: true, nameZh: true, nameEn: true },
	});
}

/** A published version with its document read. */
export type ReadVersion<Document> = Omit<PublishedVersion, "document"> & { document: Document };

/** Every version of the standards, newest first. */
export async function listStandardsVersions(
	day: Day,
	client: Tx = db(),
): Promise<ReadVersion<AdmissionPolicy>[]> {
	const versions = await listPolicyVersions("admission", day, client);
	return versions.map((one) => ({ ...one, document: admissionPolicySchema.parse(one.document) }));
}

/** Every version of the agreement, newest first. */
export async function listAgreementVersions(day: Day, client: Tx = db()): Promise<ReadVersion<Agreement>[]> {
	const versions = await listPolicyVersions("agreement", day, client);
	return versions.map((one) => ({ ...one, document: agreementSchema.parse(one.document) }));
}

/** The open draft of the standards as it was left. */
export async function findStandardsDraft(
	client: Tx = db(),
): Promise<(OpenDraft & { form: StandardsForm }) | null> {
	const draft = await findOpenDraft("admission", client);
	return draft && { ...draft, form: standardsFormSchema.parse(draft.document) };
}

export async function findAgreementDraft(
	client: Tx = db(),
): Promise<(OpenDraft & { form: AgreementForm }) | null> {
	const draft = await findOpenDraft("agreement", client);
	return draft && { ...draft, form: agreementFormSchema.parse(draft.document) };
}

/** Which of the two texts is being worked on now. */
export async function listDraftedKinds(client: Tx = db()): Promise<DraftedKind[]> {
	const rows = await client.policyDraft.findMany({
		where: { state: "OPEN", kind: { in: ["admission", "agreement"] } },
		select: { kind: true },
	});
	return rows.flatMap(({ kind }) => (kind === "admission" || kind === "agreement" ? [kind] : []));
}
