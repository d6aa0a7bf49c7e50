"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { toast } from "@/components/ui/toast";
import { previewCalendar, saveCalendar } from "@/lib/platform/calendar/actions";
import type { CalendarChange, ChangePreview } from "@/lib/platform/calendar/types";

type Input = { set: CalendarChange["set"][number][]; remove: string[] };

/** A change of the calendar in two steps: first what it would do, then doing it. */
export function useChange(onDone: () => void) {
	const t = useTranslations("calendar");
	const errorText = useErrorText();
	const router = useRouter();
	const [pending, startTransition] = useTransition();
	const [proposal, setProposal] = useState<{ change: Input; preview: ChangePreview } | null>(null);
	const [error, setError] = useState<string | null>(null);
	function explain(outcome: {
		reason: string;
		params?: Record<string, string | number>;
		fieldErrors?: Record<string, string>;
	}) {
		const code = Object.values(outcome.fieldErrors ?? {})[0] ?? outcome.reason;
		setError(errorText(code, outcome.params));
	}
	return {
		pending,
		error,
		setError,
		proposal,
		forget: () => setProposal(null),
		propose(change: Input) {
			setError(null);
			startTransition(async () => {
				const outcome = await previewCalendar(change);
				if (outcome.ok) setProposal({ change, preview: outcome.preview });
				else explain(outcome);
			});
		},
		save() {
			if (!proposal) return;
			startTransition(async () => {
				const outcome = await saveCalendar(proposal.change);
				if (!outcome.ok) return explain(outcome);
				const count = outcome.preview.clocks.reduce((sum, { moved }) => sum + moved, 0);
				toast.success(t("edit.saved", { count }));
				router.refresh();
				onDone();
			});
		},
	};
}
