"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { rejectionCodes } from "@/lib/domains/gmv/constants";
import type { ColumnProblem } from "./use-mapping";

/** What is wrong with a field of a mapping, as a sentence. */
export function useProblemText(): (code: ColumnProblem) => string {
	const t = useTranslations("mapping.columns");
	const tGmv = useTranslations("gmv");
	const errorText = useErrorText();
	return (code) => {
		if (code === "COLUMN_NOT_IN_FILE") return t("notInFile");
		if (code === "COLUMN_TWICE") return t("isTwice");
		const rejection = rejectionCodes.find((known) => known === code);
		return rejection ? tGmv(`rejection.${rejection}`) : errorText(code);
	};
}
