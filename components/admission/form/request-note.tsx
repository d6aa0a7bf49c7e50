"use client";

import { useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import { AskedWords } from "./asked";
import { useForm } from "./form-context";

/** The reviewer's words on a step as a whole; those on a field stand beside the field. */
export function RequestNote({ section }: { section: ApplicationSection }) {
	const t = useTranslations("admission");
	const requests = useForm().requests.filter((request) => request.paths.includes(section));
	if (requests.length === 0) return null;
	return (
		<Banner tone="warning" title={t("mend.sectionTitle")} className="mb-6">
			{requests.map((request) => (
				<AskedWords key={request.comment} request={request} />
			))}
		</Banner>
	);
}
