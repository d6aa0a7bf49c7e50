"use client";

import { useLocale } from "use-intl";
import type { Refusal } from "@/lib/platform/errors/errors";
import { formatDateTime } from "@/lib/platform/format";
import { useErrorText } from "./use-error-text";

/** A refusal as a sentence; an instant among its values is told in the reader's way. */
export function useRefusalText(): (refusal: Refusal) => string {
	const errorText = useErrorText();
	const locale = useLocale();
	return ({ reason, params }) => {
		const at = params?.at;
		const told = typeof at === "string" ? { ...params, at: formatDateTime(new Date(at), locale) } : params;
		return errorText(reason, told);
	};
}
