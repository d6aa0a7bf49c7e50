"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import { toast } from "@/components/ui/toast";
import { assignToReviewer } from "@/lib/domains/admission/actions/review";

export type Chosen = { applicationId: string; version: number; name: string };
export type AssignResult = { applicationId: string; name: string; refusal: string | null };

type Props = {
	chosen: readonly Chosen[];
	reviewers: readonly { userId: string; name: string; held: number }[];
	/** Row by row how it went; `name` is who got them. */
	onAssigned: (results: readonly AssignResult[], name: string) => void;
};

/** Gives the chosen rows to a reviewer. */
export function AssignControls({ chosen, reviewers, onAssigned }: Props) {
	const t = useTranslations("queue");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [assigneeId, setAssigneeId] = useState("");
	const [pending, startTransition] = useTransition();
	const assignee = reviewers.find((reviewer) => reviewer.userId === assigneeId);

	function assign() {
		startTransition(async () => {
			const targets = chosen.map(({ applicationId, version }) => ({ applicationId, version }));
			const outcome = await assignToReviewer({ targets, assigneeId });
			if (!outcome.ok) {
				toast.error(refusalText(outcome));
				return;
			}
			const told = outcome.rows.map((row) => ({
				applicationId: row.applicationId,
				name: chosen.find((one) => one.applicationId === row.applicationId)?.name ?? row.applicationId,
				refusal: row.ok ? null : refusalText(row),
			}));
			onAssigned(told, assignee?.name ?? "");
			router.refresh();
		});
	}
	return (
		<>
			<NativeSelect
				aria-label={t("assign.to")}
				value={assigneeId}
				onChange={(event) => setAssigneeId(event.target.value)}
				emptyLabel={t("assign.choose")}
				options={reviewers.map(({ userId, name, held }) => ({
					value: userId,
					label: t("assign.option", { name, count: held }),
				}))}
			/>
			<Button size="sm" className="h-9" disabled={assigneeId === ""} pending={pending} onClick={assign}>
				{t("assign.submit")}
			</Button>
		</>
	);
}
