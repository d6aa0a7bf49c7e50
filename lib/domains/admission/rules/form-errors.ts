import type { z } from "zod";
import { trackFactsAsked } from "@/lib/domains/admission/rules/track-facts";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import { day } from "@/lib/domains/admission/schema/fields";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import {
	type ApplicationSubmission,
	applicationSubmissionSchema,
} from "@/lib/domains/admission/schema/submission";
import type { Day } from "@/lib/platform/time";

/** The rules a form is held against: a version of the policy, the tracks that exist, and the day it is. */
export type FormRules = {
	readonly policyVersion: number;
	readonly policy: AdmissionPolicy;
	readonly trackCodes: readonly string[];
	readonly today: Day;
};

export type FormReading =
	| { ok: true; submission: ApplicationSubmission }
	/** Dotted field path → code. */
	| { ok: false; errors: Record<string, string> };

/** What a submission would say of the form as it stands; the same while typing and on submit. */
export function readForm(draft: ApplicationDraft, rules: FormRules): FormReading {
	const parsed = applicationSubmissionSchema.safeParse(draft);
	const errors = parsed.success ? {} : errorsOf(parsed.error);
	const { primary, others } = draft.tracks;
	if (primary && !rules.trackCodes.includes(primary)) errors["tracks.primary"] = "REQUIRED";
	if (others.some((code) => !rules.trackCodes.includes(code))) errors["tracks.others"] = "FORMAT";
	for (const fact of trackFactsAsked(rules.policy, [primary, ...others])) {
		if (draft.tracks[fact].trim() === "") errors[`tracks.${fact}`] = "REQUIRED";
	}
	const founded = day.safeParse(draft.company.foundedOn);
	if (founded.success && founded.data > rules.today) errors["company.foundedOn"] = "DATE_FUTURE";
	const { accepted, rulesVersion } = draft.agreement;
	if (accepted && rulesVersion !== rules.policyVersion) errors["agreement.accepted"] = "RULES_CHANGED";
	delete errors["agreement.rulesVersion"];
	return parsed.success && Object.keys(errors).length === 0
		? { ok: true, submission: parsed.data }
		: { ok: false, errors };
}

function errorsOf(error: z.ZodError): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const issue of error.issues) errors[issue.path.join(".")] ??= codeOf(issue);
	return errors;
}

/** Of a union (empty or a number) the fault of its last option is the one to tell. */
function codeOf(issue: z.core.$ZodIssue): string {
	if (issue.code !== "invalid_union") return issue.message;
	return issue.errors.at(-1)?.[0]?.message ?? "FORMAT";
}
