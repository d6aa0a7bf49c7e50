import type { RecordsOfCompany } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import { day } from "@/lib/domains/admission/schema/fields";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { VerificationFacts, VerificationForm } from "@/lib/domains/partnership/schema/verification";
import type { VerificationChecks } from "@/lib/domains/partnership/types";
import type { Day } from "@/lib/platform/time";

/** What does not change between verifications. */
export type KnownOfPartner = {
	readonly uscc: string;
	readonly foundedOn: Day | null;
	readonly tracks: readonly string[];
	readonly redLines: RecordsOfCompany["redLines"];
};

/** The last day of the licence as the form gives it; null for 长期. */
export function licenceDayOf(
	form: Pick<VerificationForm, "licenceExpiresOn" | "isLicencePermanent">,
): Day | null {
	return form.isLicencePermanent ? null : (day.safeParse(form.licenceExpiresOn).data ?? null);
}

/** A licence is good through its last day. */
export function isLicenceExpired(licenceExpiresOn: Day | null, today: Day): boolean {
	return licenceExpiresOn !== null && licenceExpiresOn < today;
}

/**
 * Holds a partner's present facts against the standards in force: those a machine decides. A partner is admitted, so
 * that question is left out, and its forces are measured every month rather than scored.
 */
export function checkVerification(
	policy: { version: number; document: AdmissionPolicy },
	known: KnownOfPartner,
	facts: VerificationFacts,
	asOf: Day,
): VerificationChecks {
	const results = checkStandards(
		policy.document,
		{
			uscc: known.uscc,
			isUsccAdmitted: false,
			foundedOn: known.foundedOn,
			registeredCapitalFen: facts.registeredCapital,
			staffCount: facts.staffCount,
			redLines: known.redLines,
			tracks: known.tracks,
			trackFacts: {
				facilityProofs: facts.facilityProofs,
				contractedStreamers: facts.contractedStreamers,
				brandAuthorisations: facts.brandAuthorisations,
			},
			scores: null,
		},
		asOf,
	).filter(
		({ kind, status }) =>
			status !== "manual" && kind !== "not_admitted" && (kind !== "company_age" || known.foundedOn !== null),
	);
	const licence = licenceDayOf(facts);
	return {
		asOf,
		policyVersion: policy.version,
		results,
		isLicenceValid: facts.isLicencePermanent || (licence !== null && !isLicenceExpired(licence, asOf)),
	};
}

export function passesVerification(checks: VerificationChecks): boolean {
	return checks.isLicenceValid && checks.results.every((result) => result.status === "passed");
}

/** What the portal knows already, for a form that is only to be confirmed. */
export function prefillForm(
	last: VerificationForm | null,
	application: ApplicationDraft | null,
	licenceExpiresOn: Day | null,
): VerificationForm {
	if (last) return { ...last, licenceExpiresOn: licenceExpiresOn ?? last.licenceExpiresOn };
	const { company, people, tracks } = application ?? {};
	return {
		legalRepresentative: company?.legalRepresentative ?? "",
		registeredCapital: company?.registeredCapital ?? "",
		address: company?.address ?? "",
		staffCount: people?.staffCount ?? "",
		licenceExpiresOn: licenceExpiresOn ?? "",
		isLicencePermanent: false,
		facilityProofs: tracks?.facilityProofs ?? "",
		contractedStreamers: tracks?.contractedStreamers ?? "",
		brandAuthorisations: tracks?.brandAuthorisations ?? "",
	};
}
