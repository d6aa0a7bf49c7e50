"use client";

import { Banner } from "@/components/ui/banner";
import type { Refusal } from "@/lib/platform/errors/errors";
import { useRefusalText } from "./use-refusal-text";

/** What speaks against a form as a whole; nothing where a field says it already. */
export function FormError({ refusal }: { refusal: Refusal | null }) {
	const text = useRefusalText();
	if (!refusal || (refusal.fieldErrors && Object.keys(refusal.fieldErrors).length > 0)) return null;
	return (
		<Banner tone="danger" role="alert">
			{text(refusal)}
		</Banner>
	);
}
