import "server-only";
import { type Agreement, agreementSchema } from "@/lib/domains/admission/schema/agreement";
import { type AdmissionPolicy, admissionPolicySchema } from "@/lib/domains/admission/schema/policy";
import type { TrackName } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import { type PolicyInForce, readPolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
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
