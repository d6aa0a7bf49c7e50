"use client";

import { useLocale } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { formatDate } from "@/lib/platform/format";

type Refused = { reason: string; params?: Record<string, string | number> | undefined };

/** Why a publication was refused, with its earliest day as people write days. */
export function usePolicyRefusal(): (refused: Refused) => string {
	const locale = useLocale();
	const errorText = useErrorText();
	return ({ reason, params }) => {
		const earliest = params?.earliest;
		const told =
			typeof earliest === "string" ? { ...params, earliest: formatDate(earliest, locale) } : params;
		return errorText(reason, told);
	};
}
