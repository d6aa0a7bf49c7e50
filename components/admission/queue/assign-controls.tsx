"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/admission/use-refusal-text";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent } from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import { assignToReviewer } from "@/lib/domains/admission/actions/review";

export type Chosen = { applicationId: string; version: number; name: string };
type Result = { applicationId: string; name: string; refusal: string | null };

type Props = {
	chosen: readonly Chosen[];
	reviewers: readonly { userId: string; name: string; held: number }[];
	onDone: () => void;
};

/** Gives the chosen rows to a reviewer, and tells row by row what could not be given and why. */
export function AssignControls({ chosen, reviewers, onDone }: Props) {
	const t = useTranslations("queue");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [assigneeId, setAssigneeId] = useState("");
	const [results, setResults] = useState<readonly Result[]>([]);
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
			if (told.every((one) => one.refusal === null)) {
				toast.success(t("assign.done", { count: told.length, name: assignee?.name ?? "" }));
				onDone();
			} else setResults(told);
			router.refresh();
		});
	}
	function close() {
		setResults([]);
		onDone();
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
			<ResultDialog results={results} onClose={close} />
		</>
	);
}

function ResultDialog({ results, onClose }: { results: readonly Result[]; onClose: () => void }) {
	const t = useTranslations("queue");
	const failed = results.filter((result) => result.refusal !== null).length;
	return (
		<Dialog open={results.length > 0} onOpenChange={(open) => !open && onClose()}>
			<DialogContent
				title={t("assign.resultTitle")}
				description={t("assign.resultSummary", { done: results.length - failed, failed })}
			>
				<ul className="divide-y text-sm">
					{results.map((result) => (
						<li key={result.applicationId} className="flex flex-wrap items-start justify-between gap-2 py-2">
							<span className="wrap-anywhere min-w-0 font-medium">{result.name}</span>
							{result.refusal ? (
								<span className="text-danger-ink">{result.refusal}</span>
							) : (
								<Badge tone="success">{t("assign.ok")}</Badge>
							)}
						</li>
					))}
				</ul>
				<DialogActions>
					<Button onClick={onClose}>{t("assign.close")}</Button>
				</DialogActions>
			</DialogContent>
		</Dialog>
	);
}
