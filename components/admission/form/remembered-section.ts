import { applicationSections } from "@/lib/domains/admission/constants";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import { routes } from "@/lib/platform/routes/routes";

export const sectionCookie = "application-step";

/** Keeps the step in view, so that a return leads to where the applicant was. */
export function rememberSection(section: ApplicationSection): void {
	// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser the portal supports.
	document.cookie = `${sectionCookie}=${section}; path=${routes.partner.application()}; max-age=15552000; samesite=lax`;
}

export function parseSection(value: string | undefined): ApplicationSection | null {
	return applicationSections.find((section) => section === value) ?? null;
}
