import { applicationSections } from "@/lib/domains/admission/constants";
import { trackFactsAsked } from "@/lib/domains/admission/rules/track-facts";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";

export type SectionProgress = {
	readonly section: ApplicationSection;
	readonly total: number;
	readonly done: number;
	/** Paths still empty, in the order of the form. */
	readonly missing: readonly string[];
	/** Paths filled in a way that does not hold. */
	readonly faulty: readonly string[];
};

export type FormProgress = {
	readonly sections: readonly SectionProgress[];
	readonly total: number;
	readonly done: number;
};

/** The fields of a section that have to be filled, for the tracks chosen. */
export function requiredPaths(
	section: ApplicationSection,
	draft: ApplicationDraft,
	policy: AdmissionPolicy,
): string[] {
	const inSection = (names: readonly string[]) => names.map((name) => `${section}.${name}`);
	switch (section) {
		case "company":
		case "people":
			return inSection(Object.keys(draft[section]));
		case "tracks": {
			const facts = trackFactsAsked(policy, [draft.tracks.primary, ...draft.tracks.others]);
			return inSection(["primary", ...facts]);
		}
		case "forces":
			return inSection(forceCodes.flatMap((force) => [`${force}.score`, `${force}.statement`]));
		case "agreement":
			return inSection(["accepted"]);
	}
}

const emptyCodes = ["REQUIRED", "AGREEMENT_REQUIRED"];

/** How far the form is, section by section; `errors` as `readForm` found them. */
export function readProgress(
	draft: ApplicationDraft,
	policy: AdmissionPolicy,
	errors: Readonly<Record<string, string>>,
): FormProgress {
	const sections = applicationSections.map((section) => {
		const required = requiredPaths(section, draft, policy);
		const others = Object.keys(errors).filter(
			(path) => path.startsWith(`${section}.`) && !required.includes(path),
		);
		const open = [...required.filter((path) => errors[path]), ...others];
		const isEmpty = (path: string) => emptyCodes.includes(errors[path] ?? "");
		return {
			section,
			total: required.length,
			done: required.filter((path) => !errors[path]).length,
			missing: open.filter(isEmpty),
			faulty: open.filter((path) => !isEmpty(path)),
		};
	});
	const sum = (pick: (row: SectionProgress) => number) => sections.reduce((all, row) => all + pick(row), 0);
	return { sections, total: sum((row) => row.total), done: sum((row) => row.done) };
}
